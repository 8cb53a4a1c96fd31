using BingAds.V13.Reporting;

namespace BingAds.Emulator.Reports.Form;

/// <summary>What a file looks like: CSV, TSV or XML, with the parts that the request leaves in.</summary>
internal abstract class ReportForm(ReportQuestion question)
{
    protected ReportQuestion Question { get; } = question;

    protected ReportRequest Request => Question.Request;

    protected bool HasHeader => Request.ExcludeReportHeader != true;

    protected bool HasNames => Request.ExcludeColumnHeaders != true;

    protected bool HasFooter => Request.ExcludeReportFooter != true;

    /// <summary>Of the file in the zip.</summary>
    public abstract string Extension { get; }

    public static ReportForm Of(ReportQuestion question) => question.Request.Format?.Known switch
    {
        ReportFormat.KnownValue.Xml => new XmlReportForm(question),
        ReportFormat.KnownValue.Tsv => new TextReportForm(question, '\t'),
        _ => new TextReportForm(question, ','),
    };

    /// <summary>Everything before the rows.</summary>
    public abstract ReadOnlyMemory<byte> Head(IReadOnlyList<ReportHeadLine> lines);

    public abstract IReportRows OpenRows(Stream target);

    /// <summary>Everything behind the rows.</summary>
    /// <param name="year">Of the report.</param>
    public abstract ReadOnlyMemory<byte> Foot(int year);

    protected ReportCells NewCells() => new(Question);

    protected static string Copyright(int year) => FormattableString.Invariant($"@{year:0000} Microsoft Corporation. All rights reserved. ");
}
