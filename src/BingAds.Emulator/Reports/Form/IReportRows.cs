namespace BingAds.Emulator.Reports.Form;

/// <summary>Takes the rows of a report, one after another.</summary>
internal interface IReportRows : IDisposable
{
    void Write(ReadOnlySpan<ReportValue> row);

    /// <summary>Sends what is still held.</summary>
    void Complete();
}
