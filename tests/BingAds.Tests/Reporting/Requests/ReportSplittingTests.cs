using System.Globalization;
using BingAds.Errors;
using BingAds.Reporting;
using BingAds.V13.Reporting;

namespace BingAds.Tests.ReportRequests;

public class ReportSplittingTests
{
    [Fact]
    public void Days_are_divided_without_gap_or_overlap()
    {
        var request = Keywords("2026-08-01", "2026-10-31", "Daily");

        var parts = request.SplitByDays(31);

        Assert.Equal(["2026-08-01 to 2026-08-31", "2026-09-01 to 2026-10-01", "2026-10-02 to 2026-10-31"], parts.Select(Days));
        Assert.All(parts, static p => Assert.Equal(ReportTimeZone.PacificTimeUSCanadaTijuana, p.Time!.ReportTimeZone));
        Assert.All(parts, static p => Assert.Equal(3, p.Columns!.Count));
        Assert.Equal("2026-08-01 to 2026-10-31", Days(request));
    }

    [Theory]
    [InlineData("Weekly", 10, "2026-10-07 to 2026-10-10", "2026-10-11 to 2026-10-17", "2026-10-18 to 2026-10-24", "2026-10-25 to 2026-10-28")]
    [InlineData("WeeklyStartingMonday", 3, "2026-10-07 to 2026-10-11", "2026-10-12 to 2026-10-18", "2026-10-19 to 2026-10-25", "2026-10-26 to 2026-10-28")]
    public void Weeks_stay_whole(string aggregation, int days, params string[] expected) =>
        Assert.Equal(expected, Keywords("2026-10-07", "2026-10-28", aggregation).SplitByDays(days).Select(Days));

    [Fact]
    public void Months_and_years_stay_whole()
    {
        Assert.Equal(
            ["2026-01-15 to 2026-01-31", "2026-02-01 to 2026-02-28", "2026-03-01 to 2026-03-20"], Keywords("2026-01-15", "2026-03-20", "Monthly").SplitByDays(10).Select(Days));
        Assert.Equal(["2024-05-01 to 2024-12-31", "2025-01-01 to 2025-06-30"], Keywords("2024-05-01", "2025-06-30", "Yearly").SplitByDays(100).Select(Days));
    }

    // The rows of the parts together are those of the whole, whatever the range, the unit and the size of a part are.
    [Fact]
    public void Every_unit_is_in_exactly_one_part()
    {
        var random = new Random(20261125);
        foreach (var (aggregation, begin) in new (string, Func<DateOnly, DateOnly>)[]
        {
            ("Daily", static d => d), ("Weekly", static d => d.AddDays(-(int)d.DayOfWeek)), ("WeeklyStartingMonday", static d => d.AddDays(-(((int)d.DayOfWeek + 6) % 7))),
            ("Monthly", static d => new DateOnly(d.Year, d.Month, 1)), ("Yearly", static d => new DateOnly(d.Year, 1, 1)),
        })
        {
            for (var i = 0; i < 200; i++)
            {
                var first = new DateOnly(2024, 1, 1).AddDays(random.Next(700));
                var last = first.AddDays(random.Next(400));
                var parts = Keywords($"{first:O}", $"{last:O}", aggregation).SplitByDays(random.Next(1, 60));

                var units = parts.SelectMany(p => Enumerable.Range(0, p.Time!.DaysOn(default)!.Value.Count).Select(d => begin(p.Time.DaysOn(default)!.Value.First.AddDays(d))).Distinct()).ToList();
                var all = Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(d => begin(first.AddDays(d))).Distinct();
                Assert.Equal(all, units);
            }
        }
    }

    [Fact]
    public void Predefined_time_becomes_the_days_that_it_is_now()
    {
        var request = Reports.Keywords(ReportTime.Predefined(ReportTimePeriod.LastSevenDays, ReportTimeZone.PacificTimeUSCanadaTijuana));

        Assert.Equal(["2026-11-18 to 2026-11-21", "2026-11-22 to 2026-11-24"], request.SplitByDays(4, Reports.Clock).Select(Days));
        Assert.Same(request, Assert.Single(request.SplitByDays(7, Reports.Clock)));
    }

    [Fact]
    public void Summary_is_divided_when_it_is_made_of_sums()
    {
        var sums = Keywords("2026-10-01", "2026-10-10", "Summary", "KeywordId", "Clicks", "Spend");
        Assert.Equal(2, sums.SplitByDays(5).Count);

        var ratios = Keywords("2026-10-01", "2026-10-10", "Summary", "KeywordId", "Clicks", "Ctr", "AverageCpc");
        var refusal = Refusal(() => ratios.SplitByDays(5));
        Assert.Equal("Columns", refusal.Member);
        Assert.Contains("Ctr, AverageCpc", refusal.Message, StringComparison.Ordinal);

        // Without TimePeriod it is a summary, whatever it says.
        Refusal(() => Keywords("2026-10-01", "2026-10-10", "Daily", "KeywordId", "Clicks", "Ctr").SplitByDays(5));
        Refusal(() => Keywords("2026-10-01", "2026-10-10", "Summary", "KeywordId", "Clicks", "NewColumn").SplitByDays(5));
    }

    [Fact]
    public void What_cannot_be_divided_by_time_is_refused()
    {
        var hours = Reports.Keywords(ReportTime.Predefined(ReportTimePeriod.LastMonth, ReportTimeZone.Tehran), ReportAggregation.HourOfDay);
        Assert.Equal("Aggregation", Refusal(() => hours.SplitByDays(5, Reports.Clock)).Member);

        var top = Keywords("2026-10-01", "2026-10-10", "Daily");
        top.MaxRows = 10;
        Assert.Equal("MaxRows", Refusal(() => top.SplitByDays(5)).Member);

        Assert.Equal("Time", Refusal(static () => Reports.Minimal("NegativeKeywordConflict").SplitByDays(5)).Member);
        Assert.Equal("Time", Refusal(static () => Reports.Minimal("CategoryInsights").SplitByDays(1)).Member);
        Assert.Equal("Time", Refusal(static () => Keywords("2026-10-10", "2026-10-01", "Daily").SplitByDays(5)).Member);
    }

    [Fact]
    public void Rows_that_are_events_or_days_are_divided()
    {
        Assert.Equal(3, Reports.Minimal("CallDetail").SplitByDays(1).Count);
        Assert.Equal(3, Reports.Minimal("SearchCampaignChangeHistory").SplitByDays(1).Count);
        Assert.Equal(3, Reports.Minimal("BudgetSummary").SplitByDays(1).Count);
    }

    [Fact]
    public void Retention_takes_apart_what_is_lost()
    {
        var split = Keywords("2023-10-01", "2026-11-24", "Daily").SplitByRetention(Reports.Clock);
        Assert.Equal("2023-11-25 to 2026-11-24", Days(split.Kept!));
        Assert.Equal("2023-10-01 to 2023-11-24", split.Lost.ToString());
        Assert.Empty(Reports.Check(split.Kept!));

        var request = Keywords("2023-11-25", "2026-11-24", "Daily");
        Assert.Same(request, request.SplitByRetention(Reports.Clock).Kept);
        Assert.Null(request.SplitByRetention(Reports.Clock).Lost);

        var gone = Keywords("2026-01-01", "2026-02-01", "Hourly").SplitByRetention(Reports.Clock);
        Assert.Null(gone.Kept);
        Assert.Equal("2026-01-01 to 2026-02-01", gone.Lost.ToString());
    }

    [Fact]
    public void Retention_keeps_whole_months_only()
    {
        var split = Keywords("2023-10-01", "2024-02-29", "Monthly").SplitByRetention(Reports.Clock);
        Assert.Equal("2023-12-01 to 2024-02-29", Days(split.Kept!));
        Assert.Equal("2023-10-01 to 2023-11-30", split.Lost.ToString());
    }

    [Fact]
    public void Retention_agrees_with_the_rules_about_whole_months()
    {
        var hours = Reports.Keywords(ReportTime.Predefined(ReportTimePeriod.LastSixMonths, ReportTimeZone.PacificTimeUSCanadaTijuana), ReportAggregation.HourOfDay);
        Assert.Empty(Reports.Check(hours));
        Assert.Same(hours, hours.SplitByRetention(Reports.Clock).Kept);

        var searches = ReportRequest.SearchQueryPerformance(
            [8001], ["TimePeriod", "SearchQuery", "Clicks"], ReportTime.Predefined(ReportTimePeriod.LastThreeMonths, ReportTimeZone.PacificTimeUSCanadaTijuana),
            ReportAggregation.HourOfDay, options: new ReportRequestOptions { Check = false });
        Assert.Equal("Aggregation", Refusal(() => searches.SplitByRetention(Reports.Clock)).Member);
    }

    [Fact]
    public void Scope_with_what_has_no_id_is_refused()
    {
        var request = Keywords("2026-10-01", "2026-10-10", "Daily", "TimePeriod", "CampaignId", "Clicks");
        request.Scope = new AccountThroughAdGroupReportScope { AccountIds = [1, 2], Campaigns = [new() { CampaignId = 30 }] };
        Assert.Equal("Scope", Refusal(() => request.SplitByAccounts()).Member);
        Assert.Equal("Scope", Refusal(() => request.SplitToLimits()).Member);
        request.Scope = null;
        Assert.Equal("Scope", Refusal(() => request.SplitByAccounts()).Member);
    }

    [Fact]
    public void Accounts_take_their_campaigns_with_them()
    {
        var request = Keywords("2026-10-01", "2026-10-10", "Daily", "TimePeriod", "AccountId", "Keyword", "Ctr", "Clicks");
        request.Scope = new AccountThroughAdGroupReportScope
        {
            AccountIds = [1, 2, 1],
            Campaigns = [new() { AccountId = 3, CampaignId = 30 }, new() { AccountId = 1, CampaignId = 10 }],
            AdGroups = [new() { AccountId = 3, CampaignId = 31, AdGroupId = 310 }, new() { AccountId = 3, CampaignId = 30, AdGroupId = 300 }],
        };

        var parts = request.SplitByAccounts();

        Assert.Equal(3, parts.Count);
        Assert.Equal([1], parts[0].Scope!.AccountIds!);
        Assert.Null(parts[0].Scope!.Campaigns); // The account has all of them already.
        Assert.Equal([2], parts[1].Scope!.AccountIds!);
        Assert.Null(parts[2].Scope!.AccountIds);
        Assert.Equal(30, Assert.Single(parts[2].Scope!.Campaigns!).CampaignId);
        Assert.Equal(310, Assert.Single(parts[2].Scope!.AdGroups!).AdGroupId); // The other is in campaign 30.
        Assert.Same(request, Assert.Single(request.SplitByAccounts(3)));
    }

    [Theory]
    [InlineData("AccountNumber", true)]
    [InlineData("CampaignId", true)]
    [InlineData("KeywordId", true)]
    [InlineData("AccountName", false)] // Two accounts may have the same.
    [InlineData("CampaignName", false)]
    public void Ratios_are_divided_by_account_when_an_id_tells_the_rows_apart(string column, bool tells)
    {
        var request = Keywords("2026-10-01", "2026-10-10", "Daily", "TimePeriod", column, "Ctr");
        request.Scope = new AccountThroughAdGroupReportScope { AccountIds = [1, 2] };

        if (tells)
            Assert.Equal(2, request.SplitByAccounts().Count);
        else
            Assert.Contains("AccountId", Refusal(() => request.SplitByAccounts()).Advice, StringComparison.Ordinal);
    }

    [Fact]
    public void Sums_are_divided_by_account_without_an_id()
    {
        var request = Keywords("2026-10-01", "2026-10-10", "Daily", "TimePeriod", "Keyword", "Clicks");
        request.Scope = new AccountThroughAdGroupReportScope { AccountIds = [1, 2] };
        Assert.Equal(2, request.SplitByAccounts().Count);
    }

    [Fact]
    public void Campaigns_are_divided_with_their_groups()
    {
        var request = Keywords("2026-10-01", "2026-10-10", "Daily", "TimePeriod", "CampaignId", "Ctr", "Clicks");
        request.Scope = new AccountThroughAdGroupReportScope
        {
            Campaigns = [new() { AccountId = 1, CampaignId = 10 }, new() { AccountId = 1, CampaignId = 11 }],
            AdGroups = [new() { AccountId = 1, CampaignId = 12, AdGroupId = 120 }],
        };

        var parts = request.SplitByCampaigns(2);

        Assert.Equal([10, 11], parts[0].Scope!.Campaigns!.Select(static c => c.CampaignId!.Value));
        Assert.Equal(120, Assert.Single(parts[1].Scope!.AdGroups!).AdGroupId);
        request.Scope = new AccountThroughAdGroupReportScope { AccountIds = [1] };
        Assert.Equal("Scope.AccountIds", Refusal(() => request.SplitByCampaigns()).Member);
    }

    [Fact]
    public void Scope_is_divided_to_fit_the_limits()
    {
        var request = ReportRequest.CampaignPerformance(
            Enumerable.Range(1, 2500).Select(static i => (long)i), ["TimePeriod", "AccountId", "Ctr", "Clicks"],
            ReportTime.Day(Reports.Today, ReportTimeZone.Seoul), options: new ReportRequestOptions { Check = false });

        var parts = request.SplitToLimits();

        Assert.Equal([1000, 1000, 500], parts.Select(static p => p.Scope!.AccountIds!.Count));
        Assert.Equal(Enumerable.Range(1, 2500).Select(static i => (long)i), parts.SelectMany(static p => p.Scope!.AccountIds!));
        Assert.All(parts, static p => Assert.Empty(Reports.Check(p)));
        Assert.Same(parts[0], Assert.Single(parts[0].SplitToLimits()));
    }

    [Fact]
    public void Report_of_one_account_is_divided_to_fit_its_limit()
    {
        var request = ReportRequest.CallDetail(
            [1, 2, 3], ["AccountName", "CampaignId", "StartTime", "EndTime", "Duration"],
            ReportTime.Day(Reports.Today, ReportTimeZone.Seoul), options: new ReportRequestOptions { Check = false });

        Assert.Equal([1, 2, 3], request.SplitToLimits().Select(static p => Assert.Single(p.Scope!.AccountIds!)));
    }

    [Fact]
    public void Campaign_named_twice_is_asked_for_once()
    {
        var request = Keywords("2026-10-01", "2026-10-10", "Daily", "TimePeriod", "CampaignId", "Clicks");
        request.Scope = new AccountThroughAdGroupReportScope
        {
            AccountIds = [1],
            Campaigns = [.. Enumerable.Range(0, 301).Select(static i => new CampaignReportScope { AccountId = 2, CampaignId = 20 + (i % 300) })],
        };

        var only = Assert.Single(request.SplitToLimits());

        Assert.Equal(300, only.Scope!.Campaigns!.Count);
        Assert.Equal([1], only.Scope.AccountIds!);
    }

    [Fact]
    public void Sizes_below_one_are_bad_arguments()
    {
        Assert.Throws<ArgumentOutOfRangeException>(static () => Reports.Keywords().SplitByDays(0));
        Assert.Throws<ArgumentOutOfRangeException>(static () => Reports.Keywords().SplitByAccounts(0));
        Assert.Throws<ArgumentOutOfRangeException>(static () => Reports.Keywords().SplitByCampaigns(0));
    }

    private static ReportRequestFinding Refusal(Action action)
    {
        var finding = Assert.Single(Assert.Throws<ReportRequestException>(action).Findings);
        Assert.Equal(ReportRequestFindingKind.Indivisible, finding.Kind);
        return finding;
    }

    private static KeywordPerformanceReportRequest Keywords(string first, string last, string aggregation, params string[] columns) => Reports.Keywords(
        ReportTime.Days(DateOnly.Parse(first, CultureInfo.InvariantCulture), DateOnly.Parse(last, CultureInfo.InvariantCulture), ReportTimeZone.PacificTimeUSCanadaTijuana),
        aggregation, [.. columns.Select(static c => new KeywordPerformanceReportColumn(c))]);

    private static string Days(ReportRequest request) => request.TimeOrNull!.DaysOn(default)!.Value.ToString();
}
