using System.Runtime.CompilerServices;
using BingAds.Contract;
using BingAds.Errors;
using BingAds.Transport;
using TimeoutException = BingAds.Errors.TimeoutException;

namespace BingAds.Services;

/// <summary>One call on its way: what its attempts share.</summary>
internal sealed class ApiCall(ApiPipeline pipeline, ITransport transport, ApiRequest request, CallIds ids, AuthorizationData authorization, CallOptions? options)
{
    private readonly ServiceClientOptions _settings = pipeline.Options;
    private readonly TimeSpan _totalTimeout = options?.Timeout ?? pipeline.Options.TotalTimeout;
    private readonly long _start = pipeline.Options.TimeProvider.GetTimestamp();

    // Read once: a call is made for the tenant and the user that were set when it began.
    private readonly Authentication? _authentication = authorization.Authentication;
    private readonly string? _developerToken = authorization.DeveloperToken;
    private bool _isRefreshed;

    public OperationInfo Operation => request.Operation;

    public int Attempts { get; private set; }

    public TimeSpan TotalTimeout => _totalTimeout;

    /// <summary>What is left of the total deadline.</summary>
    public TimeSpan Remaining => _totalTimeout == Timeout.InfiniteTimeSpan
        ? Timeout.InfiniteTimeSpan
        : _totalTimeout - _settings.TimeProvider.GetElapsedTime(_start);

    /// <summary>One attempt; where the token turns out to be refused, one more with a new one.</summary>
    /// <exception cref="SdkException">It failed.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<ApiResponse> AttemptAsync(CancellationToken cancellationToken)
    {
        string? token = null;
        try
        {
            if (_authentication is not null)
            {
                await _authentication.PrepareAsync(_settings.RefreshOAuthTokensAutomatically, cancellationToken).ConfigureAwait(false);
            }

            var headers = MakeHeaders();
            token = headers.AccessToken;
            return await SendAsync(headers, cancellationToken).ConfigureAwait(false);
        }
        catch (ApiException exception) when (CanRefresh(exception))
        {
            _isRefreshed = true;
            if (!await _authentication!.TryRefreshAsync(token, cancellationToken).ConfigureAwait(false))
            {
                throw;
            }

            return await SendAsync(MakeHeaders(), cancellationToken).ConfigureAwait(false);
        }
    }

    public TimeoutException DeadlinePassed(Exception? last) => new(Operation.Name, _totalTimeout, last)
    {
        Service = Operation.Service,
        TrackingId = (last as SdkException)?.TrackingId,
        HttpStatus = (last as SdkException)?.HttpStatus,
    };

    private bool CanRefresh(ApiException exception) =>
        !_isRefreshed && _authentication is not null && _settings.RefreshOAuthTokensAutomatically
        && RetryAdvice.For(exception, Operation.IsIdempotent).RefreshToken;

    private RequestHeaders MakeHeaders()
    {
        var headers = new RequestHeaders(transport.Target);
        headers.SetDeveloperToken(_developerToken);
        headers.SetCustomerId(ids.CustomerHeader);
        headers.SetAccountId(ids.AccountHeader);
        _authentication?.EnrichHeaders(headers);
        if (options is { Headers.Count: > 0 })
        {
            foreach (var (name, value) in options.Headers)
            {
                headers.Set(name, value);
            }
        }

        return headers;
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<ApiResponse> SendAsync(RequestHeaders headers, CancellationToken cancellationToken)
    {
        Attempts++;
        var remaining = Remaining;
        if (remaining != Timeout.InfiniteTimeSpan && remaining <= TimeSpan.Zero)
        {
            throw DeadlinePassed(null);
        }

        using var body = new PooledBuffer();
        transport.Write(request, headers, body);
        using var message = new HttpRequestMessage(transport.GetVerb(Operation), transport.GetAddress(Operation))
        {
            Content = new PooledContent(body, transport.ContentType),
        };
        transport.SetHeaders(message, Operation, headers);
        using var reply = await pipeline.Sender.SendAsync(message, this, remaining, cancellationToken).ConfigureAwait(false);
        return Read(reply);
    }

    private ApiResponse Read(HttpReply reply)
    {
        var responseHeaders = reply.Headers();
        var response = Operation.CreateResponse();
        response.Operation = Operation;
        response.Headers = responseHeaders;
        response.TrackingId = reply.TrackingId;
        FaultReader.Fault? fault;
        try
        {
            if (_settings.Plugins is { Count: > 0 } plugins)
            {
                transport.Parse(reply, new MessageContext(Operation.Service, Operation.Name, reply.Status, responseHeaders), plugins.AsReadOnly());
            }

            fault = transport.Read(reply, response, Operation);
        }
        catch (BrokenResponseException) when (!reply.IsSuccess)
        {
            fault = null; // A gateway's page with an error status: the status says more than that the page is no answer.
        }
        catch (BrokenResponseException exception)
        {
            throw exception.WithCall(Operation.Name, Operation.Service, reply.Status, reply.ContentType, response.TrackingId, BodyText.Start(reply));
        }

        if (fault is null && reply.IsSuccess)
        {
            return response;
        }

        throw ApiException.Create(new ApiFailure
        {
            Operation = Operation.Name,
            Service = Operation.Service,
            AccountId = ids.AccountId,
            CustomerId = ids.CustomerId,
            HttpStatus = reply.Status,
            TrackingId = fault?.TrackingId ?? response.TrackingId,
            RetryAfter = responseHeaders.GetRetryAfter(_settings.TimeProvider.GetUtcNow()),
            FaultType = fault?.Type,
            Message = fault?.Message,
            Errors = fault?.Errors ?? [],
            Headers = responseHeaders,
            Body = fault is null or { Errors.Count: 0 } ? BodyText.Start(reply) : null,
        });
    }
}
