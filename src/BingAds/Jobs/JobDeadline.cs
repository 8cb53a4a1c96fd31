using TimeoutException = BingAds.Errors.TimeoutException;

namespace BingAds.Jobs;

/// <summary>The time that a wait for a job may take in all. When it is over the wait ends, and the job goes on.</summary>
internal sealed class JobDeadline : IDisposable
{
    private readonly TimeSpan _limit;
    private readonly string _what;
    private readonly ServiceName _service;
    private readonly CancellationTokenSource _timer;

    /// <param name="limit">Null for no limit.</param>
    /// <param name="what">What is waited for, as the exception begins.</param>
    /// <param name="service">Whose job it is.</param>
    /// <param name="time">The clock.</param>
    public JobDeadline(TimeSpan? limit, string what, ServiceName service, TimeProvider time)
    {
        _limit = limit ?? Timeout.InfiniteTimeSpan;
        _what = what;
        _service = service;
        _timer = new CancellationTokenSource(_limit, time);
    }

    /// <summary>Does something that ends with the deadline.</summary>
    /// <param name="work">What to do.</param>
    /// <param name="saved">The job's saved text, for the exception; null while there is no job.</param>
    /// <param name="cancellationToken">The caller's.</param>
    /// <exception cref="TimeoutException">It was not done in time.</exception>
    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> work, Func<string?> saved, CancellationToken cancellationToken)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _timer.Token);
        try
        {
            return await work(both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (_timer.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw Passed(saved(), exception);
        }
    }

    /// <exception cref="TimeoutException">The time is over.</exception>
    public void ThrowIfOver()
    {
        if (_timer.IsCancellationRequested)
        {
            throw Passed(null, null);
        }
    }

    public void Dispose() => _timer.Dispose();

    private TimeoutException Passed(string? saved, Exception? cause) => new(_what, _limit, cause) { JobId = saved, Service = _service };
}
