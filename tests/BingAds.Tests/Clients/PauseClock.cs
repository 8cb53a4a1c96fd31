using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace BingAds.Tests.Clients;

/// <summary>A clock that stands still but for waits: each one is noted and over at once.</summary>
internal sealed class PauseClock : TimeProvider
{
    private readonly FakeTimeProvider _clock = new(Start);

    public static DateTimeOffset Start { get; } = new(2026, 11, 24, 10, 0, 0, TimeSpan.Zero);

    /// <summary>All waits, in order. Timeouts are waits too, so that tests turn them off.</summary>
    public ConcurrentQueue<TimeSpan> Pauses { get; } = new();

    public override long TimestampFrequency => _clock.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => _clock.LocalTimeZone;

    public void Advance(TimeSpan time) => _clock.Advance(time);

    public override DateTimeOffset GetUtcNow() => _clock.GetUtcNow();

    public override long GetTimestamp() => _clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = _clock.CreateTimer(callback, state, dueTime, period);
        if (dueTime > TimeSpan.Zero)
        {
            Pauses.Enqueue(dueTime);

            // Later: who waits must have its timer in hand first.
            ThreadPool.QueueUserWorkItem(_ => _clock.Advance(dueTime));
        }

        return timer;
    }
}
