using BingAds.V13.Bulk;
using BingAds.V13.CampaignManagement;
using static BingAds.Emulator.Tests.Records.RecordSession;

namespace BingAds.Emulator.Tests.Records;

public sealed class CampaignRowTests
{
    [Fact]
    public async Task Parts_of_settings_and_strategies_are_changed_alone()
    {
        await using var session = await StartAsync();
        var campaign = Sample.Campaign();
        (campaign["Website"], campaign["Domain Language"], campaign["Source"]) = ("shop.example.com", "English", "All");
        (campaign["Bid Strategy Type"], campaign["Bid Strategy MaxCpc"]) = ("MaxClicks", "2.5");
        var ids = await session.AddAsync(campaign);

        var result = await session.UploadAsync("Campaign", "Id", $"{ids[0]}", "Website", "boats.example.com", "Budget", "36.5");

        Assert.Empty(result.Codes);
        Assert.Equal(("boats.example.com", "English", "2.5", "36.5", "Boats"), (result.Cells["Website"], result.Cells["Domain Language"], result.Cells["Bid Strategy MaxCpc"], result.Cells["Budget"], result.Cells["Campaign"]));
        result = await session.UploadAsync("Campaign", "Id", $"{ids[0]}", "Bid Strategy MaxCpc", "delete_value", "Campaign", "delete_value", "Status", "delete_value");
        Assert.Equal(("MaxClicks", false, "Boats", "Paused"), (result.Cells["Bid Strategy Type"], result.Cells.ContainsKey("Bid Strategy MaxCpc"), result.Cells["Campaign"], result.Cells["Status"]));
        var stored = await session.Campaigns.GetCampaignsByIdsAsync(new() { AccountId = DemoCredentials.AccountId, CampaignIds = [ids[0]], CampaignType = CampaignType.Search });
        Assert.Equal("boats.example.com", Assert.Single(stored.Campaigns[0]!.Settings!.OfType<DynamicSearchAdsSetting>()).DomainName);
    }

    [Fact]
    public async Task Cells_that_only_files_know_are_kept_beside_the_campaign()
    {
        await using var session = await StartAsync();
        var campaign = Sample.Campaign();
        (campaign["Campaign Type"], campaign["Campaign Goal"], campaign["Bid Strategy Type"], campaign["Destination Channel"]) = ("LinkedIn", "BrandAwareness", "MaxReach", "MSAN");
        var ids = await session.AddAsync(campaign);

        var row = (await session.DownloadAsync(DownloadEntity.Campaigns))[1];
        Assert.Equal(("LinkedIn", "MaxReach", "MSAN"), (row["Campaign Type"], row["Bid Strategy Type"], row["Destination Channel"]));
        await session.AddAsync(Row("Campaign", "Id", $"{ids[0]}", "Bid Strategy Type", "EnhancedCpc", "Destination Channel", "delete_value"));
        row = (await session.DownloadAsync(DownloadEntity.Campaigns))[1];
        Assert.Equal(("LinkedIn", "EnhancedCpc", false), (row["Campaign Type"], row["Bid Strategy Type"], row.ContainsKey("Destination Channel")));
    }

    [Fact]
    public async Task End_dates_are_cleared_and_a_deletion_takes_the_children_along()
    {
        await using var session = await StartAsync();
        var group = Sample.AdGroup();
        group["End Date"] = "5/6/2027";
        var ids = await session.AddAsync(Sample.Campaign(), group, Sample.Keyword("one"));

        var result = await session.UploadAsync("Ad Group", "Id", $"{ids[1]}", "Parent Id", $"{ids[0]}", "End Date", "delete_value", "Cpc Bid", "1.1");
        Assert.Equal((false, "1.1", "Boats"), (result.Cells.ContainsKey("End Date"), result.Cells["Cpc Bid"], result.Cells["Campaign"]));
        await session.AddAsync(Row("Campaign", "Id", $"{ids[0]}", "Status", "Deleted"), Sample.Campaign("-9", "Boats"));
        Assert.Equal(["Account", "Campaign"], (await session.DownloadAsync(DownloadEntity.Campaigns, DownloadEntity.AdGroups, DownloadEntity.Keywords)).Select(static r => r["Type"]));
    }

    [Fact]
    public async Task Scores_and_suggestions_come_when_asked_for_and_are_the_same_each_time()
    {
        await using var session = await StartAsync();
        await session.AddAsync([Sample.Campaign(), Sample.AdGroup(), .. Enumerable.Range(0, 20).Select(static i => Sample.Keyword($"word {i}"))]);
        DownloadEntity[] entities = [DownloadEntity.Campaigns, DownloadEntity.Keywords];

        var rows = await session.DownloadAsync(entities, null, null, DataScope.EntityData | DataScope.QualityScoreData | DataScope.BidSuggestionsData);

        Assert.All(rows.Where(static r => r["Type"] is "Campaign" or "Keyword"), static r => Assert.InRange(int.Parse(r["Quality Score"], System.Globalization.CultureInfo.InvariantCulture), 1, 10));
        Assert.InRange(rows.Count(static r => r["Type"] == "Keyword First Page Bid"), 1, 20);
        Assert.Equal(rows.Select(Text), (await session.DownloadAsync(entities, null, null, DataScope.EntityData | DataScope.QualityScoreData | DataScope.BidSuggestionsData)).Select(Text));
        Assert.DoesNotContain(await session.DownloadAsync(entities), static r => r.ContainsKey("Quality Score") || r["Type"].EndsWith("Bid", StringComparison.Ordinal));

        static string Text(Dictionary<string, string> row) => string.Join('|', row.Where(static c => c.Key is not "Sync Time"));
    }
}
