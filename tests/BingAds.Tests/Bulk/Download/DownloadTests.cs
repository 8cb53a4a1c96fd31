using BingAds.Bulk;
using BingAds.Errors;
using BingAds.Tests.Clients;
using BingAds.V13.Bulk;
using Microsoft.Extensions.Time.Testing;
using TimeoutException = BingAds.Errors.TimeoutException;

namespace BingAds.Tests.Bulk.Download;

/// <summary>A download is read once and whole, whatever happens on the way.</summary>
public class DownloadTests
{
    private const int Many = 20_000;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Manager_downloads_entities_straight_from_the_answer()
    {
        await using var f = DownloadFixture.Start(25);
        f.Stub.Statuses.InsertRange(0, ["InProgress", "InProgress"]);
        var progress = new Seen();

        var download = f.Manager.DownloadEntitiesAsync(DownloadFixture.Keywords, progress);
        var entities = await ToListAsync(download);

        DownloadFixture.AssertWhole(entities, 25);
        Assert.Equal(new DateTime(2026, 11, 24, 9, 0, 0), download.SyncTime);
        Assert.Equal((26, f.Stub.File.Length, true), (download.EntityCount, (int)download.BytesReceived, download.IsFullSync));
        Assert.Equal(10, progress.Values[0].PercentComplete);
        Assert.Equal(f.Stub.File.Length, progress.Values[^1].BytesReceived);
        Assert.Equal(f.Stub.File.Length, progress.Values[^1].BytesTotal);
        var asked = Assert.Single(f.Stub.Submitted);
        Assert.Equal("111", asked["AccountIds"]![0]!.ToString());
        Assert.Equal(("6.0", "Zip", "Csv"), (asked["FormatVersion"]!.ToString(), asked["CompressionType"]!.ToString(), asked["DownloadFileType"]!.ToString()));
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Broken_connection_costs_nothing_and_doubles_nothing(bool takesRanges, bool tellsTag)
    {
        await using var f = DownloadFixture.Start(Many, file => new DownloadStub(file) { TakesRanges = takesRanges, TellsTag = tellsTag });
        var length = f.Stub.File.Length;
        // Each answer breaks a little later in the file, counted from its own start; the last bytes too.
        foreach (var at in (int[])[0, 1, 29, 40, length / 7, length / 3, length / 2, length - 1, length - 23])
        {
            f.Stub.Turns.Enqueue(new FileTurn { BreakAfter = at });
        }

        var entities = await ToListAsync(f.Manager.DownloadEntitiesAsync(DownloadFixture.Keywords));

        DownloadFixture.AssertWhole(entities, Many);
        Assert.InRange(f.Stub.FileRequests.Count, 8, 10);
    }

    [Fact]
    public async Task File_that_is_another_after_a_break_is_told()
    {
        await using var f = DownloadFixture.Start(Many);
        f.Stub.Turns.Enqueue(new FileTurn { BreakAfter = f.Stub.File.Length / 2 });
        foreach (var _ in Enumerable.Range(0, 10))
        {
            f.Stub.Turns.Enqueue(new FileTurn { OtherContent = DownloadStub.Zip(DownloadFixture.Text(Many + 5)) });
        }

        var download = f.Manager.DownloadEntitiesAsync(DownloadFixture.Keywords);
        var error = await Assert.ThrowsAsync<FileDownloadException>(() => ToListAsync(download));

        Assert.Contains("another", error.Message, StringComparison.Ordinal);
        Assert.Equal((f.Stub.File.Length / 2, download.EntityCount), (error.BytesTransferred, error.EntitiesRead));
        Assert.Equal("request 1", BulkDownloadOperation.Parse(error.SavedOperation!).RequestId);
    }

    [Fact]
    public async Task Link_that_ran_out_is_asked_for_again_also_in_the_middle()
    {
        await using var f = DownloadFixture.Start(Many, static file => new DownloadStub(file) { UsesOfLink = 1 });
        f.Stub.Turns.Enqueue(new FileTurn { BreakAfter = 1000 });
        f.Stub.Turns.Enqueue(new FileTurn { BreakAfter = 5000 });

        DownloadFixture.AssertWhole(await ToListAsync(f.Manager.DownloadEntitiesAsync(DownloadFixture.Keywords)), Many);

        Assert.Equal(3, f.Stub.StatusCalls);
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.99)]
    public async Task Archive_that_was_cut_is_fetched_again_and_read_once(double part)
    {
        await using var f = DownloadFixture.Start(Many);
        f.Stub.Turns.Enqueue(new FileTurn { CutAt = (int)(f.Stub.File.Length * part) });

        DownloadFixture.AssertWhole(await ToListAsync(f.Manager.DownloadEntitiesAsync(DownloadFixture.Keywords)), Many);
    }

    [Fact]
    public async Task Archive_that_stays_cut_is_told_after_its_whole_rows()
    {
        await using var f = DownloadFixture.Start(Many);
        for (var i = 0; i < 10; i++)
        {
            f.Stub.Turns.Enqueue(new FileTurn { CutAt = f.Stub.File.Length / 2 });
        }

        var entities = new List<BulkEntity>();
        var download = f.Manager.DownloadEntitiesAsync(DownloadFixture.Keywords);
        var error = await Assert.ThrowsAsync<FileDownloadException>(async () =>
        {
            await foreach (var entity in download.WithCancellation(Ct))
            {
                entities.Add(entity);
            }
        });

        Assert.Equal(FileFault.TruncatedArchive, Assert.IsType<FileFormatException>(error.InnerException).Fault);
        Assert.Equal(entities.Count, error.EntitiesRead);
        Assert.InRange(entities.Count, 1000, Many);
        Assert.Equal(entities.Skip(1).Select(static (_, i) => (long?)i + 1), entities.Skip(1).Select(static e => ((BulkKeyword)e).Keyword!.Id));
    }

    [Fact]
    public async Task Storage_that_keeps_failing_is_given_up_and_named()
    {
        await using var f = DownloadFixture.Start(10);
        for (var i = 0; i < 20; i++)
        {
            f.Stub.Turns.Enqueue(new FileTurn { Status = 503 });
        }

        var error = await Assert.ThrowsAsync<FileDownloadException>(() => ToListAsync(f.Manager.DownloadEntitiesAsync(DownloadFixture.Keywords)));

        Assert.Equal(503, error.HttpStatus);
        Assert.True(error.IsTransient);
        Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(7, f.Stub.FileRequests.Count);
    }

    [Fact]
    public async Task Storage_gets_no_header_of_the_api()
    {
        await using var f = DownloadFixture.Start(10);
        f.Stub.Turns.Enqueue(new FileTurn { RedirectTo = new Uri(f.Stub.Address, "file/elsewhere") });

        await ToListAsync(f.Manager.DownloadEntitiesAsync(DownloadFixture.Keywords));

        Assert.Equal(2, f.Stub.FileRequests.Count);
        Assert.All(f.Stub.FileRequests, static r =>
        {
            Assert.DoesNotContain("Authorization", r, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("Token", r, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("Customer", r, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Fact]
    public async Task Storage_that_falls_silent_is_asked_again()
    {
        var clock = new FakeTimeProvider(PauseClock.Start);
        await using var f = DownloadFixture.Start(new DownloadStub(DownloadStub.Zip(DownloadFixture.Text(Many))), clock, TimeSpan.FromSeconds(30));
        f.Stub.Turns.Enqueue(new FileTurn { StallAfter = 5000 });
        f.Options.TotalTimeout = Timeout.InfiniteTimeSpan;

        var reading = ToListAsync(f.Manager.DownloadEntitiesAsync(DownloadFixture.Keywords));
        while (!reading.IsCompleted)
        {
            await Task.WhenAny(reading, Task.Delay(20, Ct));
            clock.Advance(TimeSpan.FromSeconds(5));
        }

        DownloadFixture.AssertWhole(await reading, Many);
        Assert.Equal(2, f.Stub.FileRequests.Count);
    }

    [Fact]
    public async Task Looks_at_a_job_grow_apart_and_differ()
    {
        await using var f = DownloadFixture.Start(1);
        f.Stub.Statuses.InsertRange(0, Enumerable.Repeat("InProgress", 60));

        await ToListAsync(f.Manager.DownloadEntitiesAsync(DownloadFixture.Keywords));

        var waits = f.Clock.Pauses.ToArray();
        Assert.Equal(60, waits.Length);
        Assert.InRange(waits[0].TotalSeconds, 0.8, 1.2);
        Assert.InRange(waits[1].TotalSeconds, 1.2, 1.8);
        Assert.All(waits.Skip(10).Take(8), static w => Assert.InRange(w.TotalSeconds, 12, 18));
        Assert.All(waits.Skip(45), static w => Assert.InRange(w.TotalSeconds, 48, 72));
        Assert.True(waits.Skip(45).Distinct().Count() > 5);
    }

    [Fact]
    public async Task Deadline_ends_the_wait_and_not_the_job()
    {
        await using var f = DownloadFixture.Start(5);
        f.Stub.Statuses.Insert(0, "InProgress");
        var clock = new FakeTimeProvider(PauseClock.Start);
        f.Options.TimeProvider = clock;
        using var manager = f.NewManager();
        var parameters = DownloadFixture.Keywords;
        parameters.Timeout = TimeSpan.FromMilliseconds(500);

        var reading = ToListAsync(manager.DownloadEntitiesAsync(parameters));
        while (!reading.IsCompleted)
        {
            await Task.WhenAny(reading, Task.Delay(20, Ct));
            clock.Advance(f.Stub.StatusCalls > 0 ? TimeSpan.FromMilliseconds(100) : TimeSpan.Zero);
        }

        var error = await Assert.ThrowsAsync<TimeoutException>(() => reading);
        using var another = DownloadFixture.Start(f.Stub).Manager;
        DownloadFixture.AssertWhole(await ToListAsync(another.DownloadEntitiesAsync(BulkDownloadOperation.Parse(error.JobId!))), 5);
        Assert.Single(f.Stub.Submitted);
    }

    [Fact]
    public async Task Full_sync_is_told_or_made()
    {
        await using var f = DownloadFixture.Start(5);
        f.Stub.Statuses.Insert(0, "FailedFullSyncRequired");
        f.Stub.Statuses.Insert(1, "FailedFullSyncRequired");
        var since = new DateTime(2026, 11, 20, 8, 0, 0);
        var parameters = DownloadFixture.Keywords;
        parameters.LastSyncTimeInUTC = since;

        await Assert.ThrowsAsync<FullSyncRequiredException>(() => ToListAsync(f.Manager.DownloadEntitiesAsync(parameters)));
        parameters.FullSyncIfRequired = true;
        var download = f.Manager.DownloadEntitiesAsync(parameters);
        DownloadFixture.AssertWhole(await ToListAsync(download), 5);

        Assert.True(download.IsFullSync);
        Assert.Equal(since, parameters.LastSyncTimeInUTC);
        Assert.Equal(["2026-11-20T08:00:00Z", "2026-11-20T08:00:00Z", null], f.Stub.Submitted.Select(static s => s["LastSyncTimeInUTC"]?.ToString()));
    }

    [Fact]
    public async Task Job_that_failed_is_told_with_its_status()
    {
        await using var f = DownloadFixture.Start(5);
        f.Stub.Statuses.Insert(0, "Failed");

        var error = await Assert.ThrowsAsync<FileDownloadException>(() => ToListAsync(f.Manager.DownloadEntitiesAsync(DownloadFixture.Keywords)));

        Assert.Contains("Failed", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parameters_that_the_service_would_refuse_are_not_sent()
    {
        await using var f = DownloadFixture.Start(5);
        var now = PauseClock.Start.UtcDateTime;
        DownloadParameters[] wrong =
        [
            new(),
            new() { DownloadEntities = [DownloadEntity.Keywords], LastSyncTimeInUTC = now.AddMinutes(1) },
            new() { DownloadEntities = [DownloadEntity.Keywords], LastSyncTimeInUTC = now.AddDays(-31) },
            new() { DownloadEntities = [DownloadEntity.Keywords], LastSyncTimeInUTC = now.AddDays(-1), DataScope = DataScope.EntityData | DataScope.QualityScoreData },
            new() { DownloadEntities = [DownloadEntity.Keywords], CampaignIds = [.. Enumerable.Range(1, 1001).Select(static i => (long)i)] },
        ];

        foreach (var parameters in wrong)
        {
            await Assert.ThrowsAnyAsync<ArgumentException>(() => f.Manager.SubmitDownloadAsync(parameters, Ct));
        }

        Assert.Empty(f.Stub.Submitted);
    }

    [Fact]
    public async Task Campaigns_are_asked_for_with_their_account()
    {
        await using var f = DownloadFixture.Start(5);

        await f.Manager.SubmitDownloadAsync(new() { DownloadEntities = [DownloadEntity.Campaigns], CampaignIds = [5, 6], AccountId = 222 }, Ct);

        var campaigns = Assert.Single(f.Stub.Submitted)["Campaigns"]!.AsArray();
        Assert.Equal(["5/222", "6/222"], campaigns.Select(static c => $"{c!["CampaignId"]}/{c["ParentAccountId"]}"));
    }

    [Fact]
    public async Task Walk_that_is_abandoned_or_cancelled_ends_at_once()
    {
        await using var f = DownloadFixture.Start(Many);
        f.Stub.Turns.Enqueue(new FileTurn { StallAfter = f.Stub.File.Length / 2 });
        await foreach (var _ in f.Manager.DownloadEntitiesAsync(DownloadFixture.Keywords, cancellationToken: Ct))
        {
            break;
        }

        f.Stub.Turns.Enqueue(new FileTurn { StallAfter = f.Stub.File.Length / 2 });
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in f.Manager.DownloadEntitiesAsync(DownloadFixture.Keywords, cancellationToken: source.Token))
            {
                source.CancelAfter(50);
            }
        });
    }

    [Theory]
    [InlineData("keywords.csv")]
    [InlineData("keywords.zip")]
    public async Task File_gets_its_name_when_it_is_whole(string name)
    {
        await using var f = DownloadFixture.Start(Many);
        f.Stub.Turns.Enqueue(new FileTurn { BreakAfter = 3000 });
        f.Stub.Turns.Enqueue(new FileTurn { CutAt = f.Stub.File.Length - 30 });
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var path = Path.Combine(folder.FullName, name);
            await f.Manager.DownloadFileAsync(DownloadFixture.Keywords, path, cancellationToken: Ct);

            Assert.Equal([path], Directory.GetFiles(folder.FullName));
            await using var reader = BulkFileReader.Open(path);
            DownloadFixture.AssertWhole(await ToListAsync(reader.ReadAsync(Ct)), Many);
            await Assert.ThrowsAsync<IOException>(() => f.Manager.DownloadFileAsync(DownloadFixture.Keywords, path, cancellationToken: Ct));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task File_that_cannot_be_had_leaves_nothing_behind()
    {
        await using var f = DownloadFixture.Start(Many);
        for (var i = 0; i < 30; i++)
        {
            f.Stub.Turns.Enqueue(i % 2 == 0 ? new FileTurn { CutAt = 4000 } : new FileTurn { Status = 500 });
        }

        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var path = Path.Combine(folder.FullName, "keywords.csv");
            await Assert.ThrowsAsync<FileDownloadException>(() => f.Manager.DownloadFileAsync(DownloadFixture.Keywords, path, cancellationToken: Ct));
            Assert.Empty(Directory.GetFiles(folder.FullName));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Operation_is_the_same_after_it_was_saved()
    {
        var operation = new BulkDownloadOperation
        {
            RequestId = "a;b=c %\n", AccountId = 1, CustomerId = 2, Environment = ApiEnvironment.Sandbox, FileType = BulkFileLayout.Tsv,
            LastSyncTimeInUTC = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc), SubmittedAt = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000), TrackingId = "t",
        };

        Assert.Equal(operation, BulkDownloadOperation.Parse(operation.ToString()));
        Assert.DoesNotContain('\n', operation.ToString());
        Assert.False(BulkDownloadOperation.TryParse("bulk-download;2;id=5", out _));
        Assert.False(BulkDownloadOperation.TryParse(null, out _));
        Assert.Throws<FormatException>(() => BulkDownloadOperation.Parse("bulk-upload;1;id=5;environment=Sandbox"));
    }

    private static async Task<List<BulkEntity>> ToListAsync(IAsyncEnumerable<BulkEntity> entities)
    {
        var all = new List<BulkEntity>();
        await foreach (var entity in entities.WithCancellation(Ct))
        {
            all.Add(entity);
        }

        return all;
    }

    private sealed class Seen : IProgress<BulkOperationProgressInfo>
    {
        public List<BulkOperationProgressInfo> Values { get; } = [];

        public void Report(BulkOperationProgressInfo value) => Values.Add(value);
    }
}
