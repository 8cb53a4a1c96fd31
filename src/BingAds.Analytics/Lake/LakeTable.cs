using BingAds.V13.Reporting;

namespace BingAds.Analytics;

/// <summary>What one view of a lake stands for: a report by day, or by another time. Rows of different times stay apart, as their sums would count everything twice.</summary>
internal sealed record LakeTable(string Name, string Report, ReportAggregation Aggregation)
{
    private static readonly ReportAggregation[] s_aggregations =
    [
        ReportAggregation.Daily, ReportAggregation.Hourly, ReportAggregation.Weekly, ReportAggregation.WeeklyStartingMonday, ReportAggregation.Monthly, ReportAggregation.Yearly,
    ];

    /// <summary>Every table that may be.</summary>
    public static IEnumerable<LakeTable> All => ReportSchema.Reports.SelectMany(static report => s_aggregations.Select(a => Of(report, a)));

    public ReportSchema Schema => ReportSchema.For(Report, Aggregation);

    /// <exception cref="ReportLakeException">Rows of this kind have no day.</exception>
    public static LakeTable For(LakeWindow window, ReportAggregation? told)
    {
        if (window.Aggregation is { } wanted && told is { } other && wanted != other)
        {
            throw new ReportLakeException(LakeFault.WrongReport, $"The window stands for rows of '{wanted}', and the file has rows of '{other}'.");
        }

        var aggregation = window.Aggregation ?? told ?? ReportAggregation.Daily;
        return Array.Exists(s_aggregations, a => a == aggregation)
            ? Of(window.Report, aggregation)
            : throw new ReportLakeException(LakeFault.WrongReport, $"Rows of '{aggregation}' stand for no day, by which a lake keeps them.");
    }

    private static LakeTable Of(string report, ReportAggregation aggregation) =>
        new(aggregation == ReportAggregation.Daily ? report : report + aggregation, report, aggregation);
}
