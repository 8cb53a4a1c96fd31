using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;
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

        Text = Format == ReportFileFormat.Xml ? Xml() : Table();
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

    public byte[] Packed(int how)
    {
        var bytes = new MemoryStream();
        if (how == 1)
        {
            using var gzip = new GZipStream(bytes, CompressionLevel.Optimal, leaveOpen: true);
            gzip.Write(Text);
        }
        else if (how == 2)
        {
            using var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true);
            using var entry = zip.CreateEntry("report").Open();
            entry.Write(Text);
        }
        else
        {
            return Text;
        }

        return bytes.ToArray();
    }

    private string Value() => s_values[_random.Next(s_values.Length)];

    private byte[] Table()
    {
        var separator = Format == ReportFileFormat.Tsv ? '\t' : ',';
        var end = _random.Next(2) == 0 ? "\n" : "\r\n";
        var text = new StringBuilder(_random.Next(2) == 0 ? "\uFEFF" : "");
        if (HasHeader)
        {
            string[] lines = ["Report Name: a", "Report Time: 3/1/2026, 3/2/2026", "Report Aggregation: Hourly", "Something: new", Count(Rows.Count)];
            _random.Shuffle(lines);
            text.AppendJoin("", lines.Select(l => $"\"{l}\"{end}")).Append(end);
        }

        foreach (var row in HasNames ? Rows.Prepend(Columns) : Rows)
        {
            text.AppendJoin(separator, row.Select(c => Cell(c, separator))).Append(end);
        }

        if (HasFooter)
        {
            text.Append(end).Append("\"@2026 Microsoft Corporation. All rights reserved. \"").Append(end);
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    public static string Count(int rows) => string.Create(CultureInfo.InvariantCulture, $"Rows: {rows}");

    // A blank line in a table of one column would be no row.
    private string Cell(string value, char separator) =>
        IsQuoted || Columns.Length == 1 || value.Contains(separator) || value.Contains('\t') || value.Contains('"') || value.Contains('\n') ? $"\"{value.Replace("\"", "\"\"")}\"" : value;

    private byte[] Xml()
    {
        var text = new StringBuilder("<Report ReportName=\"a\" ReportAggregation=\"Hourly\">\n<XColumns>");
        foreach (var column in Columns)
        {
            text.Append($"<Column name=\"{column}\"/>");
        }

        text.Append("</XColumns>\n<Table>\n");
        foreach (var row in Rows)
        {
            text.Append("<Row>");
            for (var i = 0; i < row.Length; i++)
            {
                text.Append($"<{Columns[i]} value=\"{SecurityElement.Escape(row[i]).Replace("\n", "&#10;").Replace("\t", "&#9;")}\"/>");
            }

            text.Append("</Row>\n");
        }

        return Encoding.UTF8.GetBytes(text.Append("</Table>\n<Copyright>@2026 Microsoft Corporation</Copyright>\n</Report>\n").ToString());
    }
}
