using BingAds.Errors;
using BingAds.Jobs;

namespace BingAds.Reporting.Download;

/// <summary>
/// The reports of this manager that run at the service. A place belongs to a report and not to who waits for it: where the wait was given up, the report still runs. As long as somebody waits for a
/// place, reports that nobody looks at are looked at here.
/// </summary>
/// <param name="count">How many may run.</param>
/// <param name="time">The clock.</param>
/// <param name="interval">How often to look; null for ever later.</param>
/// <param name="lifetime">How long a report can run at most.</param>
/// <param name="hasEnded">Looks at a report.</param>
internal sealed class RunningReports(
    int count, TimeProvider time, TimeSpan? interval, TimeSpan lifetime, Func<ReportingDownloadOperation, CancellationToken, Task<bool>> hasEnded) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly ReportPlaces _places = new(count);
    private readonly Dictionary<string, Report> _reports = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stop = new();
    private bool _isWatching;

    /// <summary>Waits for a place.</summary>
    public async Task<IDisposable> EnterAsync(long account, CancellationToken cancellationToken)
    {
        var entering = _places.EnterAsync(account, cancellationToken);
        if (!entering.IsCompleted)
        {
            WatchIfNeeded();
        }

        return await entering.ConfigureAwait(false);
    }

    /// <summary>Gives a place to a report. One that has a place already needs no other.</summary>
    public void Add(ReportingDownloadOperation operation, IDisposable place)
    {
        lock (_gate)
        {
            if (!_reports.TryAdd(operation.RequestId, new Report(operation, place, time.GetTimestamp())))
            {
                place.Dispose();
            }
        }

        WatchIfNeeded();
    }

    /// <summary>Says that somebody looks at a report, until it is disposed.</summary>
    public IDisposable Watch(string requestId)
    {
        lock (_gate)
        {
            if (_reports.GetValueOrDefault(requestId) is { } report)
            {
                report.Watchers++;
                return new Watcher(this, report);
            }
        }

        return new Watcher(this, null);
    }

    /// <summary>Frees the place of a report that has ended.</summary>
    public void Ended(string requestId)
    {
        Report? ended;
        lock (_gate)
        {
            _reports.Remove(requestId, out ended);
        }

        ended?.Place.Dispose();
    }

    public void Dispose() => _stop.Cancel();

    private void WatchIfNeeded()
    {
        lock (_gate)
        {
            if (_isWatching || _stop.IsCancellationRequested || !_places.HasWaiters || !_reports.Values.Any(static r => r.Watchers == 0))
            {
                return;
            }

            _isWatching = true;
        }

        // For all who wait, and so under the token of none of them.
        _ = Task.Run(WatchAsync, CancellationToken.None);
    }

    private async Task WatchAsync()
    {
        var schedule = new PollSchedule(time, interval: interval);
        try
        {
            while (true)
            {
                Report[] left;
                lock (_gate)
                {
                    left = _places.HasWaiters ? [.. _reports.Values.Where(static r => r.Watchers == 0)] : [];
                    if (left.Length == 0)
                    {
                        _isWatching = false;
                        return;
                    }
                }

                foreach (var report in left)
                {
                    if (await HasEndedAsync(report).ConfigureAwait(false))
                    {
                        Ended(report.Operation.RequestId);
                    }
                }

                await Task.Delay(schedule.Next(), time, _stop.Token).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
        {
            // The manager is closed.
        }
    }

    private async Task<bool> HasEndedAsync(Report report)
    {
        try
        {
            return time.GetElapsedTime(report.Since) > lifetime || await hasEnded(report.Operation, _stop.Token).ConfigureAwait(false);
        }
        catch (SdkException failure)
        {
            // One that can no longer be asked for must not hold a place for ever.
            return !failure.IsTransient;
        }
    }

    private sealed class Report(ReportingDownloadOperation operation, IDisposable place, long since)
    {
        public ReportingDownloadOperation Operation { get; } = operation;

        public IDisposable Place { get; } = place;

        public long Since { get; } = since;

        public int Watchers { get; set; }
    }

    private sealed class Watcher(RunningReports owner, Report? report) : IDisposable
    {
        private Report? _report = report;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _report, null) is not { } left)
            {
                return;
            }

            lock (owner._gate)
            {
                left.Watchers--;
            }

            owner.WatchIfNeeded();
        }
    }
}
