using System.Diagnostics;
using BingAds.Contract;
using BingAds.Errors;
using BingAds.Transport;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TimeoutException = BingAds.Errors.TimeoutException;

namespace BingAds.Services;

/// <summary>The way of every call: ids, sign-in, attempts, retries, deadline. It holds no state of a tenant, so one serves any number.</summary>
internal sealed class ApiPipeline : IDisposable
{
    private readonly ServiceClientOptions _options;
    private readonly HttpSender _sender;
    private readonly RetryBudget _budget;
    private readonly CallRetry _retry;
    private readonly ILogger _log;

    /// <param name="options">The client's own copy.</param>
    /// <param name="previous">The pipeline that this one takes the place of; its connections are used on where the options allow it.</param>
    public ApiPipeline(ServiceClientOptions options, ApiPipeline? previous = null)
    {
        _options = options;
        _sender = new HttpSender(options, previous?._sender);
        Transport = Create(options.Transport);
        _log = options.LoggerFactory?.CreateLogger("BingAds") ?? NullLogger.Instance;
        _budget = new RetryBudget(options.Retry, options.TimeProvider);
        _retry = new CallRetry(options.Retry, options.TimeProvider, _budget, _log);
    }

    public ITransport Transport { get; }

    public ServiceClientOptions Options => _options;

    public HttpSender Sender => _sender;

    /// <summary>Whether there is something to dispose of.</summary>
    public bool OwnsConnections => _sender.OwnsClient;

    public CallRetry Retry => _retry;

    /// <summary>A transport for calls that can go only one way, whatever the client's is.</summary>
    public ITransport Create(ApiTransport transport) => transport == ApiTransport.Soap
        ? new SoapTransport(s => _options.GetEndpoint(s, ApiTransport.Soap), _options.MaxDepth)
        : new RestTransport(s => _options.GetEndpoint(s, ApiTransport.Rest), _options.MaxDepth);

    /// <summary>Makes one call, with all its attempts.</summary>
    /// <param name="request">The request; it is not changed.</param>
    /// <param name="authorization">On whose behalf.</param>
    /// <param name="options">What differs in this call.</param>
    /// <param name="cancellationToken">The caller's.</param>
    /// <param name="transport">Null for the client's.</param>
    public async ValueTask<T> SendAsync<T>(
        ApiRequest request, AuthorizationData authorization, CallOptions? options, CancellationToken cancellationToken, ITransport? transport = null)
        where T : ApiResponse
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        _budget.CountCall();
        transport ??= Transport;
        var call = new ApiCall(this, transport, CallIds.Fill(request, authorization, options, transport.Target, out var ids), ids, authorization, options);
        var operation = request.Operation;
        using var activity = Telemetry.Start(operation, transport.Target);
        var start = _options.TimeProvider.GetTimestamp();
        Log.Calling(_log, operation.Service, operation.Name);
        try
        {
            T response;
            try
            {
                response = (T)await call.AttemptAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (SdkException exception) when (_retry.MayRetry(exception, call))
            {
                response = (T)await _retry.ContinueAsync(call, exception, cancellationToken).ConfigureAwait(false);
            }

            var elapsed = _options.TimeProvider.GetElapsedTime(start);
            Log.Called(_log, operation.Service, operation.Name, elapsed.TotalMilliseconds, response.TrackingId);
            Telemetry.Stop(activity, operation, elapsed, call.Attempts, response, null);
            return response;
        }
        catch (Exception exception)
        {
            var elapsed = _options.TimeProvider.GetElapsedTime(start);
            if (exception is SdkException failure)
            {
                Log.Failed(_log, operation.Service, operation.Name, elapsed.TotalMilliseconds, failure.Category, failure.TrackingId, failure.Errors is [{ } first, ..] ? first.Code : null);
            }

            Telemetry.Stop(activity, operation, elapsed, call.Attempts, null, exception);
            throw;
        }
    }

    public void Dispose() => _sender.Dispose();
}
