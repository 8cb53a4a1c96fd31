namespace BingAds.Reporting;

/// <summary>The form of a report file.</summary>
public enum ReportFileFormat
{
    /// <summary>Cells between commas.</summary>
    Csv,

    /// <summary>Cells between tabs.</summary>
    Tsv,

    /// <summary>XML.</summary>
    Xml,
}
