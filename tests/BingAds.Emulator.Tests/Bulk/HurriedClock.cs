using BingAds.Bulk;
using BingAds.Testing;

namespace BingAds.Emulator.Tests.Jobs;

/// <summary>The emulator's time, but who waits by it is not kept waiting.</summary>
internal sealed class HurriedClock(TimeProvider clock) : TimeProvider
{
    /// <summary>A manager on the emulator that waits as it should, in no time.</summary>
    public static BulkServiceManager Manager(BulkSession session, ApiTransport transport = ApiTransport.Rest) => new(session.Authorization, new ServiceClientOptions
    {
        BaseAddress = session.Http.BaseAddress,
        Transport = transport,
        TimeProvider = new HurriedClock(session.Emulator.Clock),
        AttemptTimeout = Timeout.InfiniteTimeSpan,
        TotalTimeout = Timeout.InfiniteTimeSpan,
        Retry = new RetryOptions { BudgetMinimum = 10_000 },
        LoggerFactory = TraceCollector.LoggerFactory,
    });

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? TimeSpan.FromMilliseconds(1) : dueTime, period);
}
