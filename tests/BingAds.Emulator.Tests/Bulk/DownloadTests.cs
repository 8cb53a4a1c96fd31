using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using BingAds.Emulator.Tests.Api;
using BingAds.V13.Bulk;

namespace BingAds.Emulator.Tests.Jobs;

public sealed class DownloadTestsOverRest() : DownloadTests(ApiTransport.Rest);

public sealed class DownloadTestsOverSoap() : DownloadTests(ApiTransport.Soap);

/// <summary>Downloads from submission to the file.</summary>
public abstract class DownloadTests(ApiTransport transport)
{
    private static readonly Dictionary<string, Action<DownloadCampaignsByAccountIdsRequest>> s_wrong = new()
    {
        ["no version"] = static r => r.FormatVersion = null,
        ["other version"] = static r => r.FormatVersion = "5.0",
        ["no entities"] = static r => r.DownloadEntities = null,
        ["unknown entity"] = static r => r.DownloadEntities = [DownloadEntity.Keywords, "Planets"],
        ["unknown scope"] = static r => r.DataScope = "Everything",
        ["unknown packing"] = static r => r.CompressionType = "Rar",
        ["future"] = static r => r.LastSyncTimeInUTC = BulkSession.Now.UtcDateTime.AddSeconds(1),
        ["too old"] = static r => r.LastSyncTimeInUTC = BulkSession.Now.UtcDateTime.AddDays(-31),
        ["before dates"] = static r => r.LastSyncTimeInUTC = new DateTime(1700, 1, 1),
        ["no account"] = static r => r.AccountIds = null,
        ["two accounts"] = static r => r.AccountIds = [DemoCredentials.AccountId, DemoCredentials.ForeignAccountId],
        ["foreign account"] = static r => r.AccountIds = [DemoCredentials.ForeignAccountId],
    };

    [Theory]
    [InlineData("no version", 3219)]
    [InlineData("other version", 3217)]
    [InlineData("no entities", 3210)]
    [InlineData("unknown entity", 3211)]
    [InlineData("unknown scope", 3228)]
    [InlineData("unknown packing", 201)]
    [InlineData("future", 3208)]
    [InlineData("too old", 3209)]
    [InlineData("before dates", 3209)]
    [InlineData("no account", 3306)]
    [InlineData("two accounts", 3201)]
    [InlineData("foreign account", 106)]
    public async Task A_wrong_request_is_refused(string what, int code)
    {
        await using var session = await BulkSession.StartAsync(transport: transport);
        Assert.Equal([code], await ApiSession.RefusalAsync(async () => await session.SubmitAsync(s_wrong[what])));
    }

    [Fact]
    public async Task Campaigns_are_of_one_account_and_not_too_many()
    {
        await using var session = await BulkSession.StartAsync(transport: transport);
        var campaign = new CampaignScope { CampaignId = 1, ParentAccountId = DemoCredentials.AccountId };
        await RefusedAsync(1113, null);
        await RefusedAsync(1114, [.. Enumerable.Repeat<CampaignScope?>(campaign, 1_001)]);
        await RefusedAsync(3204, [campaign, null]);
        await RefusedAsync(3204, [new() { CampaignId = 1 }]);
        await RefusedAsync(3203, [campaign, new() { CampaignId = 1, ParentAccountId = 5 }]);
        await RefusedAsync(1100, [campaign]);

        async Task RefusedAsync(int code, List<CampaignScope?>? campaigns) => Assert.Equal([code], await ApiSession.RefusalAsync(async () =>
            await session.Client.DownloadCampaignsByCampaignIdsAsync(new() { Campaigns = campaigns!, DownloadEntities = [DownloadEntity.Keywords], FormatVersion = "6.0" })));
    }

    [Theory]
    [InlineData("Csv", "Zip", ',')]
    [InlineData("Tsv", "Zip", '\t')]
    [InlineData("Tsv", "GZip", '\t')]
    [InlineData(null, null, ',')]
    public async Task The_file_has_the_asked_form(string? type, string? packing, char separator)
    {
        await using var session = await BulkSession.StartAsync(transport: transport);
        var link = await session.DownloadLinkAsync(r => (r.DownloadFileType, r.CompressionType) = (type is null ? null : new(type), packing is null ? null : new(packing)));
        var file = await session.Http.GetByteArrayAsync(link);
        string[] lines;
        if (packing == "GZip")
        {
            using var reader = new StreamReader(new GZipStream(new MemoryStream(file), CompressionMode.Decompress));
            lines = (await reader.ReadToEndAsync()).Split("\r\n");
        }
        else
        {
            lines = BulkSession.Unzip(file, out var name);
            Assert.EndsWith(separator == ',' ? ".csv" : ".tsv", name, StringComparison.Ordinal);
        }

        Assert.StartsWith("Type" + separator, lines[0].TrimStart('\uFEFF'), StringComparison.Ordinal);
        Assert.StartsWith("Format Version" + separator, lines[1], StringComparison.Ordinal);
        Assert.StartsWith("Account" + separator, lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changes_since_the_sync_time_are_told_once()
    {
        await using var session = await BulkSession.StartAsync(transport: transport);
        await session.UploadAsync(BulkSession.Text(KeywordWorld.Csv("a,,one,0.5", "b,,two,0.5")), "x.csv");
        var first = await session.ResultAsync(await session.DownloadLinkAsync());
        Assert.Equal(2, first.Count(static r => r["Type"] == "Keyword"));
        var sync = DateTime.Parse(first.Single(static r => r["Type"] == "Account")["Sync Time"], CultureInfo.InvariantCulture);

        // The clock stands still, and yet the second file has what came after the first, and nothing else.
        var nothing = await session.ResultAsync(await session.DownloadLinkAsync(r => r.LastSyncTimeInUTC = sync));
        Assert.DoesNotContain(nothing, static r => r["Type"] == "Keyword");
        var id = first.First(static r => r.GetValueOrDefault("Keyword") == "two")["Id"];
        await session.UploadAsync(BulkSession.Text(KeywordWorld.Csv($"b,{id},,0.75")), "x.csv");
        var changed = await session.ResultAsync(await session.DownloadLinkAsync(r => r.LastSyncTimeInUTC = sync));
        Assert.Equal("0.75", Assert.Single(changed, static r => r["Type"] == "Keyword")["Bid"]);
        var full = await session.ResultAsync(await session.DownloadLinkAsync(r => (r.LastSyncTimeInUTC, r.DataScope) = (sync, DataScope.EntityData | DataScope.QualityScoreData)));
        Assert.Equal(2, full.Count(static r => r["Type"] == "Keyword"));
    }

    [Fact]
    public async Task A_job_is_in_progress_as_long_as_the_options_say()
    {
        await using var session = await BulkSession.StartAsync(static o => (o.Bulk.JobDuration, o.Bulk.JobPolls) = (TimeSpan.FromMinutes(1), 2), transport);
        var id = await session.SubmitAsync();
        await session.WorkAsync(id);
        Assert.Equal(("InProgress", 0, true), await AskAsync());
        session.Emulator.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(("InProgress", 50, true), await AskAsync());
        session.Emulator.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(("Completed", 100, false), await AskAsync());

        async Task<(string?, int?, bool)> AskAsync()
        {
            var status = await session.Client.GetBulkDownloadStatusAsync(new() { RequestId = id });
            return (status.RequestStatus, status.PercentComplete, string.IsNullOrEmpty(status.ResultFileUrl));
        }
    }

    [Fact]
    public async Task Only_its_user_may_ask_for_a_job_and_only_for_two_days()
    {
        await using var session = await BulkSession.StartAsync(transport: transport);
        var id = await session.SubmitAsync();
        await session.WorkAsync(id);
        var upload = (await session.UploadUrlAsync()).RequestId;
        Assert.Equal([3205], await AskAsync(null));
        Assert.Equal([3205], await AskAsync("nobody's"));
        Assert.Equal([3205], await AskAsync(upload));
        Assert.Equal([4201], await ApiSession.RefusalAsync(async () => await session.StatusAsync(id)));
        var own = session.Authorization.Authentication;
        session.Authorization.Authentication = new FixedToken(await session.OtherUserAsync(BingAds.Emulator.Store.Role.SuperAdmin));
        Assert.Equal([3205], await AskAsync(id));
        session.Authorization.Authentication = own;
        session.Emulator.Clock.Advance(TimeSpan.FromHours(47));
        Assert.Equal("Completed", (await session.Client.GetBulkDownloadStatusAsync(new() { RequestId = id })).RequestStatus);
        session.Emulator.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal([3205], await AskAsync(id));

        // The next job takes the old ones away.
        await session.DownloadLinkAsync();
        session.Emulator.Clock.Advance(TimeSpan.FromTicks(1));
        await session.SubmitAsync();
        Assert.Null(await session.Emulator.State.Store.RunAsync(s => s.Jobs.Find(id)));
        Assert.Null(await session.Emulator.State.Store.RunAsync(s => s.Pieces.Length(id + BingAds.Emulator.Store.Job.OutputPart)));

        Task<int?[]> AskAsync(string? request) => ApiSession.RefusalAsync(async () => await session.Client.GetBulkDownloadStatusAsync(new() { RequestId = request }));
    }

    [Fact]
    public async Task A_viewer_may_download_and_not_upload()
    {
        await using var session = await BulkSession.StartAsync(transport: transport);
        session.Authorization.Authentication = new FixedToken(await session.OtherUserAsync(BingAds.Emulator.Store.Role.Viewer));
        await session.DownloadLinkAsync();
        Assert.Equal([106], await ApiSession.RefusalAsync(async () => await session.UploadUrlAsync()));
    }

    [Fact]
    public async Task An_account_that_is_too_large_is_told_with_its_campaigns()
    {
        await using var session = await BulkSession.StartAsync(static o => (o.Bulk.MaxAccountKeywords, o.Bulk.MaxCampaignKeywords) = (2, 1), transport);
        await session.Emulator.State.Store.RunAsync(static s =>
        {
            Insert(FamilyNames.Campaign, 71, DemoCredentials.AccountId);
            Insert(FamilyNames.AdGroup, 72, 71);
            Insert(FamilyNames.Keyword, 73, 72);
            Insert(FamilyNames.Keyword, 74, 72);
            Insert(FamilyNames.Keyword, 75, 72);

            void Insert(string family, long id, long parent)
                => s.Entities.Insert(new(family, id) { Parent = parent, Account = DemoCredentials.AccountId, Customer = DemoCredentials.CustomerId, Body = "{}"u8.ToArray() });
        });
        var refused = await Assert.ThrowsAnyAsync<BingAds.Errors.ApiException>(async () => await session.SubmitAsync());
        Assert.Equal((3207, "71"), (refused.Errors[0].Code, refused.Errors[0].Details));
        Assert.Equal([3216], await ApiSession.RefusalAsync(async () => await session.Client.DownloadCampaignsByCampaignIdsAsync(
            new() { Campaigns = [new() { CampaignId = 71, ParentAccountId = DemoCredentials.AccountId }], DownloadEntities = [DownloadEntity.Keywords], FormatVersion = "6.0" })));
    }
}
