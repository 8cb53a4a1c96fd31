using BingAds.Emulator.Reports;
using BingAds.Reporting;

namespace BingAds.Emulator.Tests.Reports;

/// <summary>What a request comes to: days, zone, aggregation, and whether they are over.</summary>
public class ReportPlanTests
{
    [Theory]
    [InlineData("Daily", "2027-02-20", "2027-02-26")]
    [InlineData("Hourly", "2027-02-20", "2027-02-26")]
    [InlineData("Summary", "2027-02-20", "2027-02-26")]
    [InlineData("Weekly", "2027-02-14", "2027-02-27")]
    [InlineData("WeeklyStartingMonday", "2027-02-15", "2027-02-28")]
    [InlineData("Monthly", "2027-02-01", "2027-02-28")]
    [InlineData("Yearly", "2027-01-01", "2027-12-31")]
    public void Weeks_months_and_years_are_whole(string aggregation, string first, string last)
    {
        var plan = Plan($$"""{"Aggregation": "{{aggregation}}", "Columns": ["TimePeriod", "AccountId", "Clicks"]}""");
        if (aggregation == "Summary")
            plan = Plan("""{"Aggregation": "Summary", "Columns": ["AccountId", "Clicks"]}""");
        Assert.Equal(new ReportDays(DateOnly.Parse(first), DateOnly.Parse(last)), plan.Period);
        Assert.Equal(plan.Period, plan.Question.Days);
        Assert.Equal(aggregation, plan.Question.Aggregation.ToString());
    }

    [Fact]
    public void Without_the_column_for_it_time_is_silently_a_summary()
    {
        var plan = Plan("""{"Aggregation": "Monthly", "Columns": ["AccountId", "Clicks"]}""");
        Assert.Equal("Summary", plan.Question.Aggregation.ToString());
        Assert.Equal(new ReportDays(new DateOnly(2027, 2, 20), new DateOnly(2027, 2, 26)), plan.Period);
    }

    [Theory]
    [InlineData("AucklandWellington", "2027-03-02")]
    [InlineData("PacificTimeUSCanadaTijuana", "2027-03-01")]
    [InlineData(null, "2027-03-01")]
    public void Today_is_that_of_the_zone(string? zone, string today)
    {
        var named = zone is null ? "" : $$""", "ReportTimeZone": "{{zone}}" """;
        var plan = Plan($$"""{"Time": {"PredefinedTime": "Today"{{named}} } }""", ReportSession.Now.AddHours(3));
        Assert.Equal(DateOnly.Parse(today), plan.Period.First);
        Assert.False(plan.IsComplete);
    }

    /// <summary>California leaves winter time on 14 March 2027: that day has 23 hours.</summary>
    [Theory]
    [InlineData("2027-03-15T09:59:59Z", false)]
    [InlineData("2027-03-15T10:00:00Z", true)]
    public void A_day_is_complete_when_its_last_hour_is_known(string now, bool isComplete)
    {
        var plan = Plan("""{"Time": {"PredefinedTime": "Yesterday"}}""", DateTimeOffset.Parse(now));
        Assert.Equal(new DateOnly(2027, 3, 14), plan.Period.Last);
        Assert.Equal(isComplete, plan.IsComplete);
    }

    [Theory]
    [InlineData("BudgetSummary", "Daily")]
    [InlineData("SearchCampaignChangeHistory", "Summary")]
    [InlineData("NegativeKeywordConflict", "Summary")]
    public void Reports_without_aggregation_have_their_own(string type, string aggregation)
    {
        var plan = ReportPlan.Of(ReportSession.Minimal(type), ReportSession.Now, new MadeFigures());
        Assert.Equal(aggregation, plan.Question.Aggregation.ToString());
        if (!plan.Question.Type.HasTime)
            Assert.Equal((new ReportDays(new DateOnly(2027, 3, 1), new DateOnly(2027, 3, 1)), true), (plan.Period, plan.IsComplete));
    }

    private static ReportPlan Plan(string changes, DateTimeOffset? now = null)
        => ReportPlan.Of(ReportSession.Minimal("AccountPerformance", changes), now ?? ReportSession.Now, new MadeFigures());
}
