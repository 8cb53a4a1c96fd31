using BingAds.Reporting;
using BingAds.V13.Reporting;

namespace BingAds.Emulator.Reports.Figures;

/// <summary>What campaigns spent on each day and in the month so far.</summary>
internal static class BudgetRows
{
    /// <summary>By campaign, then by day.</summary>
    public static IEnumerable<ReportValue[]> Read(FigureSource source)
    {
        var question = source.Question;
        var columns = source.Columns;
        // Read from the start of the month: the range may begin in its middle.
        var first = new DateOnly(question.Days.First.Year, question.Days.First.Month, 1);
        var pieces = PeriodPieces.Of(question with { Days = new ReportDays(first, question.Days.Last) }, ReportAggregation.KnownValue.Daily);
        var inner = columns.Select(static c => c is "Date" or "MonthToDateSpend" ? "TimePeriod" : c).Concat(["TimePeriod", "CampaignId", "DailySpend"]);
        var row = new ReportValue[columns.Count];
        (DateTime Month, decimal Campaign, decimal Spend) so = default;
        foreach (var found in source.Aggregate(inner, pieces))
        {
            var (day, campaign, spend) = (found[^3].Time, found[^2].Number, found[^1].Number);
            var month = new DateTime(day.Year, day.Month, 1);
            so = (month, campaign, spend + (so.Month == month && so.Campaign == campaign ? so.Spend : 0));
            if (DateOnly.FromDateTime(day) < question.Days.First)
                continue;
            found.AsSpan(0, row.Length).CopyTo(row);
            for (var i = 0; i < row.Length; i++)
            {
                if (columns[i] == "MonthToDateSpend")
                    row[i] = ReportValue.Of(so.Spend);
            }

            yield return row;
        }
    }
}
