using Microsoft.Extensions.Time.Testing;

namespace BingAds.Emulator.Tests;

public class ClockTests
{
    private static readonly DateTimeOffset s_noon = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Clock_runs_with_its_base_and_stays_ahead_when_advanced()
    {
        var real = new FakeTimeProvider(s_noon);
        var clock = new EmulatorClock(real);
        clock.Advance(TimeSpan.FromHours(3));
        real.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(s_noon.AddHours(3).AddMinutes(1), clock.GetUtcNow());
        Assert.Equal(TimeSpan.FromHours(3), clock.Ahead);
    }

    [Fact]
    public void Frozen_clock_moves_only_when_advanced_and_runs_on_from_there()
    {
        var real = new FakeTimeProvider(s_noon);
        var clock = new EmulatorClock(real);
        clock.Freeze();
        real.Advance(TimeSpan.FromDays(1));
        Assert.Equal(s_noon, clock.GetUtcNow());
        clock.Advance(TimeSpan.FromSeconds(5));
        clock.Run();
        real.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(s_noon.AddSeconds(6), clock.GetUtcNow());
    }

    [Fact]
    public async Task Wait_on_the_clock_ends_by_advancing_it()
    {
        var clock = new EmulatorClock();
        clock.Freeze(s_noon);
        var wait = Task.Delay(TimeSpan.FromMinutes(40), clock);
        clock.Advance(TimeSpan.FromMinutes(39));
        Assert.False(wait.IsCompleted);
        clock.Advance(TimeSpan.FromMinutes(1));
        await wait.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void Timers_fire_in_order_each_at_its_own_time()
    {
        var clock = new EmulatorClock();
        clock.Freeze(s_noon);
        var fired = new List<string>();
        using var late = clock.CreateTimer(_ => fired.Add($"late {clock.GetUtcNow():mm:ss}"), null, TimeSpan.FromSeconds(30), Timeout.InfiniteTimeSpan);
        using var often = clock.CreateTimer(_ => fired.Add($"often {clock.GetUtcNow():mm:ss}"), null, TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(20));
        clock.Advance(TimeSpan.FromSeconds(45));
        Assert.Equal(["often 00:20", "late 00:30", "often 00:40"], fired);
    }

    [Fact]
    public void Running_clock_wakes_timers_by_its_base()
    {
        var real = new FakeTimeProvider(s_noon);
        var clock = new EmulatorClock(real);
        var fired = 0;
        using var timer = clock.CreateTimer(_ => fired++, null, TimeSpan.FromMinutes(10), Timeout.InfiniteTimeSpan);
        clock.Advance(TimeSpan.FromMinutes(9));
        real.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(0, fired);
        real.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, fired);
    }

    [Fact]
    public void Disposed_timer_never_fires()
    {
        var clock = new EmulatorClock();
        clock.Freeze(s_noon);
        var fired = 0;
        var timer = clock.CreateTimer(_ => fired++, null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        timer.Dispose();
        clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(0, fired);
        Assert.False(timer.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan));
    }
}
