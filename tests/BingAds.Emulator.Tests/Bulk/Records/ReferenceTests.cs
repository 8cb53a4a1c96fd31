using BingAds.V13.Bulk;
using static BingAds.Emulator.Tests.Records.RecordSession;

namespace BingAds.Emulator.Tests.Records;

public sealed class ReferenceTests
{
    [Fact]
    public async Task Parents_are_named_by_id_or_by_name_and_the_id_counts()
    {
        await using var session = await StartAsync();
        var ids = await session.AddAsync(Sample.Campaign(), Sample.AdGroup(), Sample.AdGroup("-3", "-1", "Kayaks"));
        var byName = Row("Keyword", "Campaign", "boats", "Ad Group", "CANOES", "Keyword", "one", "Match Type", "Exact");
        var both = Row("Keyword", "Parent Id", $"{ids[2]}", "Campaign", "Boats", "Ad Group", "Canoes", "Keyword", "two", "Match Type", "Exact");

        var added = await session.AddAsync(byName, both);

        var rows = await session.DownloadAsync(DownloadEntity.Keywords);
        Assert.Equal([$"{ids[1]}", $"{ids[2]}"], rows.Skip(1).Select(static r => r["Parent Id"]));

        // On a deletion the name counts: the second keyword is not in Canoes.
        var result = await session.UploadAsync("Keyword", "Status", "Deleted", "Id", $"{added[1]}", "Parent Id", $"{ids[2]}", "Campaign", "Boats", "Ad Group", "Canoes");
        Assert.Equal([1528], result.Codes);
        Assert.Empty((await session.UploadAsync("Keyword", "Status", "Deleted", "Id", $"{added[1]}", "Parent Id", "77", "Campaign", "Boats", "Ad Group", "Kayaks")).Codes);
    }

    [Theory]
    [InlineData("Campaign", "1102", "Parent Id", "77", "Campaign", "x")]
    [InlineData("Ad Group", "1100", "Ad Group", "x")]
    [InlineData("Ad Group", "1100", "Parent Id", "-99", "Ad Group", "x")]
    [InlineData("Ad Group", "1100", "Campaign", "Nowhere", "Ad Group", "x")]
    [InlineData("Ad Group", "1100", "Parent Id", "one", "Ad Group", "x")]
    [InlineData("Keyword", "1201", "Parent Id", "4711", "Keyword", "x")]
    [InlineData("Keyword", "1201", "Campaign", "Boats", "Ad Group", "Nowhere", "Keyword", "x")]
    [InlineData("Responsive Search Ad", "1201", "Parent Id", "4711")]
    [InlineData("Campaign", "1100", "Id", "4711", "Status", "Paused")]
    [InlineData("Ad Group", "1201", "Id", "4711", "Parent Id", "-1", "Status", "Paused")]
    [InlineData("Keyword", "1501", "Id", "4711", "Parent Id", "-2", "Status", "Paused")]
    [InlineData("Keyword", "1501", "Status", "Deleted", "Parent Id", "-2")]
    [InlineData("Responsive Search Ad", "1308", "Id", "4711", "Parent Id", "-2", "Status", "Deleted")]
    [InlineData("Budget", "4916", "Id", "4711", "Status", "Deleted")]
    [InlineData("Label", "5405", "Id", "4711", "Label", "x")]
    [InlineData("Campaign Label", "5405", "Id", "4711", "Parent Id", "-1")]
    [InlineData("Keyword Label", "5425", "Id", "-10", "Parent Id", "4711")]
    [InlineData("Campaign Negative Keyword", "4330", "Id", "4711", "Parent Id", "-1", "Status", "Deleted")]
    [InlineData("Campaign Negative Site", "1012", "Parent Id", "-1", "Status", "Active")]
    [InlineData("Shared Negative Keyword", "4317", "Parent Id", "4711", "Keyword", "x", "Match Type", "Exact")]
    [InlineData("Negative Keyword List", "4326", "Id", "4711", "Status", "Deleted")]
    [InlineData("Campaign Negative Keyword List Association", "4317", "Id", "4711", "Parent Id", "-1")]
    [InlineData("Sitelink Ad Extension", "3812", "Id", "4711", "Status", "Deleted")]
    [InlineData("Campaign Sitelink Ad Extension", "3812", "Id", "4711", "Parent Id", "-1")]
    [InlineData("Campaign Age Criterion", "1100", "Parent Id", "4711")]
    [InlineData("Campaign Age Criterion", "4507", "Id", "4711", "Parent Id", "-1")]
    [InlineData("Ad Group Product Partition", "4100", "Id", "4711", "Parent Id", "-2", "Is Excluded", "False")]
    [InlineData("Ad Group Product Partition", "4202", "Parent Id", "-2", "Parent Criterion Id", "-99", "Is Excluded", "False")]
    [InlineData("Remarketing List", "4835", "Id", "4711", "Status", "Deleted")]
    [InlineData("Feed Item", "5904", "Parent Id", "4711")]
    [InlineData("Bid Strategy", "4202", "Id", "4711")]
    [InlineData("Keyword", "1538", "Parent Id", "-2", "Keyword", "x", "Match Type", "Exact", "Bid", "much")]
    [InlineData("Campaign DayTime Criterion", "201", "Parent Id", "-1", "From Hour", "early")]
    [InlineData("Hover Craft", "4203", "Id", "1")]
    public async Task Wrong_rows_have_the_codes_of_the_services(string type, string code, params string[] cells)
    {
        await using var session = await StartAsync();
        await session.AddAsync(Sample.Campaign(), Sample.AdGroup(), Row("Label", "Id", "-10", "Label", "Spring"));

        var result = await session.UploadAsync(type, cells);

        Assert.Contains(int.Parse(code, System.Globalization.CultureInfo.InvariantCulture), result.Codes);
        Assert.All(result.Errors, static e => Assert.NotNull(e.Error));
    }

    [Fact]
    public async Task Keys_stand_for_what_was_added_wherever_a_row_names_it()
    {
        await using var session = await StartAsync();
        var account = $"{DemoCredentials.AccountId}";
        var ids = await session.AddAsync(
            Row("Budget", "Id", "-5", "Parent Id", account, "Budget Name", "Pot", "Budget Type", "DailyBudgetStandard", "Budget", "70"),
            Row("Campaign", "Id", "-1", "Campaign", "On the pot", "Budget Id", "-5", "Language", "English"),
            Sample.AdGroup(),
            Row("Remarketing List", "Id", "-30", "Parent Id", account, "Audience", "Buyers"),
            Row("Ad Group Remarketing List Association", "Parent Id", "-2", "Audience Id", "-30", "Bid Adjustment", "20"),
            Row("Ad Group Product Partition", "Id", "-20", "Parent Id", "-2", "Sub Type", "Subdivision", "Is Excluded", "False"),
            Row("Ad Group Product Partition", "Id", "-21", "Parent Id", "-2", "Sub Type", "Unit", "Parent Criterion Id", "-20", "Is Excluded", "False"),
            Row("Sitelink Ad Extension", "Id", "-11", "Parent Id", account, "Sitelink Extension Link Text", "Tides", "Final Url", "https://shop.example.com/tides"),
            Row("Campaign Sitelink Ad Extension", "Id", "-11", "Parent Id", "-1"));

        var rows = await session.DownloadAsync(
            DownloadEntity.Campaigns, DownloadEntity.AdGroupRemarketingListAssociations, DownloadEntity.AdGroupProductPartitions, DownloadEntity.CampaignSitelinkAdExtensions);
        var campaign = rows.Single(static r => r["Type"] == "Campaign");
        Assert.Equal(($"{ids[0]}", "Pot", "70"), (campaign["Budget Id"], campaign["Budget Name"], campaign["Budget"]));
        Assert.Equal($"{ids[3]}", rows.Single(static r => r["Type"] == "Ad Group Remarketing List Association")["Audience Id"]);
        Assert.Equal($"{ids[5]}", rows.Single(r => r.GetValueOrDefault("Id") == $"{ids[6]}")["Parent Criterion Id"]);
        var link = rows.Single(static r => r["Type"] == "Campaign Sitelink Ad Extension");
        Assert.Equal(($"{ids[7]}", $"{ids[1]}", "On the pot"), (link["Id"], link["Parent Id"], link["Campaign"]));
    }

    [Fact]
    public async Task What_a_row_deletes_is_gone_for_the_rows_after_it()
    {
        await using var session = await StartAsync();
        var keyword = new Dictionary<string, string>(Sample.Keyword("one"), StringComparer.Ordinal) { ["Id"] = "-8" };
        await session.AddAsync(Sample.Campaign(), Sample.AdGroup(), keyword, Row("Asset Group", "Id", "-9", "Parent Id", "-1", "Asset Group", "Picnic"));

        var results = await session.UploadAsync(
            Row("Keyword Adcustomizer Attribute", "Parent Id", "-8", "Name", "Colour"),
            Row("Asset Group Search Theme", "Parent Id", "-9", "Search Theme", "lakes"),
            Row("Ad Group", "Id", "-2", "Parent Id", "-1", "Status", "Deleted"),
            Row("Asset Group", "Id", "-9", "Parent Id", "-1", "Status", "Deleted"),
            Row("Keyword Adcustomizer Attribute", "Parent Id", "-8", "Name", "Size"),
            Sample.Keyword("two"),
            Row("Asset Group Search Theme", "Parent Id", "-9", "Search Theme", "rivers"));

        Assert.Equal([null, null, null, null, 1501, 1201, 4202], results.Select(static r => r.Codes.Count == 0 ? default(int?) : r.Codes[0]));
    }
}
