using System.Globalization;
using BingAds.Reporting;
using BingAds.V13.Reporting;

namespace BingAds.Tests.ReportRequests;

public class ReportPeriodTests
{
    // Today is Wednesday, 25 November 2026.
    [Theory]
    [InlineData("Today", "2026-11-25", "2026-11-25")]
    [InlineData("Yesterday", "2026-11-24", "2026-11-24")]
    [InlineData("LastSevenDays", "2026-11-18", "2026-11-24")]
    [InlineData("Last14Days", "2026-11-11", "2026-11-24")]
    [InlineData("Last30Days", "2026-10-26", "2026-11-24")]
    [InlineData("ThisWeek", "2026-11-22", "2026-11-25")]
    [InlineData("LastWeek", "2026-11-15", "2026-11-21")]
    [InlineData("LastFourWeeks", "2026-10-25", "2026-11-21")]
    [InlineData("ThisWeekStartingMonday", "2026-11-23", "2026-11-25")]
    [InlineData("LastWeekStartingMonday", "2026-11-16", "2026-11-22")]
    [InlineData("LastFourWeeksStartingMonday", "2026-10-26", "2026-11-22")]
    [InlineData("ThisMonth", "2026-11-01", "2026-11-25")]
    [InlineData("LastMonth", "2026-10-01", "2026-10-31")]
    [InlineData("LastThreeMonths", "2026-08-01", "2026-10-31")]
    [InlineData("LastSixMonths", "2026-05-01", "2026-10-31")]
    [InlineData("ThisYear", "2026-01-01", "2026-11-25")]
    [InlineData("LastYear", "2025-01-01", "2025-12-31")]
    public void Period_is_these_days(string period, string first, string last) => Assert.Equal(
        new ReportDays(DateOnly.Parse(first, CultureInfo.InvariantCulture), DateOnly.Parse(last, CultureInfo.InvariantCulture)), ReportPeriods.Find(period, Reports.Today));

    [Theory]
    [InlineData("2026-11-22", "2026-11-22", "2026-11-16")] // Sunday
    [InlineData("2026-11-23", "2026-11-22", "2026-11-23")] // Monday
    [InlineData("2026-11-28", "2026-11-22", "2026-11-23")] // Saturday
    public void Weeks_begin_on_their_day(string today, string sunday, string monday)
    {
        var day = DateOnly.Parse(today, CultureInfo.InvariantCulture);
        Assert.Equal(sunday, ReportPeriods.Find("ThisWeek", day)!.Value.First.ToString("O", CultureInfo.InvariantCulture));
        Assert.Equal(monday, ReportPeriods.Find("ThisWeekStartingMonday", day)!.Value.First.ToString("O", CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Every_period_of_the_contract_is_known() => Assert.All(ReportTimePeriod.s_table.Names, static p => Assert.NotNull(ReportPeriods.Find(p, Reports.Today)));

    [Fact]
    public void Dates_go_both_ways()
    {
        Date date = new DateOnly(2024, 2, 29);
        Assert.Equal(new DateOnly(2024, 2, 29), date.ToDateOnly());
        Assert.Throws<InvalidOperationException>(static () => new Date { Year = 2026, Month = 2, Day = 29 }.ToDateOnly());
        Assert.Throws<InvalidOperationException>(static () => new Date { Year = 2026, Month = 2 }.ToDateOnly());
    }

    // Where the culture counts years from elsewhere, the service's days stay what they are.
    [Theory]
    [InlineData("en-US")]
    [InlineData("th-TH")]
    public void Days_read_as_a_range(string culture)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        Assert.Equal("2026-03-01 to 2026-03-31", new ReportDays(new(2026, 3, 1), new(2026, 3, 31)).ToString());
        Assert.Equal("2026-03-01", new ReportDays(new(2026, 3, 1), new(2026, 3, 1)).ToString());
        Assert.Equal(31, new ReportDays(new(2026, 3, 1), new(2026, 3, 31)).Count);
    }
}
