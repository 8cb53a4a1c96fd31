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
    public ApiPipeline(ServiceClientOptions options)
    {
        _options = options;
        _sender = new HttpSender(options);
        Transport = options.Transport == ApiTransport.Soap
            ? new SoapTransport(options.GetEndpoint, options.MaxDepth)
            : new RestTransport(options.GetEndpoint, options.MaxDepth);
        _log = options.LoggerFactory?.CreateLogger("BingAds") ?? NullLogger.Instance;
        _budget = new RetryBudget(options.Retry, options.TimeProvider);
        _retry = new CallRetry(options.Retry, options.TimeProvider, _budget, _log);
    }

    public ITransport Transport { get; }

    public ServiceClientOptions Options => _options;

    public HttpSender Sender => _sender;

    /// <summary>Makes one call, with all its attempts.</summary>
    public async ValueTask<T> SendAsync<T>(ApiRequest request, AuthorizationData authorization, CallOptions? options, CancellationToken cancellationToken)
        where T : ApiResponse
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        _budget.CountCall();
        var call = new ApiCall(this, CallIds.Fill(request, authorization, options, Transport.Target, out var ids), ids, authorization, options);
        var operation = request.Operation;
        using var activity = Telemetry.Start(operation, _options.Transport);
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
