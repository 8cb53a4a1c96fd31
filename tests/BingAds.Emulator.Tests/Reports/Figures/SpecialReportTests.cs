using BingAds.Emulator.Reports;

namespace BingAds.Emulator.Tests.Reports.Figures;

/// <summary>Reports whose rows no aggregation makes.</summary>
public class SpecialReportTests
{
    [Theory]
    [InlineData("UTC")]
    [InlineData("America/Los_Angeles")]
    public async Task Budgets_tell_each_day_and_the_month_so_far(string zone)
    {
        using var store = await FigureStore.CreateAsync();
        string[] columns = ["AccountName", "AccountNumber", "CampaignName", "CurrencyCode", "Date", "MonthlyBudget", "DailySpend", "MonthToDateSpend"];
        var rows = await store.AskAsync("BudgetSummary", columns, zone: zone, from: "2026-09-20", to: "2026-10-12");
        var days = await store.AskAsync("CampaignPerformance", ["TimePeriod", "CampaignName", "Spend"], "Daily", zone, "2026-09-01", "2026-10-12");
        Assert.Equal(new DateTime(2026, 9, 20), rows.Min(static r => r[4].Time));
        foreach (var row in rows)
        {
            var month = days.Where(d => d[1] == row[2] && d[0].Time.Month == row[4].Time.Month && d[0].Time <= row[4].Time).ToList();
            Assert.Equal(month[^1][2].Number, row[6].Number);
            Assert.Equal(FigureStore.Sum(month, 2), row[7].Number);
        }

        Assert.Equal(80 * 30.4m, rows.First(static r => r[2].Text == "Search 1")[5].Number); // The shared one.
        Assert.Equal(25 * 30.4m, rows.First(static r => r[2].Text == "Search 2")[5].Number);
    }

    [Theory]
    [InlineData("Daily", "Asia/Kathmandu")]
    [InlineData("Hourly", "UTC")]
    public async Task There_is_a_row_for_each_click_and_they_add_up(string aggregation, string zone)
    {
        using var store = await FigureStore.CreateAsync();
        string[] shared = ["TimePeriod", "CampaignId", "DeviceType"];
        var clicks = await store.AskAsync("MSClickIdPerformance", [.. shared, "MSClickId", "Clicks", "Cpc", "Revenue", "ConversionsQualified"], aggregation, zone, to: "2026-10-06");
        Assert.All(clicks, static r => Assert.Equal(1, r[4].Number));
        Assert.Equal(clicks.Count, clicks.DistinctBy(static r => r[3].Text).Count());
        var sums = await store.AskAsync("CampaignPerformance", [.. shared, "Clicks", "Spend", "Revenue", "ConversionsQualified"], aggregation, zone, to: "2026-10-06");
        var expected = sums.Where(static r => r[3].Number > 0).ToDictionary(static r => (r[0], r[1], r[2]), static r => AttributeTests.Totals(r, 3));
        var actual = clicks.GroupBy(static r => (r[0], r[1], r[2])).ToDictionary(static g => g.Key, static g => string.Join(' ', Enumerable.Range(4, 4).Select(i => FigureStore.Sum(g, i))));
        Assert.Equal(Normal(expected), Normal(actual));
    }

    [Fact]
    public async Task Clicks_without_their_ids_are_counted()
    {
        using var store = await FigureStore.CreateAsync();
        var rows = await store.AskAsync("MSClickIdPerformance", ["CampaignId", "Clicks"], "Summary");
        Assert.Equal(FigureStore.Sum(await store.AskAsync("AccountPerformance", ["AccountId", "Clicks"], "Summary"), 1), FigureStore.Sum(rows, 1));
        Assert.Equal(rows.Count, rows.DistinctBy(static r => r[0]).Count());
    }

    [Fact]
    public async Task There_is_a_row_for_each_call_of_the_phone_statistics()
    {
        using var store = await FigureStore.CreateAsync();
        var calls = await store.AskAsync("CallDetail", ["StartTime", "EndTime", "Duration", "CampaignName", "AreaCode"], "Summary", "Australia/Sydney");
        var counted = await store.AskAsync("CampaignPerformance", ["TimePeriod", "CampaignName", "PhoneCalls"], "Daily", "Australia/Sydney");
        Assert.NotEmpty(calls);
        var expected = counted.Where(static r => r[2].Number > 0).ToDictionary(static r => (r[0].Time, r[1].Text), static r => (int)r[2].Number);
        Assert.Equal(expected, calls.GroupBy(static r => (r[0].Time.Date, r[3].Text)).ToDictionary(static g => g.Key, static g => g.Count()));
        Assert.All(calls, static r => Assert.Equal(r[1].Time - r[0].Time, TimeSpan.FromSeconds(int.Parse(r[2].Text!, null))));
    }

    [Fact]
    public async Task Changes_are_told_by_entity_with_what_was_done()
    {
        using var store = await FigureStore.CreateAsync();
        store.Clock.Advance(TimeSpan.FromDays(1));
        var keyword = store.Ids["Search 1/Group 1/shoe 1"];
        await store.RunAsync(s => s.Entities.Delete(FamilyNames.Keyword, keyword));
        store.Clock.Advance(TimeSpan.FromDays(1));
        string[] columns = ["DateTime", "ItemChanged", "HowChanged", "EntityId", "EntityName", "OldValue", "NewValue"];
        var all = await store.AskAsync("SearchCampaignChangeHistory", columns, from: "2026-11-01", to: "2026-11-02");
        var deleted = Assert.Single(all, static r => r[2].Text == "Deleted");
        Assert.Equal(("Keyword", keyword, "shoe 1", new DateTime(2026, 11, 2)), (deleted[1].Text, (long)deleted[3].Number, deleted[4].Text, deleted[0].Time));
        Assert.Equal(("Active", "Deleted"), (deleted[5].Text, deleted[6].Text));
        Assert.Equal(9, all.Count(static r => r[1].Text == "Campaign"));
        var some = await store.AskAsync("SearchCampaignChangeHistory", columns, from: "2026-11-01", to: "2026-11-02", filter: """{"ItemChanged":"AdGroup, Campaign","HowChanged":"Added"}""");
        Assert.Equal(all.Where(static r => r[1].Text is "Ad group" or "Campaign"), some, static (a, b) => a.AsSpan().SequenceEqual(b));
        Assert.Empty(await store.AskAsync("SearchCampaignChangeHistory", columns, from: "2026-10-01", to: "2026-10-31"));
    }

    [Fact]
    public async Task Conflicts_are_those_of_the_store()
    {
        using var store = await FigureStore.CreateAsync();
        string[] columns = ["Keyword", "BidMatchType", "AdGroupName", "CampaignName", "NegativeKeyword", "NegativeKeywordMatchType", "ConflictLevel", "ConflictType", "NegativeKeywordList"];
        Assert.Empty(await store.AskAsync("NegativeKeywordConflict", columns));
        await store.AddConflictsAsync();
        var rows = await store.AskAsync("NegativeKeywordConflict", columns);
        var texts = rows.Select(static r => string.Join('|', r.Select(static v => v.Text))).Order(StringComparer.Ordinal);
        Assert.Equal(
            [
                "shoe 1|Phrase|Group 1|Search 1|shoe|Phrase|Ad group|Full|",
                "shoe 2|Broad|Group 1|Search 1|shoe|Phrase|Ad group|Full|",
                "shoe 3|Exact|Group 1|Search 1|shoe|Phrase|Ad group|Full|",
                "shoe 4|Phrase|Group 1|Search 1|shoe|Phrase|Ad group|Full|",
                "shoe 4|Phrase|Group 1|Search 2|Shoe 4|Exact|Campaign|Partial|Never",
                "shoe 4|Phrase|Group 2|Search 2|Shoe 4|Exact|Campaign|Partial|Never",
            ],
            texts);
    }

    [Fact]
    public async Task Products_that_negative_keywords_block_are_told()
    {
        using var store = await FigureStore.CreateAsync();
        string[] columns = ["AccountName", "CampaignName", "AdGroupName", "NegativeKeyword", "Title", "MerchantProductId"];
        Assert.Empty(await store.AskAsync("ProductNegativeKeywordConflict", columns));
        await store.AddConflictsAsync();
        var rows = await store.AskAsync("ProductNegativeKeywordConflict", columns);
        Assert.Equal(
            ["Shopping/Group 1: Canvas bag", "Shopping/Group 2: Canvas bag", .. Enumerable.Repeat(new[] { "PerformanceMax/: Rain jacket, blue", "PerformanceMax/: Rain jacket, yellow" }, 2).SelectMany(static t => t)],
            rows.Select(static r => $"{r[1].Text}/{r[2].Text}: {r[4].Text}"));
    }

    [Fact]
    public async Task Matched_products_of_groups_are_those_of_their_parts()
    {
        using var store = await FigureStore.CreateAsync();
        string[] columns = ["AccountName", "CampaignName", "AdGroupId", "AssetGroupId", "ProductGroup", "MatchedProductsAtProductGroup", "MatchedProductsAtAdGroup", "MatchedProductsAtCampaign"];
        var rows = await store.AskAsync("ProductMatchCount", columns);
        Assert.Equal(12, rows.Count);
        foreach (var group in rows.GroupBy(static r => (r[2].Number, r[3].Number)))
        {
            Assert.All(group, r => Assert.Equal(FigureStore.Sum(group, 5), r[6].Number));
        }

        foreach (var campaign in rows.GroupBy(static r => r[1].Text))
        {
            Assert.All(campaign, r => Assert.Equal(FigureStore.Sum(campaign, 5), r[7].Number));
        }

        Assert.Equal(2, (await store.AskAsync("ProductMatchCount", ["AccountName", "CampaignName", "MatchedProductsAtCampaign"])).Count);
    }

    [Fact]
    public async Task Categories_are_told_by_week_and_compared_with_earlier_ones()
    {
        using var store = await FigureStore.CreateAsync();
        string[] columns = ["WeekStartingMonday", "Country", "L1Vertical", "L2Vertical", "L3Vertical", "ProportionOfSpend", "WoWClicks", "YoYLast4WeeksClicks", "ClicksIndexed", "ClicksPeakWeek"];
        var rows = await store.AskAsync("CategoryInsights", columns, from: "2026-09-07", to: "2026-10-04");
        Assert.Equal(["2026-09-07", "2026-09-14", "2026-09-21", "2026-09-28"], rows.Select(static r => r[0].Time.ToString("yyyy-MM-dd", null)).Distinct().Order());
        Assert.Equal(rows.Count, rows.DistinctBy(static r => (r[0], r[1], r[4])).Count());
        Assert.All(rows.GroupBy(static r => r[0]), static g => Assert.Equal(100, FigureStore.Sum(g, 5), 3));
        Assert.Contains(rows, static r => r[6].Number < 0);
        Assert.Contains(rows, static r => r[7].Form == ReportValueForm.Number);
        Assert.All(rows, static r => Assert.InRange(r[8].Number, 0, 100));
        var some = await store.AskAsync("CategoryClickCoverage", ["AccountName", "L1Vertical", "WeekStartingMonday", "MarketplaceClickCoverage"], from: "2026-09-07", to: "2026-10-04", filter: """{"L1Vertical":["Travel"]}""");
        Assert.Equal(["Travel"], some.Select(static r => r[1].Text).Distinct());
    }

    // Sums of quotients have more zeros behind the point.
    private static SortedDictionary<string, string> Normal(Dictionary<(ReportValue Period, ReportValue Campaign, ReportValue Device), string> groups)
        => new(
            groups.ToDictionary(
                static g => $"{g.Key.Period.Time:s} {g.Key.Campaign.Number} {g.Key.Device.Text}",
                static g => string.Join(' ', g.Value.Split(' ').Select(static t => decimal.Parse(t, System.Globalization.CultureInfo.InvariantCulture).ToString("0.##", System.Globalization.CultureInfo.InvariantCulture)))),
            StringComparer.Ordinal);
}
