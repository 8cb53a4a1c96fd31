using BingAds.V13.Bulk;
using static BingAds.Emulator.Tests.Records.RecordSession;

namespace BingAds.Emulator.Tests.Records;

public sealed class KeywordRowTests
{
    [Fact]
    public async Task Rows_below_new_parents_are_added_and_a_wrong_one_fails_alone()
    {
        await using var session = await StartAsync();
        var results = await session.UploadAsync(Sample.Campaign(), Sample.AdGroup(), Sample.Keyword("oak canoe"), Sample.Keyword("cheap canoe", bid: "0.001"), Sample.Keyword("canoe tent"));

        Assert.Equal([0, 0, 0, 1, 0], results.Select(static r => r.Codes.Count));
        Assert.Equal(("CampaignServiceBidAmountsLessThanFloorPrice", 1515), (results[3].Errors[0].Error, results[3].Codes[0]));
        Assert.Equal(("Boats", "Canoes", "Active"), (results[2].Cells["Campaign"], results[2].Cells["Ad Group"], results[2].Cells["Editorial Status"]));
        var keywords = await session.Campaigns.GetKeywordsByAdGroupIdAsync(new() { AdGroupId = results[1].Id });
        Assert.Equal(["oak canoe", "canoe tent"], keywords.Keywords.Select(static k => k!.Text));
    }

    [Fact]
    public async Task Keywords_of_the_service_are_downloaded_with_the_names_of_their_parents()
    {
        await using var session = await StartAsync();
        var ids = await session.AddAsync(Sample.Campaign(), Sample.AdGroup());
        var added = await session.Campaigns.AddKeywordsAsync(new() { AdGroupId = ids[1], Keywords = [new() { Text = "kayak", MatchType = "Exact", Bid = new() { Amount = 1.25 } }] });

        var rows = await session.DownloadAsync(DownloadEntity.Campaigns, DownloadEntity.AdGroups, DownloadEntity.Keywords);

        Assert.Equal(["Account", "Campaign", "Ad Group", "Keyword"], rows.Select(static r => r["Type"]));
        var keyword = rows[3];
        Assert.Equal(($"{added.KeywordIds[0]}", $"{ids[1]}", "Boats", "Canoes", "kayak", "1.25"), (keyword["Id"], keyword["Parent Id"], keyword["Campaign"], keyword["Ad Group"], keyword["Keyword"], keyword["Bid"]));
    }

    [Fact]
    public async Task An_update_touches_the_given_cells_and_delete_value_clears()
    {
        await using var session = await StartAsync();
        var keyword = Sample.Keyword("oak canoe");
        (keyword["Final Url"], keyword["Param1"], keyword["Mobile Final Url"]) = ("https://shop.example.com/oak", "red", "https://m.example.com/oak");
        var ids = await session.AddAsync(Sample.Campaign(), Sample.AdGroup(), keyword);
        string[] known = ["Id", $"{ids[2]}", "Parent Id", $"{ids[1]}"];

        var result = await session.UploadAsync("Keyword", [.. known, "Bid", "0.8", "Final Url", "", "Mobile Final Url", "delete_value", "Param1", "delete_value"]);

        Assert.Equal(("0.8", "https://shop.example.com/oak", "oak canoe"), (result.Cells["Bid"], result.Cells["Final Url"], result.Cells["Keyword"]));
        Assert.False(result.Cells.ContainsKey("Mobile Final Url") || result.Cells.ContainsKey("Param1"));
        result = await session.UploadAsync("Keyword", [.. known, "Bid", "delete_value"]);
        Assert.Empty(result.Codes);
        var row = (await session.DownloadAsync(DownloadEntity.Keywords))[1];
        Assert.False(row.ContainsKey("Bid"));
        Assert.DoesNotContain("delete_value", row.Values);
    }

    [Fact]
    public async Task A_downloaded_row_can_be_sent_back_as_it_is()
    {
        await using var session = await StartAsync();
        await session.AddAsync(Sample.Campaign(), Sample.AdGroup(), Sample.Keyword("oak canoe"));
        var rows = await session.DownloadAsync(DownloadEntity.Campaigns, DownloadEntity.AdGroups, DownloadEntity.Keywords);

        Assert.All(await session.UploadAsync(rows), static r => Assert.Empty(r.Codes));
        Assert.Equal(Without(rows), Without(await session.DownloadAsync(DownloadEntity.Campaigns, DownloadEntity.AdGroups, DownloadEntity.Keywords)));

        static List<string> Without(List<Dictionary<string, string>> rows)
            => rows.ConvertAll(static r => string.Join('|', r.Where(static c => c.Key is not ("Modified Time" or "Sync Time")).OrderBy(static c => c.Key)));
    }
}
