using System.Net.Http;
using System.Net.Sockets;
using System.Security.Authentication;

namespace BingAds.Errors;

/// <summary>No whole answer came: name, connection, TLS or proxy failed, or one attempt took too long.</summary>
public sealed class TransportException : SdkException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="failure">Where the call was lost.</param>
    /// <param name="operation">The operation called; null if it was none.</param>
    /// <param name="innerException">What the network layer says.</param>
    public TransportException(TransportFailure failure, string? operation = null, Exception? innerException = null)
        : base(Describe(failure, operation, innerException), innerException)
    {
        Failure = failure;
        Operation = operation;
        // A certificate or protocol that does not fit will not fit a second later; a handshake that was cut may.
        IsTransient = !(failure == TransportFailure.Tls && innerException is AuthenticationException or { InnerException: AuthenticationException });
    }

    /// <summary>Where the call was lost.</summary>
    public TransportFailure Failure { get; }

    /// <summary>Whether the request surely never reached the service, so that even a write can be repeated.</summary>
    public bool SurelyNotSent => Failure is TransportFailure.NameResolution or TransportFailure.Connect or TransportFailure.Tls or TransportFailure.Proxy;

    /// <inheritdoc/>
    public override ErrorCategory Category => ErrorCategory.Transport;

    /// <inheritdoc/>
    public override bool IsTransient { get; }

    /// <summary>Makes the exception from what <see cref="HttpClient"/> threw.</summary>
    public static TransportException From(Exception exception, string? operation = null, ServiceName? service = null)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return new TransportException(Find(exception), operation, exception) { Service = service };
    }

    internal static TransportException From(
        Exception exception, TransportFailure? failure, string? operation, ServiceName? service, int? httpStatus, string? trackingId) =>
        new(failure ?? Find(exception), operation, exception) { Service = service, HttpStatus = httpStatus, TrackingId = trackingId };

    private static TransportFailure Find(Exception exception) => exception switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => TransportFailure.NameResolution,
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => TransportFailure.Connect,
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => TransportFailure.Tls,
        HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } => TransportFailure.Proxy,
        HttpIOException { HttpRequestError: HttpRequestError.ResponseEnded } => TransportFailure.Response,
        HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded } => TransportFailure.Connection,
        // Handlers other than the runtime's own tell it only by the socket error.
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } => TransportFailure.NameResolution,
        SocketException { SocketErrorCode: SocketError.ConnectionRefused or SocketError.HostUnreachable or SocketError.NetworkUnreachable } => TransportFailure.Connect,
        SocketException => TransportFailure.Connection,
        TaskCanceledException or System.TimeoutException => TransportFailure.AttemptTimeout,
        { InnerException: { } inner } => Find(inner),
        IOException => TransportFailure.Connection,
        _ => TransportFailure.Unknown,
    };

    private static string Describe(TransportFailure failure, string? operation, Exception? inner)
    {
        var what = failure switch
        {
            TransportFailure.NameResolution => "the host's name was not found",
            TransportFailure.Connect => "the host could not be reached",
            TransportFailure.Tls => "no secure connection could be made",
            TransportFailure.Proxy => "the proxy refused",
            TransportFailure.Connection => "the connection broke before an answer came",
            TransportFailure.Response => "the answer broke off",
            TransportFailure.AttemptTimeout => "one attempt took too long",
            _ => "the network failed",
        };
        var detail = inner is null ? "" : $" ({ErrorText.OneLine(inner.GetBaseException().Message)})";
        return $"{operation ?? "The call"} failed: {what}{detail}. {ErrorAdvice.For(failure == TransportFailure.AttemptTimeout ? ErrorCategory.Timeout : ErrorCategory.Transport)}";
    }
}
