using BingAds.Emulator.Store;

namespace BingAds.Emulator.Reports;

/// <summary>Where the rows of reports come from.</summary>
internal interface IReportFigures
{
    /// <summary>
    /// The rows of a report in the order of the file: grouped by the attributes, the time period first; or as the request sorts them. The array is used again for the next row.
    /// </summary>
    IEnumerable<ReportValue[]> Read(StoreSession session, ReportQuestion question);

    /// <summary>Until when figures are complete, as of a time.</summary>
    DateTimeOffset CompleteAt(DateTimeOffset now);
}
