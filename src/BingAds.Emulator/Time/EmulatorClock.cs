namespace BingAds.Emulator;

/// <summary>The emulator's time: the real one, moved ahead or stopped at will. Give the same clock to the client under test, and both live in one time.</summary>
/// <remarks>Timers made from it follow it: <see cref="Advance"/> fires what falls due on the way, so a wait of an hour costs no real time.</remarks>
public sealed class EmulatorClock : TimeProvider
{
    private readonly TimeProvider _base;
    private readonly Lock _gate = new();
    private readonly HashSet<EmulatorTimer> _timers = [];
    private TimeSpan _ahead;
    private DateTimeOffset? _stoppedAt;

    /// <summary>A clock that runs with the system's.</summary>
    public EmulatorClock() : this(System)
    {
    }

    /// <summary>A clock that runs with another one.</summary>
    /// <param name="baseClock">Where real time comes from.</param>
    public EmulatorClock(TimeProvider baseClock)
    {
        ArgumentNullException.ThrowIfNull(baseClock);
        _base = baseClock;
    }

    /// <summary>Ticks are the unit of <see cref="GetTimestamp"/>.</summary>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>How far this clock is ahead of the real one; while frozen, as of now.</summary>
    public TimeSpan Ahead
    {
        get
        {
            lock (_gate)
            {
                return Now() - _base.GetUtcNow();
            }
        }
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return Now();
        }
    }

    /// <inheritdoc/>
    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new EmulatorTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the time on and fires, in order, the timers that fall due on the way.</summary>
    /// <param name="by">Zero or more.</param>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        DateTimeOffset target;
        lock (_gate)
        {
            target = Now() + by;
        }

        while (NextDue(target) is { } timer)
        {
            timer.FireIfDue();
        }

        lock (_gate)
        {
            MoveTo(target);
            foreach (var timer in _timers)
            {
                Arm(timer);
            }
        }
    }

    /// <summary>Stops the time: from now on only <see cref="Advance"/> moves it.</summary>
    /// <param name="at">The time to stop at; the present when null. Going back is allowed, though the service's own data then lies in the future.</param>
    public void Freeze(DateTimeOffset? at = null)
    {
        lock (_gate)
        {
            _stoppedAt = at?.ToUniversalTime() ?? Now();
            foreach (var timer in _timers)
            {
                timer.Disarm();
            }
        }
    }

    /// <summary>Lets a frozen clock run on from where it stands.</summary>
    public void Run()
    {
        lock (_gate)
        {
            if (_stoppedAt is not { } at)
                return;
            _ahead = at - _base.GetUtcNow();
            _stoppedAt = null;
            foreach (var timer in _timers)
            {
                Arm(timer);
            }
        }
    }

    internal bool Schedule(EmulatorTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            if (timer.Disposed)
                return false;
            timer.Period = period <= TimeSpan.Zero ? null : period;
            timer.DueAt = dueTime < TimeSpan.Zero ? null : Now() + dueTime;
            if (timer.DueAt is null)
                _timers.Remove(timer);
            else
                _timers.Add(timer);
            Arm(timer);
            return true;
        }
    }

    internal void Forget(EmulatorTimer timer)
    {
        lock (_gate)
        {
            timer.Disposed = true;
            timer.DueAt = null;
            _timers.Remove(timer);
            timer.Disarm();
        }
    }

    /// <summary>Whether the timer is due; if so it is moved on to its next time, so that it fires once only.</summary>
    internal bool Take(EmulatorTimer timer)
    {
        lock (_gate)
        {
            if (timer.DueAt is not { } due)
                return false;
            if (due > Now())
            {
                Arm(timer); // The real timer woke a little early.
                return false;
            }

            timer.DueAt = timer.Period is { } period ? due + period : null;
            if (timer.DueAt is null)
                _timers.Remove(timer);
            Arm(timer);
            return true;
        }
    }

    private EmulatorTimer? NextDue(DateTimeOffset target)
    {
        lock (_gate)
        {
            var next = _timers.MinBy(static t => t.DueAt);
            if (next?.DueAt is not { } due || due > target)
                return null;
            if (due > Now())
                MoveTo(due);
            return next;
        }
    }

    private DateTimeOffset Now() => _stoppedAt ?? (_base.GetUtcNow() + _ahead);

    private void MoveTo(DateTimeOffset time)
    {
        if (_stoppedAt is not null)
            _stoppedAt = time;
        else
            _ahead = time - _base.GetUtcNow();
    }

    private void Arm(EmulatorTimer timer)
    {
        if (timer.DueAt is { } due && _stoppedAt is null)
            timer.Arm(_base, due - Now());
        else
            timer.Disarm();
    }
}
