using System.IO.Compression;
using BingAds.Bulk;
using BingAds.Errors;
using BingAds.Testing;
using BingAds.Tests.Clients;

namespace BingAds.Tests.Bulk.Upload;

/// <summary>The POST of a file: what goes out, and that a file arrives once whatever happens on the way.</summary>
public class PostTests
{
    private static readonly BulkEntity[] s_many = [.. Enumerable.Range(0, 20_000).Select(static i => Make.Campaign(null, "campaign " + i))];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Post_is_a_form_with_one_zip_and_the_documented_headers()
    {
        await using var fake = await FakeBulk.StartAsync();
        using var manager = new BulkServiceManager(fake.Authorization, fake.Options);

        await manager.UploadEntitiesAsync([Make.Campaign(null, "a")], ByFile(), null, Ct);

        var post = Assert.Single(fake.Posts);
        Assert.Equal(TestSecrets.AccessToken, post.Headers["AuthenticationToken"]);
        Assert.Equal((TestSecrets.DeveloperToken, "900", "111", "111"), (post.Headers["DeveloperToken"], post.Headers["CustomerId"], post.Headers["AccountId"], post.Headers["CustomerAccountId"]));
        Assert.DoesNotContain("Authorization", post.Headers.Keys);
        Assert.True(Guid.TryParse(post.FileName.Replace(".zip", "", StringComparison.Ordinal), out _), post.FileName);
        using var zip = new ZipArchive(new MemoryStream(post.File));
        using var text = new StreamReader(Assert.Single(zip.Entries).Open());
        Assert.Equal(3, (await text.ReadToEndAsync(Ct)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task Plain_file_begins_with_the_byte_order_mark()
    {
        await using var fake = await FakeBulk.StartAsync();
        using var manager = new BulkServiceManager(fake.Authorization, fake.Options);
        var parameters = ByFile();
        parameters.CompressUploadFile = false;

        await manager.UploadEntitiesAsync([Make.Campaign(null, "a")], parameters, null, Ct);

        var post = Assert.Single(fake.Posts);
        Assert.EndsWith(".csv", post.FileName);
        Assert.Equal([0xEF, 0xBB, 0xBF], post.File[..3]);
    }

    [Theory]
    [InlineData("answer lost")]
    [InlineData("file lost")]
    [InlineData("cut at once")]
    [InlineData("cut in the middle")]
    [InlineData("expired address")]
    [InlineData("used address")]
    [InlineData("too many requests")]
    [InlineData("500 after the file")]
    [InlineData("503 before the file")]
    public async Task File_arrives_once(string what)
    {
        var fault = what switch
        {
            "answer lost" => PostFault.AnswerLost,
            "file lost" => PostFault.FileLost,
            "cut at once" => PostFault.Cut(0),
            "cut in the middle" => PostFault.Cut(100_000),
            "expired address" => PostFault.Refuse(400, 3226, "BulkServiceUrlExpired"),
            "used address" => PostFault.Refuse(400, 3224, "BulkServiceUrlAlreadyUsedForUpload"),
            "too many requests" => PostFault.Refuse(400, 3227, "BulkServiceTooManyRequests"),
            "500 after the file" => PostFault.Refuse(500, 0, "", afterBody: true),
            _ => PostFault.Refuse(503, 0, ""),
        };
        await using var fake = await FakeBulk.StartAsync();
        fake.OnPost = post => post.Number == 0 ? fault : PostFault.None;
        using var manager = new BulkServiceManager(fake.Authorization, fake.Options);

        var result = await manager.UploadEntitiesAsync(s_many, ByFile(), null, Ct);

        Assert.Equal($"{s_many.Length} applied, 0 failed, 0 unknown", result.ToString());
        Assert.Equal((0, s_many.Length), (fake.World.Doubles, fake.World.Records.Count));
        Assert.Equal(what == "answer lost" ? 1 : 2, fake.Posts.Count);
        Assert.Equal(fake.Posts.Count, fake.Posts.Select(static p => p.Upload.Id).Distinct().Count());
    }

    [Fact]
    public async Task Too_many_requests_are_waited_for()
    {
        await using var fake = await FakeBulk.StartAsync();
        fake.OnPost = static post => post.Number == 0 ? PostFault.Refuse(400, 3227, "BulkServiceTooManyRequests") : PostFault.None;
        using var manager = new BulkServiceManager(fake.Authorization, fake.Options);

        await manager.UploadEntitiesAsync([Make.Campaign(null, "a")], ByFile(), null, Ct);

        Assert.Contains(((PauseClock)fake.Options.TimeProvider).Pauses, static p => p >= TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Refused_token_is_refreshed_and_the_file_sent_to_the_same_address()
    {
        await using var fake = await FakeBulk.StartAsync();
        var tokens = 0;
        fake.Authorization.Authentication = new TokenSourceAuthentication((request, _) => new(request.ForceRefresh ? $"{TestSecrets.AccessToken}{++tokens}" : TestSecrets.AccessToken));
        fake.OnPost = static post => post.Number == 0 ? PostFault.Refuse(401, 0, "") : PostFault.None;
        using var manager = new BulkServiceManager(fake.Authorization, fake.Options);

        var result = await manager.UploadEntitiesAsync(s_many, ByFile(), null, Ct);

        Assert.Equal(s_many.Length, result.AppliedCount);
        Assert.Equal([TestSecrets.AccessToken, TestSecrets.AccessToken + "1"], fake.Posts.Select(static p => p.Headers["AuthenticationToken"]));
        Assert.Single(fake.Uploads);
    }

    [Fact]
    public async Task Refused_file_is_a_typed_error_with_the_codes()
    {
        await using var fake = await FakeBulk.StartAsync();
        fake.OnPost = static _ => PostFault.Refuse(400, 3223, "BulkServiceInvalidFileExtension");
        using var manager = new BulkServiceManager(fake.Authorization, fake.Options);

        var error = await Assert.ThrowsAsync<FileUploadException>(() => manager.UploadEntitiesAsync([Make.Campaign(null, "a")], ByFile(), null, Ct));

        Assert.Equal((3223, "t-post", 400), (error.Errors[0].Code, error.TrackingId, error.HttpStatus));
        Assert.False(error.MayHaveArrived);
        Assert.DoesNotContain("verysecretsignature", error.ToString());
        Assert.Single(fake.Posts);
    }

    [Fact]
    public async Task Two_refused_tokens_are_a_failed_sign_in()
    {
        await using var fake = await FakeBulk.StartAsync();
        fake.OnPost = static _ => PostFault.Refuse(401, 0, "");
        using var manager = new BulkServiceManager(fake.Authorization, fake.Options);

        var error = await Assert.ThrowsAsync<FileUploadException>(() => manager.UploadEntitiesAsync([Make.Campaign(null, "a")], ByFile(), null, Ct));

        Assert.Equal(ErrorCategory.Credentials, error.Category);
    }

    [Fact]
    public async Task Unclear_end_is_unknown_and_not_sent_again()
    {
        await using var fake = await FakeBulk.StartAsync();
        fake.OnPost = static _ => PostFault.AnswerLost;
        fake.OnCall = static route => route == "BulkUploadStatus/Query" ? (400, 106, "UserIsNotAuthorized") : null;
        using var manager = new BulkServiceManager(fake.Authorization, fake.Options);

        var item = Assert.Single((await manager.UploadEntitiesAsync([Make.Campaign(null, "a")], ByFile(), null, Ct)).Items);

        Assert.Equal(BulkUploadOutcome.Unknown, item.Outcome);
        Assert.Equal("r1", item.Operation!.RequestId);
        Assert.Single(fake.Posts);
    }

    [Fact]
    public async Task Failing_stream_cuts_the_post_and_comes_out_as_itself()
    {
        await using var fake = await FakeBulk.StartAsync();
        using var manager = new BulkServiceManager(fake.Authorization, fake.Options);

        var error = await Assert.ThrowsAsync<InvalidTimeZoneException>(() => DrainAsync(manager.UploadEntitiesAsync(Failing(), ByFile(), null, Ct)));

        Assert.Equal("mine", error.Message);
        Assert.Empty(fake.World.Records);

        static async IAsyncEnumerable<BulkEntity> Failing()
        {
            foreach (var entity in s_many.Take(15_000))
            {
                yield return entity;
            }

            await Task.Yield();
            throw new InvalidTimeZoneException("mine");
        }
    }

    [Fact]
    public async Task Entity_that_cannot_be_written_cuts_the_post()
    {
        await using var fake = await FakeBulk.StartAsync();
        using var manager = new BulkServiceManager(fake.Authorization, fake.Options);

        await Assert.ThrowsAsync<EntityWriteException>(() => manager.UploadEntitiesAsync([.. s_many, new BulkKeyword()], ByFile(), null, Ct));

        Assert.Empty(fake.World.Records);
    }

    [Fact]
    public async Task Cancelling_cuts_the_post()
    {
        await using var fake = await FakeBulk.StartAsync();
        using var manager = new BulkServiceManager(fake.Authorization, fake.Options);
        using var stop = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => DrainAsync(manager.UploadEntitiesAsync(Endless(), ByFile(), null, stop.Token)));

        Assert.Empty(fake.World.Records);

        async IAsyncEnumerable<BulkEntity> Endless()
        {
            for (var i = 0; ; i++)
            {
                yield return s_many[i % s_many.Length];
                if (i == 10_000)
                {
                    await stop.CancelAsync();
                }
            }
        }
    }

    [Fact]
    public async Task Stream_that_is_not_kept_is_not_guessed_at()
    {
        await using var fake = await FakeBulk.StartAsync();
        fake.OnPost = static _ => PostFault.Cut(50_000);
        using var manager = new BulkServiceManager(fake.Authorization, fake.Options);
        var parameters = ByFile();
        parameters.KeepInputs = false;
        var items = new List<BulkUploadItem>();

        var error = await Assert.ThrowsAsync<FileUploadException>(() => DrainAsync(manager.UploadEntitiesAsync(Make.Stream(s_many), parameters, null, Ct), items));

        Assert.False(error.MayHaveArrived);
        Assert.True(error.RowsWritten > 0 && error.BytesTransferred > 0);
        Assert.Single(fake.Posts);
        Assert.All(items, static i => Assert.Equal(BulkUploadOutcome.Failed, i.Outcome));
    }

    private static EntityUploadParameters ByFile() => new() { MaxEntitiesPerCall = 0 };

    private static async Task DrainAsync(IAsyncEnumerable<BulkUploadItem> items, List<BulkUploadItem>? into = null)
    {
        await foreach (var item in items.WithCancellation(CancellationToken.None))
        {
            into?.Add(item);
        }
    }
}
