using System.Net;
using System.Runtime.CompilerServices;
using BingAds.Errors;
using BingAds.Transport;

namespace BingAds.Services;

/// <summary>Sends one HTTP message and reads the whole answer, within the time of one attempt.</summary>
internal sealed class HttpSender : IDisposable
{
    private readonly ServiceClientOptions _options;
    private readonly HttpMessageInvoker _invoker;
    private readonly string _userAgent;

    /// <param name="options">The client's own copy.</param>
    /// <param name="previous">One whose connections are used on where the options allow it; it goes on owning them.</param>
    public HttpSender(ServiceClientOptions options, HttpSender? previous = null)
    {
        _options = options;

        // Our own needs nothing of what HttpClient adds for each call: a second deadline, and a copy of the body.
        _invoker = options.HttpClient ?? (CanShare(options, previous) ? previous!._invoker : new HttpMessageInvoker(CreateHandler(options)));
        OwnsClient = options.HttpClient is null && !ReferenceEquals(_invoker, previous?._invoker);
        _userAgent = options.UserAgent is { Length: > 0 } own ? $"{own} {Manifest.UserAgent}" : Manifest.UserAgent;
    }

    /// <summary>The connections, for what is no call: files.</summary>
    public HttpMessageInvoker Invoker => _invoker;

    public string UserAgent => _userAgent;

    /// <summary>Whether the connections are this object's to dispose of.</summary>
    public bool OwnsClient { get; }

    /// <exception cref="SdkException">No whole answer came in time.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<HttpReply> SendAsync(HttpRequestMessage message, ApiCall call, TimeSpan remaining, CancellationToken cancellationToken)
    {
        AddUnlessSet(message, "User-Agent", _userAgent);
        AddUnlessSet(message, "Accept-Encoding", "gzip, deflate, br");
        var limit = Shorter(_options.AttemptTimeout, remaining);
        using var deadline = limit == Timeout.InfiniteTimeSpan ? new CancellationTokenSource() : new CancellationTokenSource(limit, _options.TimeProvider);
        using var registration = cancellationToken.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), deadline);
        HttpResponseMessage? response = null;
        try
        {
            response = await SendAsync(message, deadline.Token).ConfigureAwait(false);
            var body = await BodyReader.ReadAsync(response.Content, _options.MaxResponseBytes, deadline.Token).ConfigureAwait(false);
            return new HttpReply((int)response.StatusCode, response, body);
        }
        catch (Exception exception)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var failure = !deadline.IsCancellationRequested
                ? Translate(exception, call, response)
                // Asked of the timer and not of the clock: timers count whole milliseconds and may be a little early.
                : limit == remaining ? call.DeadlinePassed(exception) : Lost(exception, TransportFailure.AttemptTimeout, call, response);
            response?.Dispose();
            if (ReferenceEquals(failure, exception))
            {
                throw;
            }

            throw failure;
        }
    }

    public void Dispose()
    {
        if (OwnsClient)
        {
            _invoker.Dispose();
        }
    }

    private static bool CanShare(ServiceClientOptions options, HttpSender? previous) =>
        previous is not null && previous._options.HttpClient is null
        && ReferenceEquals(options.Proxy, previous._options.Proxy) && options.ConnectTimeout == previous._options.ConnectTimeout;

    // A call's own headers win.
    private static void AddUnlessSet(HttpRequestMessage message, string name, string value)
    {
        if (!message.Headers.NonValidated.Contains(name))
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }
    }

    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage message, CancellationToken cancellationToken) => _invoker is HttpClient client
        ? client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
        : _invoker.SendAsync(message, cancellationToken);

    private static Exception Translate(Exception exception, ApiCall call, HttpResponseMessage? response) => exception switch
    {
        BrokenResponseException broken => broken.WithCall(
            call.Operation.Name, call.Operation.Service, (int?)response?.StatusCode, trackingId: response is null ? null : HttpReply.TrackingIdOf(response)),
        // A packed body that ends in the middle, or is no such thing.
        InvalidDataException => Lost(exception, TransportFailure.Response, call, response),
        HttpRequestException or IOException or OperationCanceledException => Lost(exception, null, call, response),
        _ => exception,
    };

    private static TransportException Lost(Exception exception, TransportFailure? failure, ApiCall call, HttpResponseMessage? response) =>
        TransportException.From(
            exception, failure, call.Operation.Name, call.Operation.Service, (int?)response?.StatusCode, response is null ? null : HttpReply.TrackingIdOf(response));

    private static TimeSpan Shorter(TimeSpan a, TimeSpan b) =>
        a == Timeout.InfiniteTimeSpan ? b : b == Timeout.InfiniteTimeSpan || a < b ? a : b;

    internal static SocketsHttpHandler CreateHandler(ServiceClientOptions options)
    {
        var handler = new SocketsHttpHandler
        {
            // Bodies are unpacked where they are read: for any handler, and within the limit of their size.
            AutomaticDecompression = DecompressionMethods.None,
            // A redirect would carry the developer token to wherever it leads; the service sends none.
            AllowAutoRedirect = false,
            ConnectTimeout = options.ConnectTimeout,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            UseCookies = false,
        };
        if (options.Proxy is { } proxy)
        {
            handler.Proxy = proxy;
        }

        return handler;
    }
}
