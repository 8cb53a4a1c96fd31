using TimeoutException = BingAds.Errors.TimeoutException;

namespace BingAds.Jobs;

/// <summary>The time that a wait for a job may take in all. When it is over the wait ends, and the job goes on.</summary>
internal sealed class JobDeadline : IDisposable
{
    private readonly TimeSpan _limit;
    private readonly string _what;
    private readonly ServiceName _service;
    private readonly CancellationToken _caller;
    private readonly CancellationTokenSource _timer;
    private readonly CancellationTokenSource _both;

    /// <param name="limit">Null for no limit.</param>
    /// <param name="what">What is waited for, as the exception begins.</param>
    /// <param name="service">Whose job it is.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public JobDeadline(TimeSpan? limit, string what, ServiceName service, TimeProvider time, CancellationToken cancellationToken)
    {
        _limit = limit ?? Timeout.InfiniteTimeSpan;
        _what = what;
        _service = service;
        _caller = cancellationToken;
        _timer = new CancellationTokenSource(_limit, time);
        _both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _timer.Token);
    }

    /// <summary>The caller's token and the deadline.</summary>
    public CancellationToken Token => _both.Token;

    /// <summary>Does something that ends with the deadline.</summary>
    /// <param name="work">What to do.</param>
    /// <param name="saved">The job's saved text, for the exception.</param>
    /// <exception cref="TimeoutException">It was not done in time.</exception>
    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> work, Func<string?> saved)
    {
        try
        {
            return await work(Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (IsOver)
        {
            throw Passed(saved(), exception);
        }
    }

    /// <summary>Whether a cancellation was the deadline's and not the caller's.</summary>
    public bool IsOver => _timer.IsCancellationRequested && !_caller.IsCancellationRequested;

    public TimeoutException Passed(string? saved, Exception? cause) => new(_what, _limit, cause) { JobId = saved, Service = _service };

    public void Dispose()
    {
        _both.Dispose();
        _timer.Dispose();
    }
}
