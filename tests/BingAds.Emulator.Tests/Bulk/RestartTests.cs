using BingAds.Emulator.Bulk.Records;

namespace BingAds.Emulator.Tests.Jobs;

/// <summary>Jobs outlive the emulator that began them.</summary>
public sealed class RestartTests : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"emulator-{Guid.NewGuid():N}.db");

    public void Dispose()
    {
        foreach (var path in new[] { _file, _file + "-wal", _file + "-shm" })
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2_345)]
    [InlineData(9_999)]
    public async Task An_upload_goes_on_where_it_stopped_and_applies_no_row_twice(int at)
    {
        string? id;
        await using (var first = await StartAsync(new KeywordWorld { Before = i => StopIf(i == at) }))
        {
            var target = await first.UploadUrlAsync();
            id = target.RequestId;
            using var answer = await first.PostAsync(target.UploadUrl!, BulkSession.Form(BulkSession.Text(KeywordWorld.Csv(10_000, badEvery: 100)), "a.csv"));
            await BulkSession.UntilAsync(() => first.StatusAsync(id), s => s.PercentComplete == at / 1_000 * 10 && s.RequestStatus == "InProgress");
        }

        await using var second = await StartAsync(new KeywordWorld());
        var status = await second.FinalAsync(id);
        Assert.Equal("CompletedWithErrors", status.RequestStatus);
        var rows = await second.ResultAsync(status.ResultFileUrl!);
        var keywords = rows.Where(static r => r["Type"] == "Keyword").ToList();
        Assert.Equal(Enumerable.Range(0, 10_000).Select(static i => $"c{i}"), keywords.Select(static r => r["Client Id"]));
        Assert.Equal(100, rows.Count(static r => r["Type"] == "Keyword Error"));
        var stored = await second.Emulator.State.Store.RunAsync(static s => s.Entities.OfAccount(KeywordWorld.Family, DemoCredentials.AccountId));
        Assert.Equal(9_900, stored.Count);
        Assert.All(stored, static r => Assert.Equal(1, r.Body[0]));
    }

    [Fact]
    public async Task Reference_keys_are_known_after_a_restart()
    {
        var context = new BulkUploadContext { Job = "j", Account = 1, Customer = 2, Person = 3 };
        await using (var first = await StartAsync(new KeywordWorld()))
        {
            await first.Emulator.State.Store.RunAsync(s => context.Remember(s, "Campaign", -7, 501));
        }

        await using var second = await StartAsync(new KeywordWorld());
        var later = new BulkUploadContext { Job = "j", Account = 1, Customer = 2, Person = 3 };
        await second.Emulator.State.Store.RunAsync(s =>
        {
            Assert.Equal(501, later.Resolve(s, "Campaign", -7));
            Assert.Null(later.Resolve(s, "Campaign", -8));
            Assert.Null(later.Resolve(s, "AdGroup", -7));
        });
    }

    [Fact]
    public async Task Links_and_results_stay_good_over_a_restart()
    {
        string link;
        await using (var first = await StartAsync(new KeywordWorld()))
        {
            link = new Uri(await first.DownloadLinkAsync()).PathAndQuery;
        }

        await using var second = await StartAsync(new KeywordWorld());
        BulkSession.Unzip(await second.Http.GetByteArrayAsync(link), out _);
    }

    private Task<BulkSession> StartAsync(KeywordWorld world) => BulkSession.StartAsync(world, o => o.DataFile = _file);

    /// <summary>What a process that dies leaves behind: the chunk under way is undone, and the job stays as it was.</summary>
    private static void StopIf(bool isTime)
    {
        if (isTime)
            throw new OperationCanceledException();
    }
}
