using BingAds.Errors;

namespace BingAds.Jobs;

/// <summary>Looks at a job again and again until nothing more will happen to it. One look at a time.</summary>
internal static class JobPoller
{
    // The client itself has repeated each look before; a quarter of an hour of quota may still be to wait for.
    private const int MaxFailures = 8;

    /// <param name="look">Asks the service.</param>
    /// <param name="isFinal">Takes what it said; whether that was the end.</param>
    /// <param name="schedule">When to look.</param>
    /// <param name="options">The client's.</param>
    /// <param name="cancellationToken">Ends the wait, and not the job.</param>
    /// <exception cref="SdkException">The service refused, or gave no answer for too long.</exception>
    public static async Task<T> WaitAsync<T>(
        Func<CancellationToken, Task<T>> look, Func<T, bool> isFinal, PollSchedule schedule, ServiceClientOptions options, CancellationToken cancellationToken)
    {
        for (var failures = 0; ;)
        {
            SdkException? failure = null;
            try
            {
                var status = await look(cancellationToken).ConfigureAwait(false);
                if (isFinal(status))
                {
                    return status;
                }

                failures = 0;
            }
            catch (SdkException exception) when (exception.IsTransient && ++failures <= MaxFailures)
            {
                failure = exception;
            }

            var wait = failure is null ? schedule.Next() : Pauses.After(failure, failures, options);
            await Task.Delay(wait, options.TimeProvider, cancellationToken).ConfigureAwait(false);
        }
    }
}
