namespace BingAds.Emulator;

/// <summary>A failure to be served in place of, or after, the real answer.</summary>
public sealed record Fault
{
    private Fault(FaultKind kind) => Kind = kind;

    /// <summary>How the request fails.</summary>
    public FaultKind Kind { get; }

    /// <summary>The service's error code, for <see cref="FaultKind.Error"/>.</summary>
    public int Code { get; private init; }

    /// <summary>The protocol's error word for the token end point, such as <c>invalid_grant</c>.</summary>
    public string? OAuthError { get; private init; }

    /// <summary>HTTP status over REST; null means the one that belongs to the code. SOAP faults always travel under 500.</summary>
    public int? Status { get; private init; }

    /// <summary>Sent as <c>Retry-After</c>, in whole seconds.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Wait, by the emulator's clock, before anything else.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>The body of a <see cref="FaultKind.Status"/> or <see cref="FaultKind.NotJson"/> answer; null means a default one.</summary>
    public string? Body { get; init; }

    /// <summary>The service refuses with this code, without any effect.</summary>
    /// <param name="code">The service's error code, such as 117.</param>
    /// <param name="status">HTTP status over REST; null means the one that belongs to the code.</param>
    /// <param name="retryAfter">Sent as <c>Retry-After</c>.</param>
    public static Fault Error(int code, int? status = null, TimeSpan? retryAfter = null)
        => new(FaultKind.Error) { Code = code, Status = CheckStatus(status), RetryAfter = retryAfter };

    /// <summary>The token end point refuses with this word, without any effect.</summary>
    /// <param name="error">For example <c>invalid_grant</c> or <c>temporarily_unavailable</c>.</param>
    /// <param name="status">HTTP status.</param>
    public static Fault SignIn(string error, int status = 400)
    {
        ArgumentException.ThrowIfNullOrEmpty(error);
        return new(FaultKind.Error) { OAuthError = error, Status = CheckStatus(status) };
    }

    /// <summary>A gateway refuses with this status, without any effect.</summary>
    /// <param name="status">HTTP status.</param>
    /// <param name="retryAfter">Sent as <c>Retry-After</c>.</param>
    public static Fault HttpStatus(int status, TimeSpan? retryAfter = null)
        => new(FaultKind.Status) { Status = CheckStatus(status), RetryAfter = retryAfter };

    /// <summary>The connection is reset before anything happens.</summary>
    public static Fault Reset() => new(FaultKind.Reset);

    /// <summary>The call takes effect, and half of the answer arrives.</summary>
    public static Fault CutBody() => new(FaultKind.CutBody);

    /// <summary>The call takes effect, and a web page arrives as the answer.</summary>
    public static Fault NotJson() => new(FaultKind.NotJson);

    /// <summary>The call takes effect, and no answer arrives.</summary>
    public static Fault LostAnswer() => new(FaultKind.LostAnswer);

    /// <summary>The answer is right, but late by the emulator's clock.</summary>
    /// <param name="delay">How late.</param>
    public static Fault Late(TimeSpan delay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        return new(FaultKind.None) { Delay = delay };
    }

    private static int? CheckStatus(int? status)
    {
        if (status is < 200 or > 599)
            throw new ArgumentOutOfRangeException(nameof(status), status, "An HTTP status is 200 to 599.");
        return status;
    }
}
