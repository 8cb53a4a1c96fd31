using BingAds.V13.Bulk;
using BingAds.V13.CampaignManagement;
using static BingAds.Emulator.Tests.Records.RecordSession;

namespace BingAds.Emulator.Tests.Records;

public sealed class ListRowTests
{
    [Fact]
    public async Task Negative_keywords_are_the_same_for_rows_and_calls_and_a_deletion_without_id_takes_all()
    {
        await using var session = await StartAsync();
        var ids = await session.AddAsync(Sample.Campaign(), Word("used"), Word("old"));
        Assert.Equal([4335], Assert.Single(await session.UploadAsync(Word("Used"))).Codes);
        Assert.Equal(["used", "old"], await WordsAsync());

        Assert.Empty((await session.UploadAsync("Campaign Negative Keyword", "Parent Id", "-1", "Id", $"{ids[1]}", "Status", "Deleted")).Codes);
        Assert.Equal(["old"], await WordsAsync());
        var results = await session.UploadAsync(Row("Campaign Negative Keyword", "Parent Id", "-1", "Status", "Deleted"), Word("new"));
        Assert.All(results, static r => Assert.Empty(r.Codes));
        Assert.Equal(["new"], await WordsAsync());

        async Task<List<string?>> WordsAsync()
        {
            var found = await session.Campaigns.GetNegativeKeywordsByEntityIdsAsync(new() { EntityIds = [ids[0]], EntityType = "Campaign", ParentEntityId = DemoCredentials.AccountId });
            return found.EntityNegativeKeywords[0]!.NegativeKeywords!.ConvertAll(static k => k!.Text);
        }

        static Dictionary<string, string> Word(string text) => Row("Campaign Negative Keyword", "Parent Id", "-1", "Keyword", text, "Match Type", "Phrase");
    }

    [Fact]
    public async Task Negative_sites_are_added_and_taken_out_one_by_one_or_all_at_once()
    {
        await using var session = await StartAsync();
        var ids = await session.AddAsync(Sample.Campaign(), Site("a.example.com"), Site("b.example.com"));
        Assert.Equal([1012], (await session.UploadAsync("Campaign Negative Site", "Parent Id", "-1", "Website", "no site at all")).Codes);
        Assert.Equal(["a.example.com", "b.example.com"], await SitesAsync());
        var sync = await session.SyncTimeAsync();
        session.Clock.Advance(TimeSpan.FromMinutes(5));

        await session.AddAsync(Row("Campaign Negative Site", "Parent Id", "-1", "Status", "Deleted", "Website", "A.example.com/"));
        Assert.Equal(["b.example.com"], await SitesAsync());
        var delta = await session.DownloadAsync([DownloadEntity.CampaignNegativeSites], sync);
        Assert.Equal([("Deleted", null), ("Active", "b.example.com")], delta.Skip(1).Select(static r => (r["Status"], r.GetValueOrDefault("Website"))));
        await session.AddAsync(Row("Campaign Negative Site", "Parent Id", "-1", "Status", "Deleted"), Site("c.example.com"));
        Assert.Equal(["c.example.com"], await SitesAsync());

        async Task<List<string>> SitesAsync()
            => (await session.Campaigns.GetNegativeSitesByCampaignIdsAsync(new() { AccountId = DemoCredentials.AccountId, CampaignIds = [ids[0]] })).CampaignNegativeSites[0]!.NegativeSites!;

        static Dictionary<string, string> Site(string site) => Row("Campaign Negative Site", "Parent Id", "-1", "Status", "Active", "Website", site);
    }

    [Fact]
    public async Task Shared_lists_go_through_the_rules_of_the_service()
    {
        await using var session = await StartAsync();
        var ids = await session.AddAsync(
            Sample.Campaign(), Row("Negative Keyword List", "Id", "-7", "Name", "Never"), Row("Shared Negative Keyword", "Parent Id", "-7", "Keyword", "free", "Match Type", "Exact"),
            Row("Campaign Negative Keyword List Association", "Id", "-7", "Parent Id", "-1"));

        Assert.Equal([4334], (await session.UploadAsync("Negative Keyword List", "Name", "NEVER")).Codes);
        Assert.Equal([4331], (await session.UploadAsync("Negative Keyword List", "Id", $"{ids[1]}", "Status", "Deleted")).Codes);
        var items = await session.Campaigns.GetListItemsBySharedListAsync(new() { SharedList = new NegativeKeywordList { Id = ids[1] } });
        Assert.Equal("free", ((NegativeKeyword)Assert.Single(items.ListItems)!).Text);
        Assert.Equal("Never again", (await session.UploadAsync("Negative Keyword List", "Id", $"{ids[1]}", "Name", "Never again")).Cells["Name"]);
        await session.AddAsync(Row("Shared Negative Keyword", "Parent Id", "-7", "Id", $"{ids[2]}", "Status", "Deleted"), Row("Campaign Negative Keyword List Association", "Id", "-7", "Parent Id", "-1", "Status", "Deleted"), Row("Negative Keyword List", "Id", "-7", "Status", "Deleted"));
        Assert.Single(await session.DownloadAsync(DownloadEntity.NegativeKeywordLists, DownloadEntity.SharedNegativeKeywords, DownloadEntity.CampaignNegativeKeywordListAssociations));
    }

    [Fact]
    public async Task Labels_of_ads_have_the_record_type_of_their_ads()
    {
        await using var session = await StartAsync();
        var ids = await session.AddAsync(Sample.Campaign(), Sample.AdGroup(), Sample.SearchAd(), Row("Label", "Id", "-10", "Label", "Spring"));

        Assert.Equal([5425], (await session.UploadAsync("Product Ad Label", "Id", "-10", "Parent Id", $"{ids[2]}")).Codes);
        await session.Campaigns.SetLabelAssociationsAsync(new() { EntityType = EntityType.Ad, LabelAssociations = [new() { LabelId = ids[3], EntityId = ids[2] }] });

        var rows = await session.DownloadAsync(DownloadEntity.ResponsiveSearchAdLabels, DownloadEntity.ProductAdLabels);
        Assert.Equal(("Responsive Search Ad Label", $"{ids[3]}", $"{ids[2]}"), (rows[1]["Type"], rows[1]["Id"], rows[1]["Parent Id"]));
    }
}
