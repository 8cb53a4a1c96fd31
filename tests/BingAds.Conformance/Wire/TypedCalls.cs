using System.Reflection;
using BingAds.Contract;

namespace BingAds.Conformance.Wire;

/// <summary>Calls operations by name through the typed clients, as a user's code does: against the loopback server and without retries.</summary>
internal sealed class TypedCalls : IDisposable
{
    private readonly Dictionary<ServiceName, TypedClient> _clients = [];
    private readonly ServiceClientOptions _options;

    public TypedCalls(Uri server, ApiTransport transport)
    {
        _options = new ServiceClientOptions { BaseAddress = server, Transport = transport };
        _options.Retry.MaxRetries = 0;
    }

    /// <summary>On whose behalf; read by each call when it begins.</summary>
    public AuthorizationData Authorization { get; } = new();

    /// <summary>Signs in by a token that is there already and stays the same.</summary>
    public void UseToken(string? token) =>
        Authorization.Authentication = token is null ? null : new TokenSourceAuthentication((_, _) => ValueTask.FromResult(token));

    public async Task<ApiResponse> CallAsync(ApiRequest request, CallOptions? options = null)
    {
        var client = Client(request.Operation.Service);
        var method = client.GetType().GetMethod(request.Operation.Name + "Async", [request.GetType(), typeof(CallOptions), typeof(CancellationToken)])
            ?? throw new MissingMethodException(client.GetType().Name, request.Operation.Name + "Async");
        // The response type differs, so the value task can be awaited by reflection only.
        var valueTask = method.Invoke(client, BindingFlags.DoNotWrapExceptions, null, [request, options, CancellationToken.None], null)!;
        var task = (Task)valueTask.GetType().GetMethod(nameof(ValueTask<object>.AsTask))!.Invoke(valueTask, null)!;
        await task;
        return (ApiResponse)task.GetType().GetProperty(nameof(Task<object>.Result))!.GetValue(task)!;
    }

    public void Dispose()
    {
        foreach (var client in _clients.Values) client.Dispose();
    }

    private TypedClient Client(ServiceName service)
    {
        if (_clients.TryGetValue(service, out var client)) return client;
        var type = typeof(TypedClient).Assembly.GetType($"BingAds.{service}Client", throwOnError: true)!;
        return _clients[service] = (TypedClient)Activator.CreateInstance(type, Authorization, _options)!;
    }
}
