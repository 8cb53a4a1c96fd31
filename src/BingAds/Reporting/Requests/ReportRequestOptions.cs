using BingAds.V13.Reporting;

namespace BingAds.Reporting;

/// <summary>What all reports have in common besides columns, scope and time: the name, the form of the file, and whether a request is checked.</summary>
public sealed class ReportRequestOptions
{
    /// <summary>Name of the report, up to 200 characters; it stands in the header and in the name of the file. Null: the service makes one of type and date.</summary>
    public string? Name { get; set; }

    /// <summary>Form of the file. Default <see cref="ReportFormat.Csv"/>.</summary>
    public ReportFormat Format { get; set; } = ReportFormat.Csv;

    /// <summary>Version of the form. Default 2.0: no commas in numbers, percentages with two digits, hours as <c>2026-03-15|7</c>. Null: the service's default, 1.0.</summary>
    public string? FormatVersion { get; set; } = "2.0";

    /// <summary>Whether the file begins without the lines that say what it is. Default false: a reader needs them to notice a short file.</summary>
    public bool ExcludeReportHeader { get; set; }

    /// <summary>Whether the file ends without its last line. Default false: a reader needs it to notice a short file.</summary>
    public bool ExcludeReportFooter { get; set; }

    /// <summary>Whether the row with the names of the columns is left out. Default false.</summary>
    public bool ExcludeColumnHeaders { get; set; }

    /// <summary>Whether the service refuses the request while data of the time is still to come. Default false: the header says whether data may be missing.</summary>
    public bool ReturnOnlyCompleteData { get; set; }

    /// <summary>Whether the request is checked when it is made. Default true.</summary>
    public bool Check { get; set; } = true;

    /// <summary>Says which day is today. Default <see cref="TimeProvider.System"/>.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
