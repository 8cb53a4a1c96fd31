using System.Globalization;
using System.IO.Compression;
using System.Security;
using BingAds.Reporting;

namespace BingAds.Tests.ReportFiles;

/// <summary>A report file made from a seed, and the rows that are in it.</summary>
internal sealed class MadeReport
{
    private static readonly string[] s_columns = ["TimePeriod", "CampaignName", "Keyword", "KeywordId", "Impressions", "Clicks", "Ctr", "Spend", "QualityScore", "NewColumn", ""];

    private static readonly string[] s_values =
    [
        "", "", "--", "0", "12", "1,480.00", "-12.50", "12.50%", "<1%", "2026-03-01", "2026-03-15|07", "Total", "Total Wine", "@home", "@2026 Microsoft Office", "shoes: red", "Rows: 3",
        "red \"winter\" shoes", "a, b", "tab\there", "line\nbreak", " padded ", "Prix \u20AC \u5546\u54C1", "a 5\" pipe", "Clicks", "\u00A9 2026", "<b>&amp;</b>", "\"",
    ];

    private readonly Random _random;
    private readonly string _lineEnd;
    private readonly bool _hasMark;
    private readonly string[] _lines;

    public MadeReport(Random random)
    {
        _random = random;
        Format = (ReportFileFormat)random.Next(3);
        HasHeader = random.Next(4) > 0;
        HasFooter = random.Next(4) > 0;
        HasNames = random.Next(4) > 0 || Format == ReportFileFormat.Xml;
        IsQuoted = random.Next(3) > 0;
        Columns = [.. Enumerable.Range(0, random.Next(4) == 0 ? 1 : random.Next(2, s_columns.Length + 1)).Select(i => s_columns[i])];
        if (random.Next(2) == 0)
        {
            Columns = [.. Columns.Reverse()];
        }

        // XML has no elements without a name.
        if (Format == ReportFileFormat.Xml)
        {
            Columns = [.. Columns.Where(static c => c.Length > 0).DefaultIfEmpty("Clicks")];
        }

        for (var n = random.Next(0, 30); n > 0; n--)
        {
            Rows.Add([.. Columns.Select(_ => Value())]);
        }

        _lineEnd = random.Next(2) == 0 ? "\n" : "\r\n";
        _hasMark = random.Next(2) == 0;
        _lines = ["Report Name: a", "Report Time: 3/1/2026, 3/2/2026", "Report Aggregation: Hourly", "Something: new", Count(Rows.Count)];
        random.Shuffle(_lines);
        Text = Parts().ToBytes();
    }

    public ReportFileFormat Format { get; }

    public bool HasHeader { get; }

    public bool HasFooter { get; }

    public bool HasNames { get; }

    public bool IsQuoted { get; }

    public string[] Columns { get; }

    public List<string[]> Rows { get; } = [];

    public byte[] Text { get; }

    /// <summary>Whether a cut anywhere shows: the row count or the footer tells, and the reader knows that the footer is due.</summary>
    public bool ShowsItsEnd => Format == ReportFileFormat.Xml || HasHeader || HasFooter;

    public ReportFileReaderOptions Options => new()
    {
        Columns = HasNames ? null : Columns,
        HasColumnHeaders = Format == ReportFileFormat.Xml || Columns.All(static c => c.Length == 0) ? null : HasNames,
        HasHeader = HasHeader,
        HasFooter = HasFooter,
        // Data alone may look like XML.
        Format = Columns.Length == 1 || !(HasHeader || HasNames) ? Format : null,
    };

    /// <summary>As it comes: plain, gzip or zip.</summary>
    public static byte[] Packed(byte[] text, int how)
    {
        var bytes = new MemoryStream();
        if (how == 1)
        {
            using var gzip = new GZipStream(bytes, CompressionLevel.Optimal, leaveOpen: true);
            gzip.Write(text);
        }
        else if (how == 2)
        {
            using var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true);
            using var entry = zip.CreateEntry("report").Open();
            entry.Write(text);
        }
        else
        {
            return text;
        }

        return bytes.ToArray();
    }

    /// <summary>The parts of the file, new each time, so that a test may damage them.</summary>
    public ReportParts Parts() => Format == ReportFileFormat.Xml ? Xml() : Table();

    public static string Count(int rows) => string.Create(CultureInfo.InvariantCulture, $"Rows: {rows}");

    /// <summary>A row as it stands in the file.</summary>
    public string Line(IEnumerable<string> cells) => Format == ReportFileFormat.Xml
        ? $"<Row>{string.Concat(Columns.Zip(cells, static (column, cell) => $"<{column} value=\"{Escape(cell)}\"/>"))}</Row>"
        : string.Join(Separator, cells.Select(Cell));

    private char Separator => Format == ReportFileFormat.Tsv ? '\t' : ',';

    private string Value() => s_values[_random.Next(s_values.Length)];

    private ReportParts Table() => new()
    {
        Mark = _hasMark ? "\uFEFF" : "",
        Header = HasHeader ? [.. _lines.Select(static l => $"\"{l}\"")] : [],
        Names = HasNames ? Line(Columns) : null,
        Rows = [.. Rows.Select(Line)],
        Footer = HasFooter ? "\"@2026 Microsoft Corporation. All rights reserved. \"" : null,
        LineEnds = [_lineEnd],
    };

    private ReportParts Xml() => new()
    {
        Header = ["<Report ReportName=\"a\" ReportAggregation=\"Hourly\">"],
        Names = $"<XColumns>{string.Concat(Columns.Select(static c => $"<Column name=\"{c}\"/>"))}</XColumns><Table>",
        Rows = [.. Rows.Select(Line)],
        Footer = "</Table><Copyright>@2026 Microsoft Corporation</Copyright></Report>",
    };

    // A blank line in a table of one column would be no row.
    private string Cell(string value) =>
        IsQuoted || Columns.Length == 1 || value.Contains(Separator) || value.Contains('\t') || value.Contains('"') || value.Contains('\n') ? $"\"{value.Replace("\"", "\"\"")}\"" : value;

    private static string Escape(string value) => SecurityElement.Escape(value).Replace("\n", "&#10;").Replace("\t", "&#9;");
}
