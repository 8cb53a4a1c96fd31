using BingAds.Contract;
using BingAds.Errors;
using BingAds.Loaded;
using BingAds.Services;

namespace BingAds;

// What a description of the service adds to what this package knows.
public partial class ServiceClient
{
    private ContractCache? _ownCache;

    /// <summary>The contract that <see cref="LoadContractAsync"/> loaded last; null if none was.</summary>
    public ServiceContract? Contract { get; private set; }

    /// <summary>
    /// Loads the service's own description (WSDL), so that operations and types that are newer than this package can be called over SOAP, as objects without classes. It is kept by
    /// <see cref="ServiceClientOptions.ContractCache"/> and loaded again only when that has forgotten it.
    /// </summary>
    /// <param name="location">Path of a file, or an address; null for that of the service itself. Documents that it imports must lie beside it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The contract, which is <see cref="Contract"/> from now on.</returns>
    /// <exception cref="FormatException">It is no description of a service; the message says what is wrong.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="SdkException">The address gave no answer, or refused.</exception>
    public async Task<ServiceContract> LoadContractAsync(string? location = null, CancellationToken cancellationToken = default)
    {
        var pipeline = _pipeline;
        var address = Locate(location, pipeline.Options);
        var cache = pipeline.Options.ContractCache ?? OwnCache();
        if (cache.Get(address.AbsoluteUri) is not { } contract)
        {
            contract = ServiceContract.From(await new DescriptionLoader(pipeline.Sender, pipeline.Options).LoadAsync(address, cancellationToken).ConfigureAwait(false));
            cache.Put(address.AbsoluteUri, contract);
        }

        Contract = contract;
        Factory.Contract = contract;
        return contract;
    }

    private ContractCache OwnCache()
    {
        lock (_lock)
        {
            return _ownCache ??= new ContractCache();
        }
    }

    private Uri Locate(string? location, ServiceClientOptions options)
    {
        if (location is null)
        {
            return new Uri(options.GetEndpoint(Service, ApiTransport.Soap).AbsoluteUri + "?singleWsdl");
        }

        ArgumentException.ThrowIfNullOrWhiteSpace(location);
        return Uri.TryCreate(location, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address! : new Uri(Path.GetFullPath(address is { IsFile: true } ? address.LocalPath : location));
    }

    // An operation that this package has is called by its own classes, unless the request itself has none.
    private LoadedOperation? FindOnlyLoaded(string operation)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(operation);
        return FindShipped(operation) is null ? Contract?.FindOperation(operation) : null;
    }

    private ValueTask<IApiObject> CallUntypedAsync(string operation, UntypedObject request, CallOptions? options, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(operation);
        var contract = request.Contract;
        var loaded = contract.FindOperation(operation)
            ?? throw new ArgumentException($"The loaded contract has no operation '{operation}'.{Nearest.Hint(operation, contract.OperationNames)}", nameof(operation));
        return loaded.Request.LocalName == request.TypeName
            ? SendAsync(contract, loaded, request, options, cancellationToken)
            : throw new ArgumentException($"{loaded.Name} takes a {loaded.Request.LocalName}, not a {request.TypeName}.", nameof(request));
    }

    private ValueTask<IApiObject> CallLoadedAsync(LoadedOperation operation, IEnumerable<KeyValuePair<string, object?>> members, CallOptions? options, CancellationToken cancellationToken)
    {
        var contract = Contract!;
        return SendAsync(contract, operation, LoadedValue.Fill(contract.Create(operation.Request.LocalName), members), options, cancellationToken);
    }

    private async ValueTask<IApiObject> SendAsync(
        ServiceContract contract, LoadedOperation operation, UntypedObject request, CallOptions? options, CancellationToken cancellationToken)
    {
        var pipeline = _pipeline;
        var info = RawMessages.Soap(Service, operation.Action, FindShipped(operation.Name)?.IsIdempotent ?? false);
        var raw = await pipeline.SendAsync<RawResponse>(
            new RawRequest(info, xml: LoadedXml.Write(request, operation.Request)), AuthorizationData, options, cancellationToken, pipeline.Create(ApiTransport.Soap)).ConfigureAwait(false);
        try
        {
            var response = LoadedXml.Read(contract, contract.Resolve(new LoadedTypeReference(operation.Response)) ?? throw new FormatException("Its answer has no type."), raw.Xml!);
            response.TrackingId = raw.TrackingId;
            return response;
        }
        catch (FormatException e)
        {
            throw new BrokenResponseException($"The answer does not fit the loaded contract: {e.Message}", e);
        }
    }
}
