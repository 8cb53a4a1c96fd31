using BingAds.Conformance.Scenarios;

namespace BingAds.Conformance.Tests;

public class ScenarioClockTests
{
    private static readonly DateTimeOffset s_start = new(2026, 5, 4, 3, 2, 1, TimeSpan.Zero);

    [Fact]
    public async Task ScenarioClock_moves_on_at_once_when_the_client_waits()
    {
        var clock = new ScenarioClock(s_start);
        await Task.Delay(TimeSpan.FromHours(3), clock, TestContext.Current.CancellationToken);
        Assert.Equal(s_start.AddHours(3), clock.GetUtcNow());
    }

    [Fact]
    public async Task ScenarioClock_does_not_take_a_deadline_for_a_wait()
    {
        var clock = new ScenarioClock(s_start);
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(2), clock);
        await Task.Delay(TimeSpan.FromMinutes(1), clock, TestContext.Current.CancellationToken);
        Assert.False(deadline.IsCancellationRequested);
        await clock.AdvanceAsync(TimeSpan.FromMinutes(1));
        Assert.True(deadline.IsCancellationRequested);
    }

    [Fact]
    public async Task ScenarioClock_takes_another_clock_along()
    {
        var other = TimeSpan.Zero;
        var clock = new ScenarioClock(s_start, by =>
        {
            other += by;
            return Task.CompletedTask;
        });
        await Task.Delay(TimeSpan.FromMinutes(5), clock, TestContext.Current.CancellationToken);
        await clock.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Equal(TimeSpan.FromMinutes(65), other);
        Assert.Equal(s_start + other, clock.GetUtcNow());
    }
}
