using System.Text.Json.Nodes;
using BingAds.Reporting;
using BingAds.V13.Reporting;

namespace BingAds.Tests.ReportRequests;

/// <summary>Each rule of names, columns and order, broken once for each type that it concerns.</summary>
public class ReportRuleTests
{
    public static TheoryData<string> Names => Reports.Names;

    public static TheoryData<string> Aggregated => Reports.Aggregated;

    public static TheoryData<string, string> Aggregations
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var type in ReportTypes.All.Where(static t => t is { IsInContract: true, HasAggregation: true }))
            {
                foreach (var aggregation in (string[])["Summary", "Hourly", "Daily", "Weekly", "WeeklyStartingMonday", "Monthly", "Yearly"])
                    rows.Add(type.Name, aggregation);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Least_request_is_fine(string name) => Assert.Empty(Reports.Check(Reports.Minimal(name)));

    [Theory]
    [MemberData(nameof(Aggregations))]
    public void Aggregation_is_fine_or_not_offered(string name, string aggregation)
    {
        var type = Reports.Type(name);
        var offered = (type.Aggregations.Count == 0 || type.Aggregations.Contains(aggregation)) && (type.HasHours || aggregation != "Hourly");

        var request = Reports.Minimal(name, aggregation);

        if (!offered)
            Assert.Contains(Reports.Check(request), static f => f.Code == 2059);
        else if (aggregation == "Hourly" && type.Required.Contains("ImpressionSharePercent"))
            Reports.AssertOne(request, 2053, ReportRequestFindingKind.Misleading);
        else
            Assert.Empty(Reports.Check(request));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_columns_are_found(string name)
    {
        var request = Reports.Minimal(name);
        request["Columns"] = new JsonArray();
        Assert.Equal("Columns", Reports.AssertOne(request, 2014).Member);
        request["Columns"] = null;
        Reports.AssertOne(request, 2014);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Column_twice_is_found(string name)
    {
        var request = Reports.Minimal(name);
        request["Columns"] = Reports.Json([.. request.ColumnNames!, request.ColumnNames![0]]);
        Assert.Contains(request.ColumnNames[0], Reports.AssertOne(request, 2016).Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_needed_column_is_missed(string name)
    {
        foreach (var column in Reports.Type(name).Required)
        {
            var request = Reports.Minimal(name);
            request["Columns"] = Reports.Json(request.ColumnNames!.Where(c => c != column).Append(Filler(name, column)).OfType<string>().Distinct());
            var finding = Assert.Single(Reports.Check(request), static f => f.Code == 2015);
            Assert.Contains(column, finding.Message, StringComparison.Ordinal);
        }

        // Another of the same role, so that this is all that is wrong.
        static string? Filler(string name, string column) => Reports.Type(name).Columns
            .FirstOrDefault(c => c.Name != column && c.Name != "TimePeriod" && c.IsStatistic == ReportColumnTable.Find(column)!.IsStatistic)?.Name;
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_statistic_is_found_where_the_report_has_statistics(string name)
    {
        var request = Reports.Minimal(name);
        request["Columns"] = Reports.Json(request.ColumnNames!.Where(static c => !ReportColumnTable.Find(c)!.IsStatistic));
        if (Reports.Type(name).NeedsStatistic)
            Assert.Single(Reports.Check(request), static f => f.Code == 2017);
        else
            Assert.DoesNotContain(Reports.Check(request), static f => f.Code == 2017);
    }

    [Fact]
    public void Share_of_impressions_does_not_count_as_a_statistic() => Reports.AssertOne(
        Request("AdGroupPerformance", "Daily", "TimePeriod", "AdGroupId", "ImpressionSharePercent"), 2017);

    [Fact]
    public void Account_report_needs_an_attribute_besides_the_time() => Reports.AssertOne(Request("AccountPerformance", "Daily", "TimePeriod", "Clicks"), 2017);

    [Fact]
    public void Summary_without_an_attribute_is_found() => Reports.AssertOne(Request("CampaignPerformance", "Summary", "Clicks"), 2017);

    [Fact]
    public void Column_that_is_newer_than_this_version_is_let_through() => Assert.Empty(Reports.Check(Request("CampaignPerformance", "Daily", "TimePeriod", "NewColumn")));

    [Theory]
    [MemberData(nameof(Aggregated))]
    public void Summary_with_TimePeriod_is_found(string name)
    {
        var request = Reports.Minimal(name, "Summary");
        request["Columns"] = Reports.Json(["TimePeriod", .. request.ColumnNames!]);
        Reports.AssertOne(request, 2034);
        request["Aggregation"] = null; // The service takes a summary then.
        Reports.AssertOne(request, 2034);
    }

    [Theory]
    [MemberData(nameof(Aggregated))]
    public void Days_without_TimePeriod_are_found(string name)
    {
        var type = Reports.Type(name);
        var request = Reports.Minimal(name);
        request["Columns"] = Reports.Json(request.ColumnNames!.Where(static c => c != "TimePeriod"));
        if (type.Required.Contains("TimePeriod"))
            Reports.AssertOne(request, 2015);
        else
            Assert.Contains("summary", Reports.AssertOne(request, null, ReportRequestFindingKind.Misleading).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AccountPerformance", "DeviceOS", "ClickSharePercent")]
    [InlineData("AdGroupPerformance", "TopVsOther", "RelativeCtr")]
    [InlineData("AdGroupPerformance", "CustomerId", "AudienceImpressionSharePercent")]
    [InlineData("CampaignPerformance", "BudgetName", "TopImpressionSharePercent")]
    [InlineData("CampaignPerformance", "DeliveredMatchType", "RelativeCtr")]
    [InlineData("ProductDimensionPerformance", "Network", "BenchmarkBid")]
    [InlineData("ProductPartitionPerformance", "BidMatchType", "BenchmarkCtr")]
    public void Columns_that_exclude_each_other_are_found(string name, string one, string other)
    {
        var request = Reports.Minimal(name);
        var columns = request.ColumnNames!;
        request["Columns"] = Reports.Json([.. columns, one, other]);

        var finding = Reports.AssertOne(request, null);

        Assert.Contains(one, finding.Message, StringComparison.Ordinal);
        Assert.Contains(other, finding.Message, StringComparison.Ordinal);
        request["Columns"] = Reports.Json([.. columns, one]);
        Assert.Empty(Reports.Check(request));
        request["Columns"] = Reports.Json([.. columns, other]);
        Assert.Empty(Reports.Check(request));
    }

    [Theory]
    [InlineData("HotelDimensionPerformance")]
    [InlineData("HotelGroupPerformance")]
    public void Column_that_the_report_refuses_is_found(string name)
    {
        var request = Reports.Minimal(name);
        request["Columns"] = Reports.Json([.. request.ColumnNames!, "AdId"]);
        Reports.AssertOne(request, null);
    }

    [Theory]
    [InlineData("QualityScore", "Weekly", 2052)]
    [InlineData("QualityScore", "Monthly", 2052)]
    [InlineData("QualityScore", "Daily", 0)]
    [InlineData("QualityScore", "Hourly", 0)]
    [InlineData("HistoricalQualityScore", "Hourly", 2054)]
    [InlineData("HistoricalExpectedCtr", "Weekly", 2054)]
    [InlineData("HistoricalAdRelevance", "Yearly", 2054)]
    [InlineData("HistoricalLandingPageExperience", "Daily", 0)]
    public void Quality_goes_with_some_aggregations_only(string column, string aggregation, int code)
    {
        var request = Request("KeywordPerformance", aggregation, "TimePeriod", "KeywordId", column, "Clicks");
        if (code == 0)
            Assert.Empty(Reports.Check(request));
        else
            Reports.AssertOne(request, code);
    }

    [Theory]
    [InlineData("ImpressionSharePercent", 2053)]
    [InlineData("TopImpressionSharePercent", null)]
    public void Shares_by_hour_are_found(string column, int? code) => Reports.AssertOne(
        Request("CampaignPerformance", "Hourly", "TimePeriod", "CampaignId", column, "Clicks"), code, ReportRequestFindingKind.Misleading);

    [Theory]
    [MemberData(nameof(Names))]
    public void Long_name_is_found(string name)
    {
        var request = Reports.Minimal(name);
        request.ReportName = new string('n', 201);
        Reports.AssertOne(request, 2006);
        request.ReportName = new string('n', 200);
        Assert.Empty(Reports.Check(request));
    }

    [Fact]
    public void Script_in_the_name_is_found()
    {
        var request = Reports.Keywords();
        request.ReportName = "a <SCRIPT>";
        Reports.AssertOne(request, 2032);
    }

    [Fact]
    public void Sorting_by_a_column_that_is_not_there_is_found()
    {
        var request = Reports.Keywords();
        request.Sort = [new KeywordPerformanceReportSort { SortColumn = KeywordPerformanceReportColumn.Spend, SortOrder = SortOrder.Ascending }];
        Assert.Contains("Spend", Reports.AssertOne(request, 2061).Message, StringComparison.Ordinal);
        request.Sort = [new KeywordPerformanceReportSort()];
        Reports.AssertOne(request, 2061);
        request.Sort = [new KeywordPerformanceReportSort { SortColumn = KeywordPerformanceReportColumn.Clicks }];
        Assert.Empty(Reports.Check(request));
    }

    [Fact]
    public void Negative_number_of_rows_is_found()
    {
        var request = Reports.Keywords();
        request.MaxRows = -1;
        Reports.AssertOne(request, null);
    }

    [Fact]
    public void Request_of_the_base_class_is_found() => Reports.AssertOne(new ReportRequest(), 2002);

    [Fact]
    public void Request_of_a_class_that_is_newer_is_let_through()
    {
        var request = new ReportRequest();
        request.Unknown.Add("Columns", new JsonArray("FinalUrl"));
        Assert.Empty(Reports.Check(request));
    }

    [Fact]
    public void Rules_read_as_sentences()
    {
        var finding = Reports.AssertOne(Request("KeywordPerformance", "Summary", "KeywordId", "TimePeriod", "Clicks"), 2034);

        Assert.Equal(
            "Columns: A summary has no TimePeriod. Leave the column out, or ask for another aggregation. (2034 ReportingServiceInvalidTimePeriodColumnForSummaryReport)",
            finding.ToString());
    }

    // The limits of filters stand in the facts of the members too, from which their documentation is made.
    [Fact]
    public void Limits_are_those_of_the_facts()
    {
        var facts = JsonNode.Parse(File.ReadAllBytes(Path.Combine(Checkout.Root, "contract", "v13", "facts", "reporting.json")))!["types"]!;

        Assert.Equal(ReportLimits.Accounts, (int)facts["AccountReportScope"]!["members"]!["AccountIds"]!["maxItems"]!);
        Assert.Equal(ReportLimits.Campaigns, (int)facts["AccountThroughAdGroupReportScope"]!["members"]!["Campaigns"]!["maxItems"]!);
        Assert.Equal(ReportLimits.AdGroups, (int)facts["AccountThroughAdGroupReportScope"]!["members"]!["AdGroups"]!["maxItems"]!);
        Assert.Equal(ReportLimits.AssetGroups, (int)facts["AccountThroughAssetGroupReportScope"]!["members"]!["AssetGroups"]!["maxItems"]!);
        Assert.Equal(ReportLimits.Keywords, (int)facts["KeywordPerformanceReportFilter"]!["members"]!["Keywords"]!["maxItems"]!);
        Assert.Equal(ReportLimits.Keyword, (int)facts["KeywordPerformanceReportFilter"]!["members"]!["Keywords"]!["itemMaxLength"]!);
        Assert.Equal(ReportLimits.SearchQueries, (int)facts["SearchQueryPerformanceReportFilter"]!["members"]!["SearchQueries"]!["maxItems"]!);
        Assert.Equal(ReportLimits.SearchQuery, (int)facts["SearchQueryPerformanceReportFilter"]!["members"]!["SearchQueries"]!["itemMaxLength"]!);
        Assert.Equal(ReportLimits.Goals, (int)facts["GoalsAndFunnelsReportFilter"]!["members"]!["GoalIds"]!["maxItems"]!);
        Assert.Equal(ReportLimits.ReportName, (int)facts["ReportRequest"]!["members"]!["ReportName"]!["maxLength"]!);
    }

    private static ReportRequest Request(string name, string aggregation, params string[] columns)
    {
        var request = Reports.Minimal(name, aggregation);
        request["Columns"] = Reports.Json(columns);
        return request;
    }
}
