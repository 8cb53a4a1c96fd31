using BingAds.Errors;
using BingAds.Jobs;

namespace BingAds.Reporting.Download;

/// <summary>
/// The way to the service for submissions. It is open until the service says that too many reports run; from then on one submission at a time tries, after pauses that grow and that all share, until
/// nobody waits any more. A report that ends makes room, so then the next one tries at once.
/// </summary>
internal sealed class ReportGate(ServiceClientOptions options)
{
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private TaskCompletionSource _roomMade = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private DateTimeOffset _opensAt;
    private bool _isClosed;
    private int _refusals;
    private int _waiting;

    /// <summary>Whether submissions have to wait for each other.</summary>
    public bool IsClosed
    {
        get
        {
            lock (_gate)
            {
                return _isClosed;
            }
        }
    }

    /// <summary>Waits until a submission may be tried. The pass is to be told what came of it, and to be disposed.</summary>
    public async Task<Pass> EnterAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (!_isClosed)
            {
                return new Pass(this, 0, hasTurn: false);
            }

            _waiting++;
        }

        var hasTurn = false;
        try
        {
            await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
            hasTurn = true;
            return new Pass(this, await WaitAsync(cancellationToken).ConfigureAwait(false), hasTurn);
        }
        catch
        {
            Leave(hasTurn);
            throw;
        }
    }

    /// <summary>Says that a report has ended.</summary>
    public void RoomMade()
    {
        lock (_gate)
        {
            if (_isClosed)
            {
                _opensAt = options.TimeProvider.GetUtcNow();
                _roomMade.TrySetResult();
                _roomMade = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }
    }

    /// <summary>Waits for the end of the pause; how many refusals there were by then.</summary>
    private async Task<int> WaitAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            TimeSpan wait;
            Task room;
            lock (_gate)
            {
                wait = _opensAt - options.TimeProvider.GetUtcNow();
                if (wait <= TimeSpan.Zero)
                {
                    return _refusals;
                }

                room = _roomMade.Task;
            }

            // Timers count whole milliseconds: one that is cut would be over too early, again and again.
            wait = TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds));
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            await Task.WhenAny(room, Task.Delay(wait, options.TimeProvider, either.Token)).ConfigureAwait(false);
            await either.CancelAsync().ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private void Refused(ThrottledException refusal, int seen)
    {
        lock (_gate)
        {
            _isClosed = true;

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
            _opensAt = options.TimeProvider.GetUtcNow();
        }
    }

    private void Leave(bool hasTurn)
    {
        lock (_gate)
        {
            _waiting--;
            if (_waiting == 0 && _refusals == 0)
            {
                _isClosed = false;
            }
        }

        if (hasTurn)
        {
            _turn.Release();
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
                gate.Leave(hasTurn: true);
            }
        }
    }
}
