using BingAds.V13.Reporting;

namespace BingAds.Reporting;

/// <summary>Order and number of rows, which only the keyword report has.</summary>
internal static class ReportSortRules
{
    public static void Apply(ReportRequestCheck check)
    {
        if (check.Request is not KeywordPerformanceReportRequest request)
            return;
        if (request.MaxRows < 0)
            check.Refused(null, "MaxRows", $"{request.MaxRows} is no number of rows.", "Leave it out for all rows.");
        foreach (var sort in request.Sort ?? [])
        {
            var column = sort?.SortColumn?.ToString() ?? "";
            if (column.Length == 0)
                check.Refused(2061, "Sort", "There is no column to sort by.", "Name one of the columns.");
            else if (!check.Has(column))
                check.Refused(2061, "Sort", $"The rows shall be sorted by {column}, which is not among the columns.", "Add the column, or sort by another.");
        }
    }
}
