using BingAds.Emulator.Reports;

namespace BingAds.Emulator.Tests.Reports.Figures;

public class FilterTests
{
    [Theory]
    [InlineData("KeywordPerformance", "DeviceType", """{"DeviceType":"SmartPhone"}""", "Smartphone")]
    [InlineData("KeywordPerformance", "DeviceType", """{"DeviceType":"SmartPhone, Tablet"}""", "Smartphone", "Tablet")]
    [InlineData("KeywordPerformance", "BidMatchType", """{"BidMatchType":"Exact"}""", "Exact")]
    [InlineData("KeywordPerformance", "DeliveredMatchType", """{"DeliveredMatchType":"ExactCloseVariant"}""", "Exact (close variant)")]
    [InlineData("KeywordPerformance", "Keyword", """{"Keywords":["SHOE 2"]}""", "shoe 2")]
    [InlineData("KeywordPerformance", "AdType", """{"AdType":"ExpandedText"}""", "Expanded text ad")]
    [InlineData("CampaignPerformance", "AdDistribution", """{"AdDistribution":"Audience"}""", "Audience")]
    [InlineData("AccountPerformance", "DeviceOS", """{"DeviceOS":"iOS"}""", "iOS")]
    [InlineData("ProductPartitionPerformance", "CampaignType", """{"CampaignType":"Shopping"}""", "Shopping")]
    [InlineData("SearchQueryPerformance", "SearchQuery", """{"SearchQueries":["buy shoe 1"]}""", "buy shoe 1")]
    [InlineData("UserLocationPerformance", "Country", """{"CountryCode":["CA"]}""", "Canada")]
    [InlineData("GoalsAndFunnels", "DeviceType", """{"DeviceType":"Computer"}""", "Computer")]
    [InlineData("DSAAutoTargetPerformance", "DynamicAdTargetStatus", """{"DynamicAdTargetStatus":"Active"}""", "Active")]
    public async Task A_filter_keeps_the_rows_of_its_values_and_their_figures(string type, string column, string filter, params string[] expected)
    {
        using var store = await FigureStore.CreateAsync();
        var figure = type == "GoalsAndFunnels" ? "AllConversions" : "Impressions";
        var all = await store.AskAsync(type, [column, figure], "Summary");
        var rows = await store.AskAsync(type, [column, figure], "Summary", filter: filter);
        Assert.Equal(expected.Order(), rows.Select(static r => r[0].Text!).Order());
        Assert.Equal(FigureStore.Sum(all.Where(r => expected.Contains(r[0].Text)), 1), FigureStore.Sum(rows, 1));
        var hidden = await store.AskAsync(type, ["AccountName", figure], "Summary", filter: filter);
        Assert.Equal(FigureStore.Sum(rows, 1), FigureStore.Sum(hidden, 1));
    }

    [Theory]
    [InlineData("""{"Status":"Paused"}""", 0)]
    [InlineData("""{"Status":"Active, Paused"}""", 9)]
    public async Task The_status_of_a_filter_is_that_of_what_the_report_is_about(string filter, int rows)
    {
        using var store = await FigureStore.CreateAsync();
        Assert.Equal(rows, (await store.AskAsync("CampaignPerformance", ["CampaignId", "Clicks"], "Summary", filter: filter)).Count);
    }

    [Fact]
    public async Task Scores_can_be_asked_for()
    {
        using var store = await FigureStore.CreateAsync();
        var all = await store.AskAsync("KeywordPerformance", ["KeywordId", "QualityScore", "Clicks"], "Summary");
        var score = (int)all.First(static r => r[1].Form == ReportValueForm.Number)[1].Number;
        var rows = await store.AskAsync("KeywordPerformance", ["KeywordId", "QualityScore", "Clicks"], "Summary", filter: $$"""{"QualityScore":[{{score}}]}""");
        Assert.Equal(all.Where(r => r[1].Number == score), rows, static (a, b) => a.AsSpan().SequenceEqual(b));
    }

    [Fact]
    public async Task Rows_without_clicks_can_be_left_out()
    {
        using var store = await FigureStore.CreateAsync();
        string[] columns = ["TimePeriod", "AdGroupId", "SearchQuery", "Clicks", "Impressions"];
        var all = await store.AskAsync("SearchQueryPerformance", columns);
        var rows = await store.AskAsync("SearchQueryPerformance", columns, filter: """{"ExcludeZeroClicks":true}""");
        Assert.Contains(all, static r => r[3].Number == 0);
        Assert.Equal(all.Where(static r => r[3].Number > 0), rows, static (a, b) => a.AsSpan().SequenceEqual(b));
    }

    [Fact]
    public async Task Pages_of_feeds_can_be_asked_for()
    {
        using var store = await FigureStore.CreateAsync();
        var rows = await store.AskAsync("DSASearchQueryPerformance", ["FeedUrl", "Clicks"], "Summary", filter: """{"FeedUrl":true}""");
        Assert.NotEmpty(rows);
        Assert.DoesNotContain(rows, static r => r[0].Form == ReportValueForm.Empty);
        Assert.Contains(await store.AskAsync("DSASearchQueryPerformance", ["FeedUrl", "Clicks"], "Summary", filter: """{"FeedUrl":false}"""), static r => r[0].Form == ReportValueForm.Empty);
    }

    [Fact]
    public async Task A_keyword_report_is_sorted_and_cut_as_asked()
    {
        using var store = await FigureStore.CreateAsync();
        string[] columns = ["TimePeriod", "KeywordId", "Clicks", "Spend"];
        var all = await store.AskAsync("KeywordPerformance", columns);
        var expected = all.OrderByDescending(static r => r[2].Number).ThenBy(static r => r[0].Time).ToList();
        const string sort = ""","Sort":[{"SortColumn":"Clicks","SortOrder":"Descending"},{"SortColumn":"TimePeriod","SortOrder":"Ascending"}]""";
        Assert.Equal(expected, await store.AskAsync("KeywordPerformance", columns, more: sort), static (a, b) => a.AsSpan().SequenceEqual(b));
        var few = await store.AskAsync("KeywordPerformance", columns, more: sort + ""","MaxRows":7""");
        Assert.Equal(expected.Take(7), few, static (a, b) => a.AsSpan().SequenceEqual(b));
        Assert.Equal(all.Take(5), await store.AskAsync("KeywordPerformance", columns, more: ""","MaxRows":5"""), static (a, b) => a.AsSpan().SequenceEqual(b));
    }
}
