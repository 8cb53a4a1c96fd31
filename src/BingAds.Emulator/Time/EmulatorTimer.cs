namespace BingAds.Emulator;

/// <summary>A timer of an <see cref="EmulatorClock"/>: due by that clock, and woken by a real timer only while the clock runs.</summary>
internal sealed class EmulatorTimer(EmulatorClock clock, TimerCallback callback, object? state) : ITimer
{
    private ITimer? _real;

    // All of these are guarded by the clock's lock.
    public DateTimeOffset? DueAt { get; set; }

    public TimeSpan? Period { get; set; }

    public bool Disposed { get; set; }

    public bool Change(TimeSpan dueTime, TimeSpan period) => clock.Schedule(this, dueTime, period);

    public void FireIfDue()
    {
        if (clock.Take(this))
            callback(state);
    }

    public void Arm(TimeProvider real, TimeSpan wait)
    {
        // A timer takes at most 49 days; waking early is harmless, it is then armed again.
        var longest = TimeSpan.FromDays(30);
        wait = wait < TimeSpan.Zero ? TimeSpan.Zero : wait > longest ? longest : wait;
        if (_real is null)
            _real = real.CreateTimer(static t => ((EmulatorTimer)t!).FireIfDue(), this, wait, Timeout.InfiniteTimeSpan);
        else
            _real.Change(wait, Timeout.InfiniteTimeSpan);
    }

    public void Disarm()
    {
        _real?.Dispose();
        _real = null;
    }

    public void Dispose() => clock.Forget(this);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
