using System.Text.Json.Nodes;
using BingAds.Contract;
using BingAds.Services;

namespace BingAds;

/// <summary>
/// A service by name, for code that knows operations and types only by name: scripts, tools, programs moved from other languages.
/// Its objects are the typed clients' own.
/// </summary>
/// <example>
/// <code>
/// using var service = new ServiceClient("CampaignManagement", 13, authorization);
/// var request = service.Factory.Create("GetCampaignsByAccountIdRequest");
/// request["CampaignType"] = "Search";
/// var response = await service.CallAsync("GetCampaignsByAccountId", request);
/// </code>
/// </example>
public partial class ServiceClient : IDisposable
{
    private readonly Lock _lock = new();
    private readonly List<IDisposable> _owned = [];
    private volatile ApiPipeline _pipeline;

    /// <summary>Makes a client.</summary>
    /// <param name="service">The service's name, as <see cref="ServiceInfo.Parse"/> takes it.</param>
    /// <param name="version">Version of the API: 13 is the only one.</param>
    /// <param name="authorization">On whose behalf calls are made; each call reads it when it begins.</param>
    /// <param name="environment">Production or sandbox; null for that of the options.</param>
    /// <param name="options">Settings; null for the defaults. They are copied.</param>
    /// <exception cref="ArgumentException">There is no such service or version, or the settings are not valid.</exception>
    public ServiceClient(string service, int version, AuthorizationData authorization, ApiEnvironment? environment = null, ServiceClientOptions? options = null)
        : this(OfVersion(service, version), authorization, WithEnvironment(options, environment))
    {
    }

    /// <summary>Makes a client.</summary>
    /// <param name="service">The service.</param>
    /// <param name="authorization">On whose behalf calls are made; each call reads it when it begins.</param>
    /// <param name="options">Settings; null for the defaults. They are copied.</param>
    /// <exception cref="ArgumentException">The settings are not valid; the message lists all that is wrong.</exception>
    public ServiceClient(ServiceName service, AuthorizationData authorization, ServiceClientOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(authorization);
        Service = service;
        AuthorizationData = authorization;
        Factory = new ObjectFactory(service);
        _pipeline = Own(new ApiPipeline((options ?? new ServiceClientOptions()).CopyChecked()));
    }

    internal ServiceClient(ServiceName service, AuthorizationData authorization, ApiPipeline shared)
    {
        Service = service;
        AuthorizationData = authorization;
        Factory = new ObjectFactory(service);
        _pipeline = shared;
    }

    /// <summary>The service.</summary>
    public ServiceName Service { get; }

    /// <summary>Version of the API.</summary>
    public int Version => ServiceInfo.Version;

    /// <summary>On whose behalf calls are made; each call reads it when it begins.</summary>
    public AuthorizationData AuthorizationData { get; set; }

    /// <summary>Makes objects by name.</summary>
    public ObjectFactory Factory { get; }

    /// <summary>The service's address.</summary>
    public Uri ServiceUrl => _pipeline.Options.GetEndpoint(Service);

    /// <summary>Whether expired access tokens are refreshed by themselves.</summary>
    public bool RefreshOAuthTokensAutomatically
    {
        get => _pipeline.Options.RefreshOAuthTokensAutomatically;
        set => SetOptions(o => o.RefreshOAuthTokensAutomatically = value);
    }

    /// <summary>Sends SOAP envelopes with any body to the service, whatever transport the client uses.</summary>
    public SoapClient SoapClient => new(Service, AuthorizationData, _pipeline);

    /// <summary>Changes settings for the calls that begin from now on.</summary>
    /// <param name="change">Gets a copy of the present settings to change.</param>
    /// <exception cref="ArgumentException">The new settings are not valid; the old ones stay.</exception>
    public void SetOptions(Action<ServiceClientOptions> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        lock (_lock)
        {
            var options = _pipeline.Options.Copy();
            change(options);

            // Calls on their way keep their connections: what they use is disposed of with the client.
            _pipeline = Own(new ApiPipeline(options.CopyChecked(), _pipeline));
        }
    }

    /// <summary>Calls an operation with an object made by <see cref="Factory"/> or by its class.</summary>
    /// <param name="operation">Name of the operation, for example <c>GetCampaignsByIds</c>; letter case and underscores do not matter.</param>
    /// <param name="request">The operation's request message; it is not changed.</param>
    /// <param name="options">What differs from the client's settings in this call; null for nothing.</param>
    /// <param name="cancellationToken">Ends the wait, and the request where it is still on its way.</param>
    /// <returns>The response message: the object that the typed client gives too.</returns>
    /// <exception cref="ArgumentException">The service has no such operation (the message lists the nearest), or takes another request.</exception>
    /// <exception cref="Errors.SdkException">The call failed; the kind of exception says how.</exception>
    public virtual async ValueTask<IApiObject> CallAsync(
        string operation, IApiObject request, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request is UntypedObject untyped)
        {
            return await CallUntypedAsync(operation, untyped, options, cancellationToken).ConfigureAwait(false);
        }

        var info = FindOperation(operation);
        return request is ApiRequest message && ReferenceEquals(message.Operation, info)
            ? await _pipeline.SendAsync<ApiResponse>(message, AuthorizationData, options, cancellationToken).ConfigureAwait(false)
            : throw new ArgumentException($"{info.Name} takes a {info.CreateRequest().TypeName}, not a {request.TypeName}.", nameof(request));
    }

    /// <summary>Calls an operation with a request in its JSON form. A null in it is sent as an explicit null; members that this version does not know are sent as they are.</summary>
    /// <inheritdoc cref="CallAsync(string, IApiObject, CallOptions?, CancellationToken)"/>
    public virtual async ValueTask<IApiObject> CallAsync(
        string operation, JsonNode request, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (FindOnlyLoaded(operation) is { } loaded && request is JsonObject members)
        {
            return await CallLoadedAsync(loaded, members.Select(static m => KeyValuePair.Create(m.Key, (object?)m.Value)), options, cancellationToken).ConfigureAwait(false);
        }

        var info = FindOperation(operation);
        var message = request is JsonObject json
            ? MemberValue.FromJson<ApiRequest>(json, info.CreateRequest().WireType, info.Name)
            : throw new ArgumentException("The request must be a JSON object.", nameof(request));
        return await _pipeline.SendAsync<ApiResponse>(message, AuthorizationData, options, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Calls an operation with a request as names and values. A null in it is sent as an explicit null.</summary>
    /// <inheritdoc cref="CallAsync(string, IApiObject, CallOptions?, CancellationToken)"/>
    public virtual async ValueTask<IApiObject> CallAsync(
        string operation, IReadOnlyDictionary<string, object?> request, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (FindOnlyLoaded(operation) is { } loaded)
        {
            return await CallLoadedAsync(loaded, request, options, cancellationToken).ConfigureAwait(false);
        }

        var message = FindOperation(operation).CreateRequest();
        MemberValue.SetMembers(message, request);
        return await _pipeline.SendAsync<ApiResponse>(message, AuthorizationData, options, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Calls any REST route of the service, whether or not this version knows it.</summary>
    /// <param name="verb">The HTTP verb.</param>
    /// <param name="path">Path below the service's address, for example <c>Campaigns/QueryByIds</c>.</param>
    /// <param name="body">The body; null for an empty object.</param>
    /// <param name="options">What differs from the client's settings in this call; null for nothing.</param>
    /// <param name="cancellationToken">Ends the wait, and the request where it is still on its way.</param>
    /// <returns>The response body; null if it is empty.</returns>
    /// <remarks>A route that is not known is repeated only after failures in which the service surely did not act.</remarks>
    /// <exception cref="ArgumentException">The path leads out of the service's address, where its credentials must not go.</exception>
    /// <exception cref="Errors.SdkException">The call failed; the kind of exception says how.</exception>
    public virtual async ValueTask<JsonNode?> CallAsync(
        HttpMethod verb, string path, JsonNode? body = null, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(verb);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var pipeline = _pipeline;
        var route = path.TrimStart('/');
        RequireBelow(pipeline.Options.GetEndpoint(Service, ApiTransport.Rest), route);
        var operation = RawMessages.Route(Service, verb, route);
        var request = new RawRequest(operation, (body ?? new JsonObject()).DeepClone());
        var response = await pipeline.SendAsync<RawResponse>(request, AuthorizationData, options, cancellationToken, pipeline.Create(ApiTransport.Rest)).ConfigureAwait(false);
        return response.Body;
    }

    /// <summary>Closes the connections, if they are this client's own.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the connections, if they are this client's own.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            lock (_lock)
            {
                _owned.ForEach(static o => o.Dispose());
                _owned.Clear();
            }
        }
    }

    private OperationInfo FindOperation(string operation)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(operation);
        var catalog = ApiCatalog.For(Service);
        return FindShipped(operation)
            ?? throw new ArgumentException($"{Service} has no operation '{operation}'.{Nearest.Hint(operation, catalog.OperationNames.Split(' ').Concat(Contract?.OperationNames ?? []))}", nameof(operation));
    }

    private OperationInfo? FindShipped(string operation)
    {
        var catalog = ApiCatalog.For(Service);
        return catalog.FindOperation(operation)
            ?? (Spelling.Find(operation, catalog.OperationNames) is { } name ? catalog.FindOperation(name) : null);
    }

    private ApiPipeline Own(ApiPipeline pipeline)
    {
        if (pipeline.OwnsConnections)
        {
            _owned.Add(pipeline);
        }

        return pipeline;
    }

    // A path such as https://elsewhere or ../.. would carry the credentials there.
    private static void RequireBelow(Uri service, string path)
    {
        if (!Uri.TryCreate(service, path, out var address) || !address.AbsoluteUri.StartsWith(service.AbsoluteUri, StringComparison.Ordinal))
        {
            throw new ArgumentException("The path must lie below the service's address.", nameof(path));
        }
    }

    private static ServiceClientOptions? WithEnvironment(ServiceClientOptions? options, ApiEnvironment? environment)
    {
        if (environment is not { } wanted)
        {
            return options;
        }

        var copy = (options ?? new ServiceClientOptions()).Copy();
        copy.Environment = wanted;
        return copy;
    }

    private static ServiceName OfVersion(string service, int version) => version == ServiceInfo.Version
        ? ServiceInfo.Parse(service)
        : throw new ArgumentOutOfRangeException(nameof(version), version, $"Version {ServiceInfo.Version} of the API is the only one that this package speaks.");
}
