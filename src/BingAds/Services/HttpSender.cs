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

    public HttpSender(ServiceClientOptions options)
    {
        _options = options;
        // Our own needs nothing of what HttpClient adds for each call: a second deadline, and a copy of the body.
        _invoker = options.HttpClient ?? new HttpMessageInvoker(CreateHandler(options));
        _userAgent = options.UserAgent is { Length: > 0 } own ? $"{own} {Manifest.UserAgent}" : Manifest.UserAgent;
    }

    /// <exception cref="SdkException">No whole answer came in time.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<HttpReply> SendAsync(HttpRequestMessage message, ApiCall call, TimeSpan remaining, CancellationToken cancellationToken)
    {
        message.Headers.TryAddWithoutValidation("User-Agent", _userAgent);
        message.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip, deflate, br");
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
            response?.Dispose();
            cancellationToken.ThrowIfCancellationRequested();
            throw Translate(exception, call, response);
        }
    }

    public void Dispose()
    {
        if (_options.HttpClient is null)
        {
            _invoker.Dispose();
        }
    }

    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage message, CancellationToken cancellationToken) => _invoker is HttpClient client
        ? client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
        : _invoker.SendAsync(message, cancellationToken);

    private static Exception Translate(Exception exception, ApiCall call, HttpResponseMessage? response)
    {
        switch (exception)
        {
            case BrokenResponseException broken:
                return broken.WithCall(call.Operation.Name, call.Operation.Service, (int?)response?.StatusCode);
            case OperationCanceledException when call.Remaining is var left && left != Timeout.InfiniteTimeSpan && left <= TimeSpan.Zero:
                return call.DeadlinePassed(exception);
            case HttpRequestException or IOException or OperationCanceledException or InvalidDataException:
                return TransportException.From(exception, call.Operation.Name, call.Operation.Service);
            default:
                return exception;
        }
    }

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
