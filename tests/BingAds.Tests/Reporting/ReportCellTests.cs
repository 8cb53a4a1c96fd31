using System.Globalization;
using System.Text;
using BingAds.Reporting;
using BingAds.V13.Reporting;

namespace BingAds.Tests.ReportFiles;

public class ReportCellTests
{
    public static readonly string[] Cultures = ["en-US", "tr-TR", "de-DE", "ar-SA"];

    public static TheoryData<string, string?, string> Numbers()
    {
        (string Text, string? Value)[] numbers =
        [
            ("0", "0"), ("12", "12"), ("-12", "-12"), ("1480.00", "1480.00"), ("1,480.00", "1480.00"), ("-1,480.5", "-1480.5"), ("1,234,567", "1234567"),
            ("100.00%", "100.00"), ("12.5 %", "12.5"), ("0.00%", "0.00"), ("-3.10%", "-3.10"), ("<1%", "1"), ("< 10%", "10"), (">90%", "90"), ("<=5", "5"),
            ("$12.50", "12.50"), ("-$12.50", "-12.50"), ("$-12.50", "-12.50"), ("(12.50)", "-12.50"), ("($1,200)", "-1200"), ("\u20AC5", "5"), ("5,000.1 \u20AC", "5000.1"), ("USD 7", "7"),
            ("\u22125", "-5"), ("+5", "5"), (".5", "0.5"), ("1.5E+3", "1500"), (" 7 ", "7"), ("123456789012345678901.5", "123456789012345678901.5"),
            ("--", null), ("-", null), ("", null), ("  ", null), (" -- ", null),
        ];
        var data = new TheoryData<string, string?, string>();
        foreach (var (text, value) in numbers)
        {
            foreach (var culture in Cultures)
            {
                data.Add(text, value, culture);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void ReportCell_reads_numbers_of_both_format_versions_in_any_culture(string text, string? value, string culture)
    {
        CultureInfo.CurrentCulture = new CultureInfo(culture);
        var cell = Cell(text);
        decimal? expected = value is null ? null : decimal.Parse(value, CultureInfo.InvariantCulture);

        Assert.Equal(expected, cell.ParseOrNull<decimal>());
        Assert.Equal((double?)expected, cell.ParseOrNull<double>());
        Assert.Equal((float?)expected, cell.ParseOrNull<float>());
        Assert.Equal(value is null, cell.IsMissing);
        if (expected is null || (expected == decimal.Truncate(expected.Value) && expected < long.MaxValue && !text.Contains('E')))
        {
            Assert.Equal((long?)expected, cell.ParseOrNull<long>());
            Assert.Equal((int?)expected, cell.ParseOrNull<int>());
        }
    }

    [Fact]
    public void ReportCell_keeps_the_scale_of_a_decimal()
    {
        Assert.Equal("1480.00", Cell("1,480.00").Parse<decimal>().ToString(CultureInfo.InvariantCulture));
        Assert.Equal("0.10", Cell("0.10").Parse<decimal>().ToString(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("12,5")]
    [InlineData("1,48")]
    [InlineData(",5")]
    [InlineData("1,4800")]
    [InlineData("1234,567")]
    [InlineData("1.480,00")]
    [InlineData("abc")]
    [InlineData("1 2")]
    [InlineData("12x")]
    [InlineData("--5")]
    [InlineData("(-5)")]
    [InlineData("%")]
    [InlineData("<")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("1,")]
    [InlineData("5-")]
    public void ReportCell_refuses_what_is_no_number_rather_than_guess(string text)
    {
        Assert.Throws<FormatException>(() => { Cell(text).ParseOrNull<decimal>(); });
        Assert.Throws<FormatException>(() => { Cell(text).ParseOrNull<double>(); });
        Assert.Throws<FormatException>(() => { Cell(text).ParseOrNull<long>(); });
        Assert.False(Cell(text).TryParse<double>(out _));
    }

    [Fact]
    public void ReportCell_takes_a_fraction_of_nothing_for_a_whole_number_and_no_other()
    {
        Assert.Equal(12, Cell("12.00").ParseOrNull<long>());
        Assert.Throws<FormatException>(() => { Cell("12.50").ParseOrNull<long>(); });
        Assert.Throws<FormatException>(() => { Cell("3,000,000,000").ParseOrNull<int>(); });
        Assert.Throws<FormatException>(() => { Cell("").Parse<long>(); });
    }

    [Theory]
    [InlineData("<1%", ReportBound.LessThan)]
    [InlineData(" >90%", ReportBound.MoreThan)]
    [InlineData("1%", ReportBound.None)]
    [InlineData("", ReportBound.None)]
    public void ReportCell_tells_a_bound_from_a_value(string text, ReportBound bound) => Assert.Equal(bound, Cell(text).Bound);

    [Theory]
    [InlineData("2026-03-15", "Daily", ReportPeriodKind.Day, "2026-03-15", "2026-03-16")]
    [InlineData("3/15/2026", "Daily", ReportPeriodKind.Day, "2026-03-15", "2026-03-16")]
    [InlineData("2026-03-15", "Weekly", ReportPeriodKind.Week, "2026-03-15", "2026-03-22")]
    [InlineData("2026-02-01", "Monthly", ReportPeriodKind.Month, "2026-02-01", "2026-03-01")]
    [InlineData("2024", "Yearly", ReportPeriodKind.Year, "2024-01-01", "2025-01-01")]
    [InlineData("3/15/2026 12:00:00 AM|7", "Hourly", ReportPeriodKind.Hour, "2026-03-15 07:00", "2026-03-15 08:00")]
    [InlineData("2026-03-15|7", "Hourly", ReportPeriodKind.Hour, "2026-03-15 07:00", "2026-03-15 08:00")]
    [InlineData("2026-03-15|07", "Hourly", ReportPeriodKind.Hour, "2026-03-15 07:00", "2026-03-15 08:00")]
    [InlineData("2026-03-15|23", null, ReportPeriodKind.Hour, "2026-03-15 23:00", "2026-03-16 00:00")]
    [InlineData("2026-03-15", null, ReportPeriodKind.Day, "2026-03-15", "2026-03-16")]
    public void ReportPeriod_reads_every_form(string text, string? aggregation, ReportPeriodKind kind, string start, string end)
    {
        foreach (var culture in Cultures)
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);

            Assert.True(ReportPeriod.TryParse(text, aggregation is null ? default(ReportAggregation?) : new ReportAggregation(aggregation), out var period));

            Assert.Equal(kind, period.Kind);
            Assert.Equal(DateTime.Parse(start, CultureInfo.InvariantCulture), period.Start);
            Assert.Equal(DateTime.Parse(end, CultureInfo.InvariantCulture), period.End);
            Assert.True(ReportPeriod.TryParse(period.ToString(), aggregation is null ? default(ReportAggregation?) : new ReportAggregation(aggregation), out var again));
            Assert.Equal(period, again);
        }
    }

    [Fact]
    public void ReportPeriod_reads_bare_numbers_by_what_rows_stand_for()
    {
        Assert.True(ReportPeriod.TryParse("1", ReportAggregation.DayOfWeek, out var sunday));
        Assert.True(ReportPeriod.TryParse("23", ReportAggregation.HourOfDay, out var late));

        Assert.Equal((ReportPeriodKind.DayOfWeek, DayOfWeek.Sunday, null), (sunday.Kind, sunday.DayOfWeek, sunday.Start));
        Assert.Equal((ReportPeriodKind.HourOfDay, 23), (late.Kind, late.Hour));
        Assert.Equal(("1", "23"), (sunday.ToString(), late.ToString()));
        Assert.Throws<InvalidOperationException>(() => sunday.StartIn(TimeZoneInfo.Utc));
    }

    [Theory]
    [InlineData("7", null)]
    [InlineData("8", "DayOfWeek")]
    [InlineData("24", "HourOfDay")]
    [InlineData("2026-03-15|24", "Hourly")]
    [InlineData("2026-03-15|", "Hourly")]
    [InlineData("|7", "Hourly")]
    [InlineData("0000", "Yearly")]
    [InlineData("2026-02-30", "Daily")]
    [InlineData("soon", "Daily")]
    public void ReportPeriod_refuses_what_it_cannot_tell(string text, string? aggregation) =>
        Assert.False(ReportPeriod.TryParse(text, aggregation is null ? default(ReportAggregation?) : new ReportAggregation(aggregation), out _));

    [Fact]
    public void ReportPeriod_is_a_point_in_the_time_zone_of_the_report_also_where_clocks_change()
    {
        var pacific = ReportTimeZones.Find(ReportTimeZone.PacificTimeUSCanadaTijuana)!;

        Assert.Equal("2026-03-15T14:00:00Z", Start("2026-03-15|7"));
        Assert.Equal("2026-01-15T15:00:00Z", Start("2026-01-15|7"));

        // Clocks jump from 2 to 3 on 8 March, and show 1 to 2 twice on 1 November.
        Assert.Equal("2026-03-08T10:00:00Z", Start("2026-03-08|2"));
        Assert.Equal("2026-03-08T10:00:00Z", Start("2026-03-08|3"));
        Assert.Equal("2026-11-01T08:00:00Z", Start("2026-11-01|1"));
        Assert.True(ReportPeriod.TryParse("2026-11-01|1", ReportAggregation.Hourly, out var twice));
        Assert.Equal(TimeSpan.FromHours(2), twice.EndIn(pacific) - twice.StartIn(pacific));
        Assert.True(ReportPeriod.TryParse("2026-11-01", ReportAggregation.Daily, out var day));
        Assert.Equal(TimeSpan.FromHours(25), day.EndIn(pacific) - day.StartIn(pacific));

        string Start(string text)
        {
            Assert.True(ReportPeriod.TryParse(text, ReportAggregation.Hourly, out var period));
            return period.StartIn(pacific).UtcDateTime.ToString("s", CultureInfo.InvariantCulture) + "Z";
        }
    }

    private static ReportCell Cell(string text) => new(Encoding.UTF8.GetBytes(text), null, 0);
}
