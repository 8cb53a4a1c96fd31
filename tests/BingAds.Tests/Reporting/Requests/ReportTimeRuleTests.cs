using System.Globalization;
using BingAds.Reporting;
using BingAds.V13.Reporting;
using Microsoft.Extensions.Time.Testing;

namespace BingAds.Tests.ReportRequests;

public class ReportTimeRuleTests
{
    private static readonly ReportTimeZone s_pacific = ReportTimeZone.PacificTimeUSCanadaTijuana;

    public static TheoryData<string> Timed => [.. ReportTypes.All.Where(static t => t is { IsInContract: true, HasTime: true }).Select(static t => t.Name)];

    public static TheoryData<string, string> Pairs
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var aggregation in ReportAggregation.s_table.Names)
            {
                foreach (var period in ReportTimePeriod.s_table.Names)
                    rows.Add(aggregation, period);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Timed))]
    public void No_time_two_times_and_half_a_range_are_found(string name)
    {
        var yesterday = Reports.Today.AddDays(-1);
        Reports.AssertOne(Request(name, null), 2008);
        Reports.AssertOne(Request(name, new ReportTime()), 2008);
        Reports.AssertOne(Request(name, new ReportTime { CustomDateRangeStart = yesterday }), 2008);
        Reports.AssertOne(Request(name, new ReportTime { CustomDateRangeEnd = yesterday }), 2008);
        Reports.AssertOne(Request(name, new ReportTime { PredefinedTime = ReportTimePeriod.Yesterday, CustomDateRangeStart = yesterday, CustomDateRangeEnd = yesterday }), 2008);
    }

    [Theory]
    [MemberData(nameof(Timed))]
    public void Range_that_cannot_be_is_found(string name)
    {
        var today = Reports.Today;
        Reports.AssertOne(Request(name, ReportTime.Days(today.AddDays(-1), today.AddDays(-5), s_pacific)), 2011);
        Reports.AssertOne(Request(name, ReportTime.Days(today.AddDays(1), today.AddDays(2), s_pacific)), 2041);
        Assert.Equal("Time.CustomDateRangeEnd", Reports.AssertOne(Request(name, ReportTime.Days(today.AddDays(-1), today.AddDays(1), s_pacific)), 2010).Member);
        Reports.AssertOne(Request(name, new ReportTime { CustomDateRangeStart = new Date { Year = 2026, Month = 2, Day = 30 }, CustomDateRangeEnd = today }), 2009);
        Reports.AssertOne(Request(name, new ReportTime { CustomDateRangeStart = today, CustomDateRangeEnd = new Date { Year = 2026, Month = 13, Day = 1 } }), 2010);
        Assert.Empty(Reports.Check(Request(name, ReportTime.Day(today, s_pacific))));
    }

    [Theory]
    [MemberData(nameof(Timed))]
    public void Complete_data_of_a_time_with_today_is_found(string name)
    {
        var request = Request(name, ReportTime.Days(Reports.Today.AddDays(-2), Reports.Today, s_pacific));
        request.ReturnOnlyCompleteData = true;
        Reports.AssertOne(request, 2005);
        request["Time"] = ReportTime.Days(Reports.Today.AddDays(-2), Reports.Today.AddDays(-1), s_pacific);
        Assert.Empty(Reports.Check(request));
    }

    [Theory]
    [InlineData("Today", true)]
    [InlineData("ThisMonth", true)]
    [InlineData("Yesterday", false)]
    [InlineData("LastSevenDays", false)]
    [InlineData("LastMonth", false)]
    public void Predefined_times_with_today_are_known(string period, bool hasToday)
    {
        var request = Request("KeywordPerformance", ReportTime.Predefined(period, s_pacific));
        request.ReturnOnlyCompleteData = true;
        if (hasToday)
            Reports.AssertOne(request, 2005);
        else
            Assert.Empty(Reports.Check(request));
    }

    // The table of the reference, written as it stands there.
    [Theory]
    [MemberData(nameof(Pairs))]
    public void Aggregation_goes_with_the_times_that_are_documented(string aggregation, string period)
    {
        string[] common = ["Today", "Yesterday", "LastSevenDays", "ThisMonth", "LastMonth"];
        string[] documented = aggregation switch
        {
            "Summary" or "Daily" => common,
            "Hourly" => ["Today", "Yesterday"],
            "HourOfDay" or "DayOfWeek" => [.. common, "LastThreeMonths", "LastSixMonths"],
            "Weekly" => ["ThisWeek", "LastWeek", "LastFourWeeks", "ThisMonth", "LastMonth", "ThisYear", "LastYear"],
            "WeeklyStartingMonday" => ["ThisWeekStartingMonday", "LastWeekStartingMonday", "LastFourWeeksStartingMonday", "ThisMonth", "LastMonth", "ThisYear", "LastYear"],
            "Monthly" => ["ThisMonth", "LastMonth", "LastThreeMonths", "LastSixMonths", "ThisYear", "LastYear"],
            _ => ["ThisYear", "LastYear"],
        };
        string[] open = aggregation.StartsWith("Weekly", StringComparison.Ordinal)
            ? ["Last14Days", "Last30Days", "ThisWeek", "LastWeek", "LastFourWeeks", "ThisWeekStartingMonday", "LastWeekStartingMonday", "LastFourWeeksStartingMonday"]
            : ["Last14Days", "Last30Days"];
        var request = Reports.Minimal("KeywordPerformance", aggregation);
        request["Time"] = ReportTime.Predefined(period, s_pacific);

        var refused = Reports.Check(request).Where(static f => f.Kind == ReportRequestFindingKind.Refused).ToList();

        if (documented.Contains(period) || open.Contains(period))
            Assert.Empty(refused);
        else
            Assert.Equal(2007, Assert.Single(refused).Code);
    }

    [Theory]
    [InlineData("HourOfDay")]
    [InlineData("DayOfWeek")]
    public void Range_of_days_does_not_go_with_what_runs_over_many(string aggregation) => Reports.AssertOne(Reports.Minimal("KeywordPerformance", aggregation), 2007);

    [Fact]
    public void Change_history_has_times_of_its_own()
    {
        Reports.AssertOne(Request("SearchCampaignChangeHistory", ReportTime.Predefined(ReportTimePeriod.Yesterday, s_pacific)), null);
        Assert.Empty(Reports.Check(Request("SearchCampaignChangeHistory", ReportTime.Predefined(ReportTimePeriod.LastThreeMonths, s_pacific))));
    }

    [Theory]
    [InlineData("KeywordPerformance", "Daily", "2023-11-25", null)]
    [InlineData("KeywordPerformance", "Daily", "2023-11-24", "36 months")]
    [InlineData("KeywordPerformance", "Hourly", "2026-05-25", null)]
    [InlineData("KeywordPerformance", "Hourly", "2026-05-24", "6 months")]
    [InlineData("SearchQueryPerformance", "Hourly", "2026-10-24", "1 month")]
    [InlineData("GeographicPerformance", "Hourly", "2026-11-10", "14 days")]
    [InlineData("PublisherUsagePerformance", "Hourly", "2026-09-24", "2 months")]
    [InlineData("AssetPerformance", "Daily", "2026-10-25", "30 days")]
    [InlineData("AssetPerformance", "Daily", "2026-10-26", null)]
    [InlineData("ShareOfVoice", "Monthly", "2026-05-01", "6 months")]
    [InlineData("BudgetSummary", null, "2024-11-24", "24 months")]
    [InlineData("CallDetail", "Summary", "2026-05-24", "6 months")]
    [InlineData("SearchCampaignChangeHistory", null, "2026-05-24", "6 months")]
    public void Days_that_are_no_longer_kept_are_found(string name, string? aggregation, string first, string? window)
    {
        var request = Reports.Minimal(name, aggregation);
        request["Time"] = ReportTime.Days(DateOnly.Parse(first, CultureInfo.InvariantCulture), Reports.Today.AddDays(-1), s_pacific);

        if (window is null)
            Assert.Empty(Reports.Check(request));
        else
            Assert.Contains($"for {window},", Reports.AssertOne(request, null, ReportRequestFindingKind.Misleading).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Whole_months_are_kept_as_such()
    {
        var request = Reports.Minimal("KeywordPerformance", "HourOfDay");
        request["Time"] = ReportTime.Predefined(ReportTimePeriod.LastSixMonths, s_pacific);
        Assert.Empty(Reports.Check(request));

        request = Reports.Minimal("ShareOfVoice", "Monthly");
        request["Time"] = ReportTime.Predefined(ReportTimePeriod.LastYear, s_pacific);
        Reports.AssertOne(request, null, ReportRequestFindingKind.Misleading);
    }

    [Theory]
    [InlineData("NegativeKeywordConflict")]
    [InlineData("ProductNegativeKeywordConflict")]
    public void Complete_data_of_the_present_is_found(string name)
    {
        var request = Reports.Minimal(name);
        request.ReturnOnlyCompleteData = true;
        Reports.AssertOne(request, null, ReportRequestFindingKind.Misleading);
    }

    [Theory]
    [InlineData("PacificTimeUSCanadaTijuana", "2026-07-01T06:59:00Z", "2026-07-01", 2041)] // 23:59 in summer time
    [InlineData("PacificTimeUSCanadaTijuana", "2026-07-01T07:00:00Z", "2026-07-01", 0)]
    [InlineData("PacificTimeUSCanadaTijuana", "2026-12-01T07:59:00Z", "2026-12-01", 2041)] // 23:59 in winter
    [InlineData("PacificTimeUSCanadaTijuana", "2026-12-01T08:00:00Z", "2026-12-01", 0)]
    [InlineData("Nukualofa", "2026-06-30T11:00:00Z", "2026-07-01", 0)]
    [InlineData("Nukualofa", "2026-06-30T10:59:00Z", "2026-07-01", 2041)]
    [InlineData("ChennaiKolkataMumbaiNewDelhi", "2026-06-30T18:30:00Z", "2026-07-01", 0)]
    [InlineData(null, "2026-07-01T06:59:00Z", "2026-07-01", 2041)] // Pacific time
    public void Today_is_that_of_the_time_zone(string? zone, string now, string day, int code)
    {
        var request = Reports.Keywords();
        Date date = DateOnly.Parse(day, CultureInfo.InvariantCulture);
        request.Time = new ReportTime { CustomDateRangeStart = date, CustomDateRangeEnd = date, ReportTimeZone = zone is null ? default(ReportTimeZone?) : new ReportTimeZone(zone) };

        var findings = ReportRequestRules.Check(request, new FakeTimeProvider(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture)));

        Assert.Equal(code == 0 ? [] : [code], findings.Select(static f => f.Code!.Value));
    }

    private static ReportRequest Request(string name, ReportTime? time)
    {
        var request = Reports.Minimal(name);
        request["Time"] = time;
        return request;
    }
}
