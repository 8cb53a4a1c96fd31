using BingAds.Conformance.Scenarios;

namespace BingAds.Conformance.Tests;

public class ScenarioClockTests
{
    private static readonly DateTimeOffset s_start = new(2026, 5, 4, 3, 2, 1, TimeSpan.Zero);

    [Fact]
    public async Task ScenarioClock_moves_on_at_once_when_the_client_waits()
    {
        var clock = new ScenarioClock(s_start);
        await Task.Delay(TimeSpan.FromHours(3), clock.Client, TestContext.Current.CancellationToken);
        Assert.Equal(s_start.AddHours(3), clock.Now);
    }

    [Fact]
    public async Task ScenarioClock_does_not_take_a_deadline_for_a_wait()
    {
        var clock = new ScenarioClock(s_start);
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(2), clock.Client);
        await Task.Delay(TimeSpan.FromMinutes(1), clock.Client, TestContext.Current.CancellationToken);
        Assert.False(deadline.IsCancellationRequested);
        await Task.Delay(TimeSpan.FromMinutes(1), clock.Client, TestContext.Current.CancellationToken);
        Assert.True(deadline.IsCancellationRequested);
    }

    [Fact]
    public async Task ScenarioClock_lets_the_emulator_wait_until_somebody_moves_it()
    {
        var clock = new ScenarioClock(s_start);
        var wait = Task.Delay(TimeSpan.FromMinutes(5), clock.Emulator, TestContext.Current.CancellationToken);
        Assert.Equal(s_start, clock.Now);
        Assert.False(wait.IsCompleted);
        clock.Advance(TimeSpan.FromHours(1));
        await wait;
        Assert.Equal(s_start.AddHours(1), clock.Now);
    }
}
