using System.Net;
using System.Text;
using BingAds.Bulk;
using BingAds.Errors;
using BingAds.Testing;
using BingAds.Tests.Clients;
using Microsoft.Extensions.DependencyInjection;

namespace BingAds.Tests.Bulk.Download;

/// <summary>Breaks at every place of a file, files that change or are damaged on the way, and what is left open after it.</summary>
public class DownloadResumeTests
{
    private const int Many = 20_000;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Break_at_any_byte_of_the_file_changes_nothing(bool takesRanges)
    {
        await using var f = DownloadFixture.Start(300, file => new DownloadStub(file) { TakesRanges = takesRanges });
        var length = f.Stub.File.Length;

        // The header of the zip and its directory byte by byte, the packed rows in steps that hit no boundary twice.
        foreach (var at in Enumerable.Range(0, 64).Concat(Enumerable.Range(0, (length - 200) / 61).Select(static i => 64 + (i * 61))).Concat(Enumerable.Range(length - 130, 130)))
        {
            f.Stub.Turns.Enqueue(new FileTurn { BreakAfter = at });

            DownloadFixture.AssertWhole(await ToListAsync(f.Manager.DownloadEntitiesAsync(DownloadFixture.Keywords)), 300);

            Assert.Empty(f.Stub.Turns);
        }
    }

    [Fact]
    public async Task Part_is_asked_for_only_by_a_tag_that_proves_the_file()
    {
        await using var f = DownloadFixture.Start(Many, static file => new DownloadStub(file) { TellsTag = false });
        f.Stub.Turns.Enqueue(new FileTurn { BreakAfter = 5000 });

        DownloadFixture.AssertWhole(await ToListAsync(f.Manager.DownloadEntitiesAsync(DownloadFixture.Keywords)), Many);

        Assert.DoesNotContain(f.Stub.FileRequests, static r => r.Contains("\nRange:", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task File_of_the_same_length_with_other_bytes_is_not_read_on()
    {
        await using var f = DownloadFixture.Start(Many, static file => new DownloadStub(file) { TellsTag = false });
        var other = f.Stub.File.ToArray();
        other[1000] ^= 1;
        f.Stub.Turns.Enqueue(new FileTurn { BreakAfter = f.Stub.File.Length / 2 });
        for (var i = 0; i < 10; i++)
        {
            f.Stub.Turns.Enqueue(new FileTurn { OtherContent = other });
        }

        var error = await Assert.ThrowsAsync<FileDownloadException>(() => ToListAsync(f.Manager.DownloadEntitiesAsync(DownloadFixture.Keywords)));

        Assert.Contains("another file", error.Message, StringComparison.Ordinal);
        Assert.NotNull(error.SavedOperation);
        Assert.Equal(f.Stub.File.Length / 2, error.BytesTransferred);
    }

    [Fact]
    public async Task Second_reading_after_a_cut_must_begin_with_the_same_bytes()
    {
        await using var f = DownloadFixture.Start(Many);
        f.Stub.Turns.Enqueue(new FileTurn { CutAt = f.Stub.File.Length / 2 });

        // The same rows but for one, and all on the same lines.
        f.Stub.Turns.Enqueue(new FileTurn { OtherContent = DownloadStub.Zip(DownloadFixture.Text(Many).Replace("boot 0,0.5", "boot 0,9.5", StringComparison.Ordinal)) });

        var download = f.Manager.DownloadEntitiesAsync(DownloadFixture.Keywords);
        var error = await Assert.ThrowsAsync<FileDownloadException>(() => ToListAsync(download));

        Assert.Contains("another", error.Message, StringComparison.Ordinal);
        Assert.Equal(download.EntityCount, error.EntitiesRead);
        Assert.Equal(download.Operation!.ToString(), error.SavedOperation);
    }

    [Fact]
    public async Task Whole_file_that_is_shorter_than_what_was_read_before_is_another()
    {
        await using var f = DownloadFixture.Start(Many);
        f.Stub.Turns.Enqueue(new FileTurn { CutAt = f.Stub.File.Length * 3 / 4 });
        f.Stub.Turns.Enqueue(new FileTurn { OtherContent = DownloadStub.Zip(DownloadFixture.Text(100)) });

        var error = await Assert.ThrowsAsync<FileDownloadException>(() => ToListAsync(f.Manager.DownloadEntitiesAsync(DownloadFixture.Keywords)));

        Assert.Contains("another", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Damage_is_never_taken_for_a_whole_file()
    {
        var random = new Random(20261124);
        var mended = 0;
        for (var i = 0; i < 60; i++)
        {
            await using var f = DownloadFixture.Start(2_000);
            var damaged = f.Stub.File.ToArray();
            damaged[random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));
            f.Stub.Turns.Enqueue(new FileTurn { OtherContent = damaged });
            try
            {
                DownloadFixture.AssertWhole(await ToListAsync(f.Manager.DownloadEntitiesAsync(DownloadFixture.Keywords)), 2_000);
                mended++;
            }
            catch (SdkException error) when (error is FileDownloadException or EntityReadException)
            {
                // Rows had been handed out that cannot be vouched for.
            }
        }

        Assert.InRange(mended, 1, 60);
    }

    [Fact]
    public async Task All_answers_are_closed_however_a_walk_ends()
    {
        using var watched = new WatchedHttp();
        using var http = new HttpClient(watched) { Timeout = Timeout.InfiniteTimeSpan };
        await using var f = DownloadFixture.Start(Many);
        f.Options.HttpClient = http;
        using var manager = f.NewManager();
        f.Stub.Turns.Enqueue(new FileTurn { BreakAfter = 4000 });
        f.Stub.Turns.Enqueue(new FileTurn { CutAt = f.Stub.File.Length - 5 });

        DownloadFixture.AssertWhole(await ToListAsync(manager.DownloadEntitiesAsync(DownloadFixture.Keywords)), Many);
        Assert.Equal(watched.Opened, watched.Closed);

        await foreach (var _ in manager.DownloadEntitiesAsync(DownloadFixture.Keywords))
        {
            break;
        }

        Assert.Equal(watched.Opened, watched.Closed);
        f.Stub.Turns.Enqueue(new FileTurn { StallAfter = f.Stub.File.Length / 2 });
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in manager.DownloadEntitiesAsync(DownloadFixture.Keywords, cancellationToken: source.Token))
            {
                await source.CancelAsync();
            }
        });
        Assert.Equal(watched.Opened, watched.Closed);

        var operation = await manager.SubmitDownloadAsync(DownloadFixture.Keywords, Ct);
        using (var text = await manager.OpenDownloadAsync(operation, cancellationToken: Ct))
        {
            await text.ReadExactlyAsync(new byte[100], Ct);
        }

        Assert.Equal(watched.Opened, watched.Closed);
        Assert.InRange(watched.Opened, 12, 30);
    }

    [Fact]
    public async Task Refusal_of_the_service_is_not_taken_for_a_link_that_ran_out()
    {
        using var watched = new WatchedHttp();
        using var http = new HttpClient(watched) { Timeout = Timeout.InfiniteTimeSpan };
        await using var f = DownloadFixture.Start(Many, static file => new DownloadStub(file) { UsesOfLink = 1 });
        f.Options.HttpClient = http;
        using var manager = f.NewManager();
        f.Stub.Turns.Enqueue(new FileTurn { BreakAfter = 5000 });
        var looks = 0;
        watched.Answer = request => request.RequestUri!.AbsolutePath.Contains("Status", StringComparison.Ordinal) && ++looks > 1
            ? new HttpResponseMessage(HttpStatusCode.Forbidden)
            {
                Content = new StringContent("""{"Type":"AdApiFaultDetail","TrackingId":"t-9","Errors":[{"Code":106,"ErrorCode":"UserIsNotAuthorized","Message":"No."}]}""", Encoding.UTF8, "application/json"),
            }
            : null;

        var error = await Assert.ThrowsAsync<FileDownloadException>(() => ToListAsync(manager.DownloadEntitiesAsync(DownloadFixture.Keywords)));

        Assert.Equal((2, "t-9", 5000), (looks, error.TrackingId, (int)error.BytesTransferred!));
        Assert.IsType<PermissionException>(error.InnerException);
    }

    [Fact]
    public async Task Quota_of_downloads_is_waited_for()
    {
        using var watched = new WatchedHttp();
        using var http = new HttpClient(watched) { Timeout = Timeout.InfiniteTimeSpan };
        await using var f = DownloadFixture.Start(5);
        f.Options.HttpClient = http;
        using var manager = f.NewManager();
        var refusals = 6;
        watched.Answer = request => request.RequestUri!.AbsolutePath.Contains("Download", StringComparison.Ordinal) && refusals-- > 0
            ? new HttpResponseMessage(HttpStatusCode.TooManyRequests)
            {
                Content = new StringContent("""{"Type":"ApiFaultDetail","OperationErrors":[{"Code":4204,"ErrorCode":"BulkServiceNoMoreCallsPermittedForTheTimePeriod"}]}""", Encoding.UTF8, "application/json"),
            }
            : null;

        DownloadFixture.AssertWhole(await ToListAsync(manager.DownloadEntitiesAsync(DownloadFixture.Keywords)), 5);

        Assert.Single(f.Stub.Submitted);
        Assert.True(f.Clock.Pauses.Sum(static p => p.TotalMinutes) > 5);
    }

    [Fact]
    public async Task Second_manager_reads_a_job_that_the_first_one_began()
    {
        await using var f = DownloadFixture.Start(30);
        var saved = (await f.Manager.SubmitDownloadAsync(DownloadFixture.Keywords, Ct)).ToString();
        f.Manager.Dispose();
        using var another = f.NewManager();

        var operation = BulkDownloadOperation.Parse(saved);
        Assert.True((await another.TrackAsync(operation, cancellationToken: Ct)).IsSuccess);
        DownloadFixture.AssertWhole(await ToListAsync(another.DownloadEntitiesAsync(operation)), 30);

        Assert.Single(f.Stub.Submitted);
        Assert.DoesNotContain("http", saved, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentException>(() => another.GetStatusAsync(operation with { Environment = ApiEnvironment.Sandbox }, Ct));
    }

    [Fact]
    public async Task File_without_a_folder_to_go_to_is_told_before_anything_is_asked_for()
    {
        await using var f = DownloadFixture.Start(5);

        await Assert.ThrowsAsync<DirectoryNotFoundException>(
            () => f.Manager.DownloadFileAsync(DownloadFixture.Keywords, Path.Combine(Path.GetTempPath(), Path.GetRandomFileName(), "a.csv"), cancellationToken: Ct));

        Assert.Empty(f.Stub.Submitted);
    }

    [Fact]
    public async Task File_whose_download_is_cancelled_leaves_nothing_and_keeps_the_old_one()
    {
        await using var f = DownloadFixture.Start(Many);
        f.Stub.Turns.Enqueue(new FileTurn { StallAfter = f.Stub.File.Length / 2 });
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var path = Path.Combine(folder.FullName, "keywords.csv");
            await File.WriteAllTextAsync(path, "old", Ct);
            using var source = CancellationTokenSource.CreateLinkedTokenSource(Ct);
            var half = new Progress<BulkOperationProgressInfo>(p =>
            {
                if (p.BytesReceived >= f.Stub.File.Length / 2)
                {
                    source.Cancel();
                }
            });

            await Assert.ThrowsAnyAsync<OperationCanceledException>(
                () => f.Manager.DownloadFileAsync(DownloadFixture.Keywords, path, overwrite: true, half, source.Token));

            Assert.Equal([path], Directory.GetFiles(folder.FullName));
            Assert.Equal("old", await File.ReadAllTextAsync(path, Ct));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Dependency_injection_gives_a_manager_for_each_tenant()
    {
        await using var f = DownloadFixture.Start(3);
        var services = new ServiceCollection();
        services.AddBingAds(o => SetUp(o, f, 111));
        services.AddBingAds("north", o => SetUp(o, f, 222));
        await using var provider = services.BuildServiceProvider(validateScopes: true);
        var manager = provider.GetRequiredService<BulkServiceManager>();

        DownloadFixture.AssertWhole(await ToListAsync(manager.DownloadEntitiesAsync(DownloadFixture.Keywords)), 3);
        await provider.GetRequiredKeyedService<BulkServiceManager>("north").SubmitDownloadAsync(DownloadFixture.Keywords, Ct);

        Assert.Same(manager, provider.GetRequiredService<BulkServiceManager>());
        Assert.Equal(["111", "222"], f.Stub.Submitted.Select(static s => s["AccountIds"]![0]!.ToString()));
    }

    private static void SetUp(BingAdsOptions options, DownloadFixture f, long account)
    {
        options.DeveloperToken = TestSecrets.DeveloperToken;
        options.AccountId = account;
        options.Authentication = static _ => new TokenSourceAuthentication(static (_, _) => new(TestSecrets.AccessToken));
        options.Client.BaseAddress = f.Stub.Address;
        options.Client.TimeProvider = f.Clock;
        options.Client.AttemptTimeout = options.Client.TotalTimeout = Timeout.InfiniteTimeSpan;
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
}
