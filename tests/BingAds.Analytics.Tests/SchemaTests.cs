using System.Text;
using BingAds.V13.Reporting;

namespace BingAds.Analytics.Tests;

/// <summary>Types of columns are a promise: tables in warehouses are made of them. BINGADS_UPDATE_GOLDEN=1 writes the listing anew.</summary>
public class SchemaTests
{
    [Fact]
    public void Types_of_all_columns_are_the_listed_ones()
    {
        var path = Checkout.Path("tests", "Golden", "report-schemas.txt");
        var text = new StringBuilder();
        foreach (var report in ReportSchema.Reports)
        {
            text.Append(report).Append('\n');
            foreach (var field in ReportSchema.For(report).Fields)
            {
                text.Append("    ").Append(field.Name).Append(' ').Append(field.SqlType).Append('\n');
            }
        }

        if (Environment.GetEnvironmentVariable("BINGADS_UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, text.ToString());
        }

        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), text.ToString());
    }

    [Fact]
    public void Time_of_a_row_has_the_type_that_its_aggregation_asks_for()
    {
        static ReportStorage Of(ReportAggregation aggregation) => ReportSchema.For("KeywordPerformance", aggregation).Fields.Single(static f => f.Name == "TimePeriod").Storage;

        Assert.Equal(ReportStorage.Date, Of(ReportAggregation.Daily));
        Assert.Equal(ReportStorage.Date, Of(ReportAggregation.Monthly));
        Assert.Equal(ReportStorage.Timestamp, Of(ReportAggregation.Hourly));
        Assert.Equal(ReportStorage.Whole, Of(ReportAggregation.HourOfDay));
        Assert.Equal(ReportStorage.Whole, Of(ReportAggregation.DayOfWeek));
    }

    [Fact]
    public void Names_of_a_report_are_unique_in_any_case() => Assert.All(
        ReportSchema.Reports, static r => Assert.Distinct(ReportSchema.For(r).Fields.Select(static f => f.Name), StringComparer.OrdinalIgnoreCase));

    [Fact]
    public void Report_that_is_not_known_is_refused() => Assert.Throws<ArgumentException>(static () => ReportSchema.For("NoSuchReport"));
}
