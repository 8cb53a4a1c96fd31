using BingAds.Bulk;
using BingAds.V13.Bulk;

namespace BingAds.Emulator.Tests.Jobs;

/// <summary>The SDK's downloads against the emulator: mirrors, links that run out, files on disk.</summary>
public class DownloadManagerTests
{
    [Theory]
    [InlineData(ApiTransport.Rest)]
    [InlineData(ApiTransport.Soap)]
    public async Task A_mirror_follows_changes_by_the_sync_time_of_the_download_before(ApiTransport transport)
    {
        await using var session = await BulkSession.StartAsync();
        await session.UploadAsync(BulkSession.Text(KeywordWorld.Csv(50)), "a.csv");
        using var manager = HurriedClock.Manager(session, transport);

        session.Emulator.Clock.Advance(TimeSpan.FromMinutes(1));
        var first = manager.DownloadEntitiesAsync(Keywords());
        Assert.Equal(50, (await BidsAsync(first)).Count);
        Assert.True(first.IsFullSync);

        session.Emulator.Clock.Advance(TimeSpan.FromMinutes(1));
        await session.UploadAsync(BulkSession.Text(KeywordWorld.Csv("c,5007,word,2.5")), "a.csv");
        var second = manager.DownloadEntitiesAsync(Keywords(first.SyncTime));
        Assert.Equal([(5007L, 2.5)], await BidsAsync(second));
        Assert.False(second.IsFullSync);
        Assert.True(second.SyncTime > first.SyncTime);

        session.Emulator.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Empty(await BidsAsync(manager.DownloadEntitiesAsync(Keywords(second.SyncTime))));
    }

    [Fact]
    public async Task Changes_that_cannot_be_had_become_everything_on_demand()
    {
        await using var session = await BulkSession.StartAsync();
        await session.UploadAsync(BulkSession.Text(KeywordWorld.Csv(50)), "a.csv");
        using var manager = HurriedClock.Manager(session);
        session.Emulator.Clock.Advance(TimeSpan.FromMinutes(1));
        session.Emulator.Faults.Add("Bulk.DownloadCampaignsByAccountIds", 2, Fault.JobStatus("FailedFullSyncRequired"));
        var since = session.Emulator.Clock.GetUtcNow().UtcDateTime;

        await Assert.ThrowsAsync<Errors.FullSyncRequiredException>(() => BidsAsync(manager.DownloadEntitiesAsync(Keywords(since))));
        var wanted = Keywords(since);
        wanted.FullSyncIfRequired = true;
        var download = manager.DownloadEntitiesAsync(wanted);

        Assert.Equal(50, (await BidsAsync(download)).Count);
        Assert.True(download.IsFullSync);
        Assert.Equal(3, session.Emulator.Journal.Count("Bulk.DownloadCampaignsByAccountIds"));
    }

    [Fact]
    public async Task A_link_that_runs_out_while_rows_are_worked_on_is_replaced()
    {
        const int rows = 20_000;
        await using var session = await BulkSession.StartAsync();
        await session.UploadAsync(BulkSession.Text(KeywordWorld.Csv(rows)), "a.csv");
        using var manager = HurriedClock.Manager(session);
        session.Emulator.Faults.Add(FaultPlan.BulkDownloadCall, 1, Fault.CutBody());
        var count = 0;

        await foreach (var entity in manager.DownloadEntitiesAsync(Keywords()))
        {
            if (entity is BulkKeyword && count++ == 0)
                session.Emulator.Clock.Advance(TimeSpan.FromMinutes(6));
        }

        Assert.Equal(rows, count);
        Assert.Equal([0, 403, 206], session.Answers(FaultPlan.BulkDownloadCall));
    }

    [Theory]
    [InlineData("a.tsv")]
    [InlineData("a.zip")]
    [InlineData("a.gz")]
    public async Task A_file_is_put_on_disk_whole(string name)
    {
        await using var session = await BulkSession.StartAsync();
        await session.UploadAsync(BulkSession.Text(KeywordWorld.Csv(3_000)), "a.csv");
        using var manager = HurriedClock.Manager(session);
        session.Emulator.Faults.Add(FaultPlan.BulkDownloadCall, 1, Fault.CutContent());
        session.Emulator.Faults.Add(FaultPlan.BulkDownloadCall, 1, Fault.ResetBody(100));
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var path = Path.Combine(folder.FullName, name);
            var wanted = Keywords();
            wanted.FileType = BulkFileLayout.Tsv;
            wanted.CompressionType = name == "a.gz" ? CompressionType.GZip : CompressionType.Zip;
            var operation = await manager.DownloadFileAsync(wanted, path);

            Assert.Equal([path], Directory.GetFiles(folder.FullName));
            await using var reader = BulkFileReader.Open(path);
            Assert.Equal(3_000, (await BidsAsync(reader.ReadAsync())).Count);
            Assert.Equal((BulkFileLayout.Tsv, BulkFileLayout.Tsv), (reader.Layout, operation.FileType));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static DownloadParameters Keywords(DateTime? since = null) => new() { DownloadEntities = [DownloadEntity.Keywords], LastSyncTimeInUTC = since };

    private static async Task<List<(long, double)>> BidsAsync(IAsyncEnumerable<BulkEntity> entities)
    {
        var bids = new List<(long, double)>();
        await foreach (var entity in entities)
        {
            if (entity is BulkKeyword { Keyword: { Id: { } id, Bid.Amount: { } bid } })
                bids.Add((id, bid));
        }

        return bids;
    }
}
