using BingAds.Errors;

namespace BingAds.Jobs;

/// <summary>How long a job waits after a failure. Longer than a call may: quotas of bulk files last a quarter of an hour.</summary>
internal static class Pauses
{
    public static Task WaitAsync(SdkException error, int attempt, ServiceClientOptions options, CancellationToken cancellationToken) =>
        Task.Delay(After(error, attempt, options), options.TimeProvider, cancellationToken);

    public static TimeSpan After(SdkException error, int attempt, ServiceClientOptions options)
    {
        if (error.Errors is [{ Code: ErrorCodes.BulkUrlExpired }])
        {
            return TimeSpan.Zero;
        }

        var own = Math.Min(options.Retry.BaseDelay.Ticks * Math.Pow(2, attempt - 1), options.Retry.MaxDelay.Ticks);
        var required = RetryAdvice.For(error, isIdempotent: true, attempt).MinimumWait ?? TimeSpan.Zero;

        // Jobs that were refused together should not come back together.
        var spread = 1 + (Random.Shared.NextDouble() * 0.25);
        return TimeSpan.FromTicks((long)(Math.Max(own, required.Ticks) * spread));
    }
}
