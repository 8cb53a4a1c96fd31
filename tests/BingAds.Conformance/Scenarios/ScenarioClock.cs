namespace BingAds.Conformance.Scenarios;

/// <summary>
/// The client's time, which only this program moves. Who waits moves it on at once, so that no wait takes real time; a deadline (a timer of a
/// cancellation source) is no wait, and fires only when others move the time past it.
/// </summary>
/// <param name="start">The time to begin at.</param>
/// <param name="moved">Told before each move, so that another clock goes along.</param>
public sealed class ScenarioClock(DateTimeOffset start, Func<TimeSpan, Task>? moved = null) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _oneMoveAtATime = new(1);
    private readonly List<Timer> _timers = [];
    private DateTimeOffset _now = start;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock) return _now;
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new Timer(this, callback, state, dueTime, period);

    /// <summary>Moves the time on and fires, in order, what falls due on the way.</summary>
    public Task AdvanceAsync(TimeSpan by) => MoveToAsync(GetUtcNow() + by, null);

    private async Task MoveToAsync(DateTimeOffset target, Timer? waiting)
    {
        await _oneMoveAtATime.WaitAsync();
        try
        {
            TimeSpan by;
            lock (_lock)
            {
                // A wait that was given up in the meantime takes no time.
                if (waiting is not null && !_timers.Contains(waiting)) return;
                by = target - _now;
            }

            if (moved is not null && by > TimeSpan.Zero) await moved(by);
            while (NextDue(target) is { } due) due.Fire();
        }
        finally
        {
            _oneMoveAtATime.Release();
        }
    }

    private Timer? NextDue(DateTimeOffset target)
    {
        lock (_lock)
        {
            var due = _timers.Where(t => t.Due <= target).MinBy(static t => t.Due);
            var time = due?.Due ?? target;
            if (_now < time) _now = time;
            due?.Reschedule();
            return due;
        }
    }

    private sealed class Timer : ITimer
    {
        private readonly ScenarioClock _clock;
        private readonly TimerCallback _callback;
        private readonly object? _state;
        private TimeSpan _period;

        public Timer(ScenarioClock clock, TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            (_clock, _callback, _state) = (clock, callback, state);
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

            // The state of a wait is the task that waits. Not on this thread: whoever waits has not yet got the timer in hand.
            if (_state is Task) _ = Task.Run(() => _clock.MoveToAsync(Due, this));
            return true;
        }

        /// <summary>Called with the lock held, before the callback runs.</summary>
        public void Reschedule()
        {
            if (_period > TimeSpan.Zero) Due += _period;
            else _clock._timers.Remove(this);
        }

        public void Fire() => _callback(_state);

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
