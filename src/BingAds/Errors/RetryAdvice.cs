namespace BingAds.Errors;

/// <summary>Whether a failed call can be made again, and when: the facts of the service as a pure function.</summary>
/// <remarks>
/// Reads are repeated after any passing failure. Writes only when the service surely did nothing, because a write whose end is unclear
/// may have been done, and twice is worse than not at all. How often, and until when, is for the caller to say.
/// </remarks>
/// <param name="Retry">Whether to make the same call again.</param>
/// <param name="MinimumWait">The shortest wait before that; null if there is no rule, so a short back-off of the caller's choice.</param>
/// <param name="SurelyDidNothing">Whether the service surely did not act on the call.</param>
/// <param name="RefreshToken">Whether the access token must be refreshed first; then the call can be repeated once, be it a read or a write.</param>
public readonly record struct RetryAdvice(bool Retry, TimeSpan? MinimumWait, bool SurelyDidNothing, bool RefreshToken)
{
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(15);

    /// <summary>What to do after a failure.</summary>
    /// <param name="error">The failure.</param>
    /// <param name="isIdempotent">Whether the call can be made twice without harm, as a read can.</param>
    /// <param name="attempt">How many attempts have failed, from 1; waits grow with it.</param>
    public static RetryAdvice For(SdkException error, bool isIdempotent, int attempt = 1)
    {
        ArgumentNullException.ThrowIfNull(error);
        ArgumentOutOfRangeException.ThrowIfLessThan(attempt, 1);
        return error switch
        {
            ApiException api => ForApi(api, isIdempotent, attempt),
            TransportException transport => new(
                transport.IsTransient && (isIdempotent || transport.SurelyNotSent), transport.RetryAfter, transport.SurelyNotSent, false),
            // No token, so the call itself was never sent.
            OAuthTokenRequestException signIn => new(signIn.IsTransient, signIn.RetryAfter, true, false),
            // The deadline covers all retries; and what is partly done must not be sent again as a whole.
            TimeoutException or PartialErrorException => default,
            _ => new(error.IsTransient && isIdempotent, error.IsTransient ? error.RetryAfter : null, false, false),
        };
    }

    private static RetryAdvice ForApi(ApiException error, bool isIdempotent, int attempt)
    {
        if (NeedsNewToken(error))
            return new(false, null, true, true);

        var didNothing = error.Category is ErrorCategory.Throttled or ErrorCategory.Credentials or ErrorCategory.Permission
            || (error.Errors.Count > 0 && error.Errors.All(static e => IsRefusal(e.Info)));
        if (!error.IsTransient || error.Errors.Any(static e => e.Info?.Retry == RetryKind.LaterOrRelax))
            return new(false, null, didNothing, false);
        return didNothing || isIdempotent
            ? new(true, error.RetryAfter ?? LongestOf(error, attempt), didNothing, false)
            : new(false, null, false, false);
    }

    /// <summary>109, or a 401 whose codes do not say what else is wrong with the sign-in.</summary>
    private static bool NeedsNewToken(ApiException error) =>
        error.Has(ErrorCodes.AuthenticationTokenExpired)
        || (error.HttpStatus == 401 && error.Errors.All(static e => e.Info is null));

    /// <summary>Codes with which the service turns a call away before it acts.</summary>
    private static bool IsRefusal(ErrorCodeInfo? info) =>
        info is { Retry: RetryKind.Wait or RetryKind.WaitForOtherReports or RetryKind.Later };

    private static TimeSpan? LongestOf(ApiException error, int attempt)
    {
        TimeSpan? longest = null;
        foreach (var one in error.Errors)
        {
            if (WaitFor(one.Info, attempt) is { } wait && (longest is null || wait > longest))
                longest = wait;
        }

        // A 429 without a code: it may be any of the limits, so begin as for the call rate.
        return longest ?? (error.Category == ErrorCategory.Throttled ? CallRate(attempt) : null);
    }

    private static TimeSpan? WaitFor(ErrorCodeInfo? info, int attempt) => info switch
    {
        { Code: ErrorCodes.CallRateExceeded } => CallRate(attempt),
        { Retry: RetryKind.WaitForOtherReports } => Growing(TimeSpan.FromSeconds(15), attempt, TimeSpan.FromMinutes(2)),
        { Code: ErrorCodes.BulkNoMoreCallsPermittedForTheTimePeriod or ErrorCodes.BulkTooManyRequests } => Growing(TimeSpan.FromMinutes(1), attempt, info.Wait ?? s_longest),
        { Retry: RetryKind.Wait, Wait: { } wait } => wait,
        { Retry: RetryKind.Later } => Growing(TimeSpan.FromMinutes(1), attempt, s_longest),
        { Retry: RetryKind.Transient } => Growing(TimeSpan.FromSeconds(1), attempt, TimeSpan.FromSeconds(30)),
        _ => null,
    };

    /// <summary>The window slides over 60 seconds: 15, 20, 25 and then 30 seconds get past it without waiting longer than needed.</summary>
    private static TimeSpan CallRate(int attempt) => TimeSpan.FromSeconds(Math.Min(15 + (5L * (attempt - 1)), 30));

    private static TimeSpan Growing(TimeSpan first, int attempt, TimeSpan longest)
    {
        var seconds = first.TotalSeconds * Math.Pow(2, Math.Min(attempt - 1, 20));
        return seconds < longest.TotalSeconds ? TimeSpan.FromSeconds(seconds) : longest;
    }
}
