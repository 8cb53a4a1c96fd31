namespace BingAds.Emulator.Background;

/// <summary>Does the work of stored jobs in the background, each once at a time.</summary>
/// <param name="work">The work on one job; it takes care of its own failures.</param>
internal sealed class JobRunner(Func<string, CancellationToken, Task> work) : IAsyncDisposable
{
    /// <summary>
    /// How long a status call waits, in real time, for work that is under way. A small job is then done by the first look, so that a test need not wait for the
    /// next one; which may be a long way off where the emulator's clock stands still.
    /// </summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(250);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Task> _running = [];
    private readonly CancellationTokenSource _stop = new();

    /// <summary>Begins the work on a stored job; within the call that stores it, since the work needs a turn of its own first.</summary>
    public void Start(string id)
    {
        lock (_gate)
        {
            if (!_stop.IsCancellationRequested)
                _running.TryAdd(id, Task.Run(() => RunAsync(id)));
        }
    }

    /// <summary>Waits a moment for a job that is under way.</summary>
    public async Task WaitAsync(string? id, CancellationToken cancellationToken)
    {
        Task? running;
        lock (_gate)
        {
            running = id is null ? null : _running.GetValueOrDefault(id);
        }

        if (running is not null)
            await Task.WhenAny(running, Task.Delay(s_patience, TimeProvider.System, cancellationToken)).ConfigureAwait(false);
    }

    /// <summary>Stops all work; what is not done goes on when the emulator is opened again.</summary>
    public async ValueTask DisposeAsync()
    {
        Task[] running;
        await _stop.CancelAsync().ConfigureAwait(false);
        lock (_gate)
        {
            running = [.. _running.Values];
        }

        await Task.WhenAll(running).ConfigureAwait(false);
        _stop.Dispose();
    }

    private async Task RunAsync(string id)
    {
        try
        {
            await work(id, _stop.Token).ConfigureAwait(false);
        }
        finally
        {
            lock (_gate)
            {
                _running.Remove(id);
            }
        }
    }
}
