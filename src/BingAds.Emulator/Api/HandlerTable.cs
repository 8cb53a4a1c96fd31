using BingAds.Contract;

namespace BingAds.Emulator.Api;

/// <summary>Which code answers which request. Handlers know nothing of HTTP, so both transports end here.</summary>
internal sealed class HandlerTable
{
    private readonly Dictionary<Type, Func<CallContext, ApiRequest, ApiResponse>> _handlers = [];
    private readonly Dictionary<Type, Func<ApiRequest, CancellationToken, Task>> _waits = [];

    public void Add<TRequest, TResponse>(Func<CallContext, TRequest, TResponse> handler)
        where TRequest : ApiRequest
        where TResponse : ApiResponse
        => _handlers.Add(typeof(TRequest), (context, request) => handler(context, (TRequest)request));

    /// <summary>Has something waited for before the call takes its turn, while it does not hold others up.</summary>
    public void AddWait<TRequest>(Func<TRequest, CancellationToken, Task> wait)
        where TRequest : ApiRequest
        => _waits.Add(typeof(TRequest), (request, cancellationToken) => wait((TRequest)request, cancellationToken));

    public Task WaitAsync(ApiRequest request, CancellationToken cancellationToken)
        => _waits.TryGetValue(request.GetType(), out var wait) ? wait(request, cancellationToken) : Task.CompletedTask;

    public bool Has(ApiRequest request) => _handlers.ContainsKey(request.GetType());

    /// <exception cref="ApiFaultException">The call is refused, or nothing answers it yet.</exception>
    public ApiResponse Invoke(CallContext context, ApiRequest request)
        => _handlers.TryGetValue(request.GetType(), out var handler)
            ? handler(context, request)
            : throw ApiFaultException.Access(ErrorNumber.OperationNotSupported, "The emulator does not offer this operation yet.");
}
