namespace BingAds.Conformance.Scenarios;

/// <summary>
/// One time for the client and the emulator, which only this program moves. Who waits on the client's side moves it on at once, so that
/// no wait takes real time; a deadline (a timer of a cancellation source) is no wait and only fires when the time is passed by others.
/// </summary>
public sealed class ScenarioClock
{
    private readonly Lock _lock = new();
    private readonly List<Timer> _timers = [];
    private DateTimeOffset _now;

    public ScenarioClock(DateTimeOffset start)
    {
        _now = start;
        Client = new Face(this, movesWhenWaiting: true);
        Emulator = new Face(this, movesWhenWaiting: false);
    }

    /// <summary>The time as the client under test sees it.</summary>
    public TimeProvider Client { get; }

    /// <summary>The same time for the emulator, whose own waits never move it.</summary>
    public TimeProvider Emulator { get; }

    public DateTimeOffset Now
    {
        get
        {
            lock (_lock) return _now;
        }
    }

    /// <summary>Moves the time on and fires, in order, what is due.</summary>
    public void Advance(TimeSpan by) => MoveTo(Now + by);

    private void MoveTo(DateTimeOffset target)
    {
        while (true)
        {
            Timer? due;
            lock (_lock)
            {
                due = _timers.Where(t => t.Due <= target).MinBy(static t => t.Due);
                if (due is null)
                {
                    if (_now < target) _now = target;
                    return;
                }

                if (_now < due.Due) _now = due.Due;
                due.Reschedule();
            }

            due.Fire();
        }
    }

    private sealed class Face(ScenarioClock clock, bool movesWhenWaiting) : TimeProvider
    {
        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => clock.Now;

        public override long GetTimestamp() => clock.Now.UtcTicks;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            new Timer(clock, callback, state, dueTime, period, movesWhenWaiting && state is Task);
    }

    private sealed class Timer : ITimer
    {
        private readonly ScenarioClock _clock;
        private readonly TimerCallback _callback;
        private readonly object? _state;
        private readonly bool _isWait;
        private TimeSpan _period;

        public Timer(ScenarioClock clock, TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period, bool isWait)
        {
            (_clock, _callback, _state, _isWait) = (clock, callback, state, isWait);
            Change(dueTime, period);
        }

        public DateTimeOffset Due { get; private set; } = DateTimeOffset.MaxValue;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (_clock._lock)
            {
                _clock._timers.Remove(this);
                _period = period;
                if (dueTime == Timeout.InfiniteTimeSpan) return true;
                Due = _clock._now + dueTime;
                _clock._timers.Add(this);
            }

            // Not on this thread: whoever waits has not yet got the timer in hand.
            if (_isWait) ThreadPool.UnsafeQueueUserWorkItem(static timer => timer.WaitNoMore(), this, preferLocal: false);
            return true;
        }

        /// <summary>Called with the lock held, before the callback runs.</summary>
        public void Reschedule()
        {
            if (_period > TimeSpan.Zero) Due += _period;
            else _clock._timers.Remove(this);
        }

        public void Fire() => _callback(_state);

        private void WaitNoMore()
        {
            DateTimeOffset due;
            lock (_clock._lock)
            {
                // A wait that was given up in the meantime takes no time.
                if (!_clock._timers.Contains(this)) return;
                due = Due;
            }

            _clock.MoveTo(due);
        }

        public void Dispose()
        {
            lock (_clock._lock) _clock._timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
