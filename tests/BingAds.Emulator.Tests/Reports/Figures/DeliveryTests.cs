using BingAds.Emulator.Families;
using BingAds.Emulator.Reports.Figures;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Tests.Reports.Figures;

/// <summary>What has figures, and from when until when.</summary>
public class DeliveryTests
{
    private static readonly string[] s_columns = ["TimePeriod", "CampaignId", "AdGroupId", "KeywordId", "Impressions", "Clicks", "Spend"];

    [Fact]
    public async Task The_same_seed_gives_the_same_figures_and_another_seed_others()
    {
        using var first = await FigureStore.CreateAsync();
        using var second = await FigureStore.CreateAsync();
        var rows = await first.AskAsync("KeywordPerformance", s_columns);
        Assert.Equal(rows, await second.AskAsync("KeywordPerformance", s_columns), static (a, b) => a.AsSpan().SequenceEqual(b));
        second.Figures = new ReportFigures("another");
        Assert.NotEqual(FigureStore.Sum(rows, 4), FigureStore.Sum(await second.AskAsync("KeywordPerformance", s_columns), 4));
    }

    [Fact]
    public async Task Figures_of_a_day_stay_when_time_goes_on_and_other_entities_come()
    {
        using var store = await FigureStore.CreateAsync();
        var rows = await store.AskAsync("KeywordPerformance", s_columns, to: "2026-10-30", scope: Campaign(store, "Search 1"));
        store.Clock.Advance(TimeSpan.FromDays(3));
        await store.RunAsync(s => store.AddGroup(s, FigureStore.Account, store.Ids["Search 2"], "Search 2/Group 3", keywords: 5));
        Assert.Equal(rows, await store.AskAsync("KeywordPerformance", s_columns, to: "2026-10-30", scope: Campaign(store, "Search 1")), static (a, b) => a.AsSpan().SequenceEqual(b));
    }

    [Fact]
    public async Task What_is_deleted_or_paused_has_figures_until_then()
    {
        using var store = await FigureStore.CreateAsync();
        var (deleted, paused) = (store.Ids["Search 1/Group 1/shoe 1"], store.Ids["Search 1/Group 1/shoe 2"]);
        var before = await store.AskAsync("KeywordPerformance", s_columns, from: "2026-10-20", to: "2026-10-30");
        store.Clock.Advance(TimeSpan.FromDays(5));
        await store.RunAsync(s =>
        {
            s.Entities.Delete(FamilyNames.Keyword, deleted);
            var row = s.Entities.Find(FamilyNames.Keyword, paused)!;
            var keyword = CampaignFamilies.Keywords.Read(row);
            keyword.Status = KeywordStatus.Paused;
            CampaignFamilies.Keywords.Save(s, row, keyword);
        });
        store.Clock.Advance(TimeSpan.FromDays(5));
        var after = await store.AskAsync("KeywordPerformance", s_columns, from: "2026-10-20", to: "2026-11-10");
        foreach (var id in new[] { deleted, paused })
        {
            Assert.Equal(before.Where(r => r[3].Number == id), after.Where(r => r[3].Number == id && r[0].Time < new DateTime(2026, 10, 31)), static (a, b) => a.AsSpan().SequenceEqual(b));
            var last = after.Where(r => r[3].Number == id).Max(static r => r[0].Time);
            Assert.InRange(last, new DateTime(2026, 11, 3), new DateTime(2026, 11, 5));
        }

        var status = await store.AskAsync("KeywordPerformance", ["KeywordId", "KeywordStatus", "Impressions"], "Summary");
        Assert.Equal("Deleted", status.Single(r => r[0].Number == deleted)[1].Text);
        Assert.Equal("Paused", status.Single(r => r[0].Number == paused)[1].Text);
        var group = await store.AskAsync("AdGroupPerformance", ["AdGroupId", "Impressions"], "Summary", from: "2026-10-20", to: "2026-11-10");
        var sum = FigureStore.Sum(after.Where(r => r[2].Number == store.Ids["Search 1/Group 1"]), 4);
        Assert.Equal(sum, group.Single(r => r[0].Number == store.Ids["Search 1/Group 1"])[1].Number);
    }

    [Fact]
    public async Task Nothing_is_known_after_the_time_of_completeness_and_it_lags_behind()
    {
        using var store = await FigureStore.CreateAsync();
        store.Clock.Advance(new TimeSpan(9, 47, 12));
        Assert.Equal(FigureStore.Made.AddHours(6), store.Figures.CompleteAt(store.Clock.GetUtcNow()));
        Assert.Equal(FigureStore.Made.AddHours(9), new ReportFigures("seed", TimeSpan.Zero).CompleteAt(store.Clock.GetUtcNow()));
        var hours = await store.AskAsync("AccountPerformance", ["TimePeriod", "AccountId", "Impressions"], "Hourly", from: "2026-11-01", to: "2026-11-01");
        Assert.Equal(Enumerable.Range(0, 6), hours.Select(static r => r[0].Time.Hour).Distinct().Order());
    }

    [Fact]
    public async Task Figures_go_back_as_far_as_the_history_does()
    {
        using var store = await FigureStore.CreateAsync();
        store.Figures = new ReportFigures("seed", history: TimeSpan.FromDays(10));
        var days = await store.AskAsync("AccountPerformance", ["TimePeriod", "AccountId", "Impressions"]);
        Assert.Equal(new DateTime(2026, 10, 22), days.Min(static r => r[0].Time));
        store.Figures = new ReportFigures("seed");
        Assert.NotEmpty(await store.AskAsync("AccountPerformance", ["TimePeriod", "AccountId", "Impressions"], from: "2023-11-05", to: "2023-11-05"));
        Assert.Empty(await store.AskAsync("AccountPerformance", ["TimePeriod", "AccountId", "Impressions"], from: "2023-10-20", to: "2023-10-30"));
    }

    [Fact]
    public async Task A_scope_leaves_in_what_it_names()
    {
        using var store = await FigureStore.CreateAsync();
        var all = await store.AskAsync("KeywordPerformance", s_columns);
        await AssertScope($$"""{"AccountIds":[{{FigureStore.OtherAccount}}]}""", r => r[1].Number == store.Ids["Other"]);
        await AssertScope(Campaign(store, "Search 2"), r => r[1].Number == store.Ids["Search 2"]);
        await AssertScope(
            $$"""{"AccountIds":[{{FigureStore.OtherAccount}}],"AdGroups":[{"AccountId":{{FigureStore.Account}},"CampaignId":{{store.Ids["Search 1"]}},"AdGroupId":{{store.Ids["Search 1/Group 2"]}}}]}""",
            r => r[1].Number == store.Ids["Other"] || r[2].Number == store.Ids["Search 1/Group 2"]);
        var assets = await store.AskAsync(
            "AssetGroupPerformance", ["AssetGroupId", "Clicks"], "Summary",
            scope: $$"""{"AssetGroups":[{"AccountId":{{FigureStore.Account}},"CampaignId":{{store.Ids["PerformanceMax"]}},"AssetGroupId":{{store.Ids["PerformanceMax/Assets 2"]}}}]}""");
        Assert.Equal(store.Ids["PerformanceMax/Assets 2"], Assert.Single(assets)[0].Number);

        async Task AssertScope(string scope, Func<BingAds.Emulator.Reports.ReportValue[], bool> isIn)
        {
            var rows = await store.AskAsync("KeywordPerformance", s_columns, scope: scope);
            Assert.NotEmpty(rows);
            Assert.Equal(all.Where(isIn).OrderBy(static r => (r[3].Number, r[0].Time)), rows.OrderBy(static r => (r[3].Number, r[0].Time)), static (a, b) => a.AsSpan().SequenceEqual(b));
        }
    }

    [Fact]
    public async Task Each_type_is_about_its_own_campaigns()
    {
        using var store = await FigureStore.CreateAsync();
        Assert.Equal(["PerformanceMax", "Shopping"], await Names("ProductPartitionPerformance"));
        Assert.Equal(["PerformanceMax", "Shopping"], await Names("ProductDimensionPerformance"));
        Assert.Equal(["Hotel"], await Names("HotelGroupPerformance"));
        Assert.Equal(["App"], await Names("AppsPerformance"));
        Assert.Equal(["PerformanceMax"], await Names("AssetGroupPerformance"));
        Assert.Equal(["DynamicSearchAds"], await Names("DSACategoryPerformance"));
        Assert.Equal(["Other", "Search 1", "Search 2"], await Names("KeywordPerformance"));
        Assert.DoesNotContain("Shopping", await Names("ConversionPerformance"));
        Assert.Equal(9, (await Names("CampaignPerformance")).Count);

        async Task<List<string>> Names(string type) => [.. (await store.AskAsync(type, ["CampaignName", "Clicks"], "Summary")).Select(static r => r[0].Text!).Order(StringComparer.Ordinal)];
    }

    private static string Campaign(FigureStore store, string name) => $$"""{"Campaigns":[{"AccountId":{{FigureStore.Account}},"CampaignId":{{store.Ids[name]}}}]}""";
}
