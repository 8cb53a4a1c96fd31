namespace BingAds;

/// <summary>Lets many callers wait for one run of some work: who comes while it runs joins it.</summary>
internal sealed class SingleFlight
{
    private readonly Lock _gate = new();
    private Task? _running;

    /// <summary>Starts the work, or joins the one that runs. A cancelled caller leaves; the work goes on for the others.</summary>
    internal Task RunAsync(Func<Task> work, CancellationToken cancellationToken)
    {
        Task task;
        lock (_gate)
        {
            if (_running is null)
            {
                // On the pool, so that nothing of the work runs under the lock.
                _running = Task.Run(() => RunOnceAsync(work), CancellationToken.None);
            }
            task = _running;
        }
        return task.WaitAsync(cancellationToken);
    }

    private async Task RunOnceAsync(Func<Task> work)
    {
        try
        {
            await work().ConfigureAwait(false);
        }
        finally
        {
            lock (_gate)
                _running = null;
        }
    }
}
