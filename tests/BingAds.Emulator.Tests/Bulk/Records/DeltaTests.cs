using BingAds.V13.Bulk;
using static BingAds.Emulator.Tests.Records.RecordSession;

namespace BingAds.Emulator.Tests.Records;

public sealed class DeltaTests
{
    private static readonly DownloadEntity[] s_all =
    [
        DownloadEntity.Campaigns, DownloadEntity.AdGroups, DownloadEntity.Keywords, DownloadEntity.Labels, DownloadEntity.KeywordLabels, DownloadEntity.CampaignTargetCriterions,
        DownloadEntity.CampaignNegativeSites, DownloadEntity.SitelinkAdExtensions, DownloadEntity.CampaignSitelinkAdExtensions,
    ];

    [Fact]
    public async Task Only_what_changed_is_told_and_of_deletions_the_topmost()
    {
        await using var session = await StartAsync();
        var ids = await session.AddAsync(
            Sample.Campaign("-1", "A"), Sample.AdGroup("-2", "-1"), Sample.Keyword("one"), Sample.Keyword("two"),
            Sample.Campaign("-3", "B"), Sample.AdGroup("-4", "-3"), Sample.Keyword("three", "-4"), Sample.Campaign("-5", "C"));
        var sync = await session.SyncTimeAsync();
        Assert.Equal(["Account"], Types(await session.DownloadAsync(s_all, sync)));
        session.Clock.Advance(TimeSpan.FromDays(1));

        await session.Campaigns.UpdateKeywordsAsync(new() { AdGroupId = ids[1], Keywords = [new() { Id = ids[3], Bid = new() { Amount = 1.4 } }] });
        await session.Campaigns.DeleteKeywordsAsync(new() { AdGroupId = ids[1], KeywordIds = [ids[2]] });
        await session.UploadAsync("Campaign", "Id", $"{ids[4]}", "Status", "Deleted");
        var rows = await session.DownloadAsync(s_all, sync);

        Assert.Equal(["Account", "Campaign", "Keyword", "Keyword"], Types(rows));
        Assert.Equal(($"{ids[4]}", "Deleted"), (rows[1]["Id"], rows[1]["Status"]));
        Assert.Equal(($"{ids[2]}", "Deleted"), (rows[2]["Id"], rows[2]["Status"]));
        Assert.Equal(($"{ids[3]}", "1.4", "3/2/2027 10:00:00 AM"), (rows[3]["Id"], rows[3]["Bid"], rows[3]["Modified Time"]));
        Assert.Equal(["Account", "Campaign", "Campaign", "Ad Group", "Keyword"], Types(await session.DownloadAsync(s_all, null)));
        Assert.Equal(["Account"], Types(await session.DownloadAsync(s_all, await session.SyncTimeAsync())));
    }

    [Fact]
    public async Task Associations_are_told_as_deleted_unless_an_end_of_them_is()
    {
        await using var session = await StartAsync();
        var ids = await session.AddAsync(
            Sample.Campaign(), Sample.AdGroup(), Sample.Keyword("one"), Sample.Keyword("two"), Row("Label", "Id", "-10", "Label", "Spring"), Row("Label", "Id", "-11", "Label", "Summer"));
        var links = Enumerable.Range(0, 4).Select(i => Row("Keyword Label", "Id", i < 2 ? "-10" : "-11", "Parent Id", $"{ids[2 + (i % 2)]}")).ToList();
        await session.AddAsync(links);
        var sync = await session.SyncTimeAsync();
        session.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Empty((await session.UploadAsync("Keyword Label", "Status", "Deleted", "Id", $"{ids[4]}", "Parent Id", $"{ids[2]}")).Codes);
        await session.Campaigns.DeleteLabelsAsync(new() { LabelIds = [ids[5]] });

        var rows = await session.DownloadAsync(s_all, sync);
        Assert.Equal(["Account", "Label", "Keyword Label"], Types(rows));
        Assert.Equal(($"{ids[4]}", $"{ids[2]}", "Deleted"), (rows[2]["Id"], rows[2]["Parent Id"], rows[2]["Status"]));
    }

    [Fact]
    public async Task Targets_are_never_told_as_deleted_but_those_left_come_again()
    {
        await using var session = await StartAsync();
        var ids = await session.AddAsync(
            Sample.Campaign(), Row("Campaign Age Criterion", "Parent Id", "-1", "Target", "EighteenToTwentyFour"), Row("Campaign Gender Criterion", "Parent Id", "-1", "Target", "Female"));
        var sync = await session.SyncTimeAsync();
        session.Clock.Advance(TimeSpan.FromHours(1));

        await session.UploadAsync("Campaign Age Criterion", "Id", $"{ids[1]}", "Parent Id", "-1", "Status", "Deleted");

        var rows = await session.DownloadAsync(s_all, sync);
        Assert.Equal(["Account", "Campaign Gender Criterion"], Types(rows));
        Assert.Equal(("Active", "Boats"), (rows[1]["Status"], rows[1]["Campaign"]));
    }

    [Fact]
    public async Task Records_that_no_service_models_change_fall_with_their_parents_and_are_told()
    {
        await using var session = await StartAsync();
        var ids = await session.AddAsync(
            Sample.Campaign(), Row("Sitelink Ad Extension", "Id", "-11", "Sitelink Extension Link Text", "Tides", "Final Url", "https://shop.example.com/tides"),
            Row("Campaign Sitelink Ad Extension", "Id", "-11", "Parent Id", "-1"), Row("Asset Group", "Id", "-12", "Parent Id", "-1", "Asset Group", "Picnic", "Path 1", "lake", "Ship Colour", "blue"), Row("Asset Group Search Theme", "Parent Id", "-12", "Search Theme", "lakes"));
        var sync = await session.SyncTimeAsync();
        session.Clock.Advance(TimeSpan.FromHours(1));

        var changed = await session.UploadAsync("Asset Group", "Id", $"{ids[3]}", "Parent Id", "-1", "Asset Group", "Brunch", "Path 1", "delete_value");

        Assert.Equal(("Brunch", false), (changed.Cells["Asset Group"], changed.Cells.ContainsKey("Path 1")));
        DownloadEntity[] below = [DownloadEntity.AssetGroups, DownloadEntity.AssetGroupSearchThemes, .. s_all];
        var row = (await session.DownloadAsync(below, sync))[1];
        Assert.Equal(("Brunch", "blue", "Active"), (row["Asset Group"], row["Ship Colour"], row["Status"]));
        Assert.Equal(["Account", "Sitelink Ad Extension", "Campaign", "Asset Group", "Asset Group Search Theme", "Campaign Sitelink Ad Extension"], Types(await session.DownloadAsync(below)));
        await session.Campaigns.DeleteCampaignsAsync(new() { AccountId = DemoCredentials.AccountId, CampaignIds = [ids[0]] });
        Assert.Equal(["Account", "Sitelink Ad Extension"], Types(await session.DownloadAsync(below)));
        Assert.Equal(["Account", "Campaign"], Types(await session.DownloadAsync(below, sync)));
        Assert.Equal("Deleted", (await session.DownloadAsync(below, sync))[1]["Status"]);
    }

    [Fact]
    public async Task A_download_of_campaigns_holds_only_what_is_below_them()
    {
        await using var session = await StartAsync();
        var ids = await session.AddAsync(
            Sample.Campaign("-1", "A"), Sample.AdGroup("-2", "-1"), Sample.Keyword("one"), Sample.Campaign("-3", "B"), Sample.AdGroup("-4", "-3"), Sample.Keyword("two", "-4"),
            Row("Campaign Negative Site", "Parent Id", "-1", "Website", "a.example.com"), Row("Campaign Negative Site", "Parent Id", "-3", "Website", "b.example.com"));

        var rows = await session.DownloadAsync(s_all, null, [ids[3]]);
        Assert.Equal(["Account", "Campaign", "Campaign Negative Site", "Ad Group", "Keyword"], Types(rows));
        Assert.Equal(("B", "b.example.com", "two"), (rows[1]["Campaign"], rows[2]["Website"], rows[4]["Keyword"]));
        Assert.Equal(["Account"], Types(await session.DownloadAsync(s_all, await session.SyncTimeAsync(), [ids[3]])));
    }

    private static List<string> Types(List<Dictionary<string, string>> rows) => rows.ConvertAll(static r => r["Type"]);
}
