using BingAds.V13.Reporting;

namespace BingAds.Reporting;

/// <summary>Whether rows of several reports can be put together.</summary>
internal static class ReportSums
{
    /// <summary>Statistics that cannot be added up; a column that is newer than this version is taken for one.</summary>
    public static List<string> NotAddable(ReportRequest request) =>
        [.. (request.ColumnNames ?? []).Where(static c => ReportColumnTable.Find(c) is not { } fact || (fact.IsStatistic && !fact.Has(ReportColumnTraits.Adds)))];

    public static void DemandSums(ReportRequest request, string why, string advice)
    {
        var columns = NotAddable(request);
        if (columns.Count > 0)
            throw ReportRequestSplitting.Refuse("Columns", $"{why}, and these cannot be added up: {string.Join(", ", columns)}.", advice);
    }

    public static void DemandAllRows(ReportRequest request)
    {
        if (request is KeywordPerformanceReportRequest { MaxRows: > 0 })
            throw ReportRequestSplitting.Refuse("MaxRows", "The first rows of each part are not the first rows of the whole.", "Leave out MaxRows, and take the first rows yourself.");
    }
}
