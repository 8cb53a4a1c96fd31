using System.Runtime.CompilerServices;
using System.Xml;
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
    private readonly KeyValuePair<string, string>[]? _moreHeaders = options is { Headers.Count: > 0 } ? [.. options.Headers] : null;
    private bool _isRefreshed;
    private bool _mayHaveActed;

    public OperationInfo Operation => request.Operation;

    public int Attempts { get; private set; }

    /// <summary>Whether a failure that passes allows another attempt: nothing is done twice by a read, nor by a call that did not get out.</summary>
    public bool IsRepeatable => Operation.IsIdempotent || !_mayHaveActed;

    /// <summary>Whether another attempt may be made: it is safe, and the caller does not see to it.</summary>
    public bool MayRepeat(SdkException failure, RetryAdvice advice) =>
        advice.Retry && !(options?.WaitsForReports == true && failure is ApiException refusal && refusal.Has(ErrorCodes.ConcurrentRequestOverLimit));

    /// <summary>The failure after which the present attempt is made; null in the first one.</summary>
    public SdkException? LastFailure { get; set; }

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
        _mayHaveActed = false;
        try
        {
            if (_authentication is not null)
            {
                await WithinDeadlineAsync(_authentication.PrepareAsync(_settings.RefreshOAuthTokensAutomatically, cancellationToken), cancellationToken).ConfigureAwait(false);
            }

            var headers = MakeHeaders();
            token = headers.AccessToken;
            return await SendAsync(headers, cancellationToken).ConfigureAwait(false);
        }
        catch (ApiException exception) when (CanRefresh(exception))
        {
            _isRefreshed = true;
            _mayHaveActed = false;
            var refresh = _authentication!.TryRefreshAsync(token, cancellationToken).AsTask();
            await WithinDeadlineAsync(new ValueTask(refresh), cancellationToken).ConfigureAwait(false);
            if (!await refresh.ConfigureAwait(false))
            {
                throw;
            }

            return await SendAsync(MakeHeaders(), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The error for a deadline that has passed; what the attempt before ended with says more than that the last one was cut.</summary>
    public TimeoutException DeadlinePassed(Exception? cut) => new(Operation.Name, _totalTimeout, LastFailure ?? cut)
    {
        Service = Operation.Service,
        TrackingId = LastFailure?.TrackingId,
        HttpStatus = LastFailure?.HttpStatus,
        RetryAfter = LastFailure?.RetryAfter,
    };

    // A sign-in service that hangs must not hold a call beyond its deadline. What it was asked goes on for the other calls that wait for it.
    private ValueTask WithinDeadlineAsync(ValueTask signIn, CancellationToken cancellationToken) =>
        signIn.IsCompleted || _totalTimeout == Timeout.InfiniteTimeSpan ? signIn : new(WithinDeadlineAsync(signIn.AsTask(), cancellationToken));

    private async Task WithinDeadlineAsync(Task signIn, CancellationToken cancellationToken)
    {
        var left = Remaining;
        using var deadline = new CancellationTokenSource(left > TimeSpan.Zero ? left : TimeSpan.Zero, _settings.TimeProvider);
        using var registration = cancellationToken.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), deadline);
        try
        {
            await signIn.WaitAsync(deadline.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (deadline.IsCancellationRequested)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw DeadlinePassed(exception);
        }
    }

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
        foreach (var (name, value) in _moreHeaders ?? [])
        {
            if (transport.Target == HeaderTarget.Soap && !IsElementName(name))
            {
                throw new ArgumentException($"'{name}' is not the name of an XML element, which a header of a SOAP call is.", nameof(options));
            }

            headers.Set(name, value);
        }

        return headers;
    }

    private static bool IsElementName(string name) =>
        name.Length > 0 && XmlConvert.IsStartNCNameChar(name[0]) && name.All(XmlConvert.IsNCNameChar);

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
        _mayHaveActed = true;
        using var reply = await pipeline.Sender.SendAsync(message, this, remaining, cancellationToken).ConfigureAwait(false);
        return Read(reply, headers);
    }

    private ApiResponse Read(HttpReply reply, RequestHeaders sent)
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
            throw exception.WithCall(Operation.Name, Operation.Service, reply.Status, reply.ContentType, response.TrackingId, BodyText.Start(reply, sent));
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
            Body = fault is null or { Errors.Count: 0 } ? BodyText.Start(reply, sent) : null,
        });
    }
}
