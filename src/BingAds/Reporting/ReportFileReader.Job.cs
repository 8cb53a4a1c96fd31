using System.Text;
using BingAds.Reporting.Download;

namespace BingAds.Reporting;

public sealed partial class ReportFileReader
{
    /// <summary>Whether the service made the report and no file, since there is no data. Header and columns are then those of the request, and there are no rows.</summary>
    public bool IsEmpty { get; private init; }

    /// <summary>Told when the reader is closed after its file turned out to be damaged: another look at the same report would find the same.</summary>
    internal Func<ValueTask>? Damaged { get; init; }

    /// <summary>Reads a report without a file.</summary>
    internal static ReportFileReader OfEmpty(ReportingDownloadOperation operation, ReportFileReaderOptions? options)
    {
        var copy = (options ?? new()).Copy();
        (copy.Format, copy.HasHeader, copy.HasColumnHeaders, copy.HasFooter, copy.Columns) = (ReportFileFormat.Csv, null, operation.Columns.Count > 0, false, null);
        return new ReportFileReader(new MemoryStream(Encoding.UTF8.GetBytes(EmptyReport.Text(operation, ','))), copy) { IsEmpty = true };
    }

    private ValueTask TellDamageAsync() => Damaged is { } tell && ReportJobs.IsSpoiled(_failure?.SourceException) ? tell() : default;
}
