using BingAds.Errors;
using BingAds.Jobs;

namespace BingAds.Reporting.Download;

/// <summary>
/// The way to the service for submissions. It is open until the service says that too many reports run; then one submission at a time tries, after pauses that grow and that all share, until one
/// is taken. A report that ends makes room, so then the next one tries at once.
/// </summary>
internal sealed class ReportGate(ServiceClientOptions options)
{
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private TaskCompletionSource _roomMade = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private DateTimeOffset _opensAt;
    private int _refusals;

    /// <summary>Whether the service refused the last submission.</summary>
    public bool IsClosed => Volatile.Read(ref _refusals) > 0;

    /// <summary>Waits until a submission may be tried. The pass is to be told what came of it, and to be disposed.</summary>
    public async Task<Pass> EnterAsync(CancellationToken cancellationToken)
    {
        if (!IsClosed)
        {
            return new Pass(this, 0, hasTurn: false);
        }

        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            while (true)
            {
                TimeSpan wait;
                Task room;
                int refusals;
                lock (_gate)
                {
                    refusals = _refusals;
                    wait = _opensAt - options.TimeProvider.GetUtcNow();
                    room = _roomMade.Task;
                }

                if (refusals == 0)
                {
                    _turn.Release();
                    return new Pass(this, 0, hasTurn: false);
                }

                if (wait <= TimeSpan.Zero)
                {
                    return new Pass(this, refusals, hasTurn: true);
                }

                // Timers count whole milliseconds: one that is cut would be over too early, again and again.
                wait = TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds));
                using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
                await Task.WhenAny(room, Task.Delay(wait, options.TimeProvider, either.Token)).ConfigureAwait(false);
                await either.CancelAsync().ConfigureAwait(false);
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
        catch
        {
            _turn.Release();
            throw;
        }
    }

    /// <summary>Says that a report has ended.</summary>
    public void RoomMade()
    {
        lock (_gate)
        {
            if (_refusals > 0)
            {
                _opensAt = options.TimeProvider.GetUtcNow();
                _roomMade.TrySetResult();
                _roomMade = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }
    }

    private void Refused(ThrottledException refusal, int seen)
    {
        lock (_gate)
        {
            // Of those that went together only one counts.
            if (_refusals == seen)
            {
                _refusals++;
                _opensAt = options.TimeProvider.GetUtcNow() + Pauses.After(refusal, _refusals, options);
            }
        }
    }

    private void Accepted()
    {
        lock (_gate)
        {
            _refusals = 0;
        }
    }

    /// <summary>The right to try one submission.</summary>
    public sealed class Pass(ReportGate gate, int refusals, bool hasTurn) : IDisposable
    {
        private bool _hasTurn = hasTurn;

        public void Accepted() => gate.Accepted();

        public void Refused(ThrottledException refusal) => gate.Refused(refusal, refusals);

        public void Dispose()
        {
            if (_hasTurn)
            {
                _hasTurn = false;
                gate._turn.Release();
            }
        }
    }
}
