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

    /// <summary>How many bytes still pass, for the kinds that cut; null means half of what would.</summary>
    public int? Bytes { get; private init; }

    /// <summary>The word for <see cref="FaultKind.JobStatus"/>.</summary>
    public string? Job { get; private init; }

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

    /// <summary>The call takes effect, and a part of the answer arrives before the connection ends.</summary>
    /// <param name="bytes">How much; null means half.</param>
    public static Fault CutBody(int? bytes = null) => new(FaultKind.CutBody) { Bytes = CheckBytes(bytes) };

    /// <summary>The call takes effect, and the connection is reset in the middle of the answer. What was sent before may be lost too.</summary>
    /// <param name="bytes">After how many bytes; null means half.</param>
    public static Fault ResetBody(int? bytes = null) => new(FaultKind.ResetBody) { Bytes = CheckBytes(bytes) };

    /// <summary>The connection is reset in the middle of the request, which has no effect.</summary>
    /// <param name="bytes">After how many bytes of its body; null means half.</param>
    public static Fault CutRequest(int? bytes = null) => new(FaultKind.CutRequest) { Bytes = CheckBytes(bytes) };

    /// <summary>The answer is complete by the rules of HTTP, but the file in it was cut.</summary>
    /// <param name="bytes">After how many bytes; null means half.</param>
    public static Fault CutContent(int? bytes = null) => new(FaultKind.CutContent) { Bytes = CheckBytes(bytes) };

    /// <summary>A link to a file is refused as expired.</summary>
    public static Fault ExpiredLink() => new(FaultKind.ExpiredLink);

    /// <summary>The whole file comes, whatever part was asked for.</summary>
    public static Fault IgnoreRange() => new(FaultKind.IgnoreRange);

    /// <summary>The job that is started, or asked for, has this status. A job that is started so does no work.</summary>
    /// <param name="status">For example <c>FailedFullSyncRequired</c>.</param>
    public static Fault JobStatus(string status)
    {
        ArgumentException.ThrowIfNullOrEmpty(status);
        return new(FaultKind.JobStatus) { Job = status };
    }

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

    private static int? CheckBytes(int? bytes)
    {
        if (bytes < 0)
            throw new ArgumentOutOfRangeException(nameof(bytes), bytes, "A number of bytes is zero or more.");
        return bytes;
    }

    private static int? CheckStatus(int? status)
    {
        if (status is < 200 or > 599)
            throw new ArgumentOutOfRangeException(nameof(status), status, "An HTTP status is 200 to 599.");
        return status;
    }
}
