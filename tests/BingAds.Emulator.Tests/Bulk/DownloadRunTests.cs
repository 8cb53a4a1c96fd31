using BingAds.Bulk;
using BingAds.Testing;
using BingAds.V13.Bulk;

namespace BingAds.Emulator.Tests.Jobs;

/// <summary>Two hundred downloads by the SDK while calls, links, connections and files fail: each row comes once.</summary>
public class DownloadRunTests
{
    private const int Downloads = 200;
    private const int Rows = 3_000;

    [Fact]
    public async Task Each_of_two_hundred_downloads_gives_each_row_once()
    {
        await using var session = await BulkSession.StartAsync();
        await session.UploadAsync(BulkSession.Text(KeywordWorld.Csv(Rows)), "a.csv");
        var size = (await session.Http.GetByteArrayAsync(await session.DownloadLinkAsync())).Length;
        using var manager = new BulkServiceManager(session.Authorization, new ServiceClientOptions
        {
            BaseAddress = session.Http.BaseAddress,
            TimeProvider = new HurriedClock(session.Emulator.Clock),
            AttemptTimeout = Timeout.InfiniteTimeSpan,
            TotalTimeout = Timeout.InfiniteTimeSpan,
            Retry = new RetryOptions { BudgetMinimum = 10_000 },
            LoggerFactory = TraceCollector.LoggerFactory,
        });
        var random = new Random(3);
        var faults = 0;
        for (var download = 0; download < Downloads; download++)
        {
            session.Emulator.Faults.Clear();
            foreach (var (call, fault) in Plan(random, size))
            {
                faults++;
                session.Emulator.Faults.Add(call, 1, fault);
            }

            var ids = new List<long?>();
            await foreach (var entity in manager.DownloadEntitiesAsync(new DownloadParameters
            {
                DownloadEntities = [DownloadEntity.Keywords], CompressionType = random.Next(2) == 0 ? CompressionType.Zip : CompressionType.GZip,
            }))
            {
                if (entity is BulkKeyword keyword)
                    ids.Add(keyword.Keyword!.Id);
            }

            Assert.Equal(Enumerable.Range(5_001, Rows).Select(static i => (long?)i), ids);
        }

        Assert.InRange(faults, Downloads, Downloads * 6);
    }

    private static IEnumerable<(string Call, Fault Fault)> Plan(Random random, int size)
    {
        for (var i = random.Next(1, 5); i > 0; i--)
        {
            yield return (FaultPlan.BulkDownloadCall, random.Next(8) switch
            {
                0 => Fault.Reset(),
                1 or 2 => Fault.CutBody(random.Next(size)),
                3 => Fault.ResetBody(random.Next(size)),
                4 => Fault.CutContent(random.Next(size)),
                5 => Fault.ExpiredLink(),
                6 => Fault.IgnoreRange(),
                _ => Fault.HttpStatus(random.Next(2) == 0 ? 500 : 503),
            });
        }

        if (random.Next(3) == 0)
        {
            yield return ("Bulk.GetBulkDownloadStatus", random.Next(4) switch
            {
                0 => Fault.Error(117),
                1 => Fault.HttpStatus(500),
                2 => Fault.Reset(),
                _ => Fault.CutBody(),
            });
        }

        if (random.Next(3) == 0)
            yield return ("Bulk.DownloadCampaignsByAccountIds", Fault.Error(random.Next(2) == 0 ? 117 : 4204));
    }

    /// <summary>The emulator's time, but who waits by it is not kept waiting.</summary>
    private sealed class HurriedClock(TimeProvider clock) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            System.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? TimeSpan.FromMilliseconds(1) : dueTime, period);
    }
}
