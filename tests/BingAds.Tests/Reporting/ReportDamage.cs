using System.IO.Compression;
using System.Text;
using BingAds.Files.Tests;
using BingAds.Reporting;

namespace BingAds.Tests.ReportFiles;

/// <summary>What a damaged file must be read as.</summary>
/// <param name="Rows">The rows that are in it; null if anything may come before the error.</param>
/// <param name="Fails">Whether an error must follow them.</param>
/// <param name="AreAll">Whether the reader must give exactly these rows; else a part of them from the first on.</param>
internal sealed record Expected(IReadOnlyList<string[]>? Rows, bool Fails, bool AreAll = true);

/// <summary>Changes a report file in a way whose outcome is known beforehand.</summary>
internal sealed class ReportDamage(Random random, MadeReport report)
{
    private bool IsXml => report.Format == ReportFileFormat.Xml;

    // The header tells the number of rows.
    private bool IsCounted => report.HasHeader && !IsXml;

    private bool IsTable => !IsXml && report.Columns.Length > 1;

    private int Some => random.Next(report.Rows.Count);

    /// <summary>Other ways to write the same report.</summary>
    public (byte[] Bytes, string Name, Expected Expected) Harmless()
    {
        var parts = report.Parts();
        var name = random.Next(7) switch
        {
            0 => Do("line ends", () => parts.LineEnds = ["\n", "\r\n", "\r\n"]),
            1 => Do("other line ends", () => parts.LineEnds = parts.LineEnds[0] == "\n" ? ["\r\n"] : ["\n"]),
            2 => Do("mark", () => parts.Mark = parts.Mark.Length == 0 ? "\uFEFF" : ""),
            3 => Do("blank lines", () => parts.Gap = random.Next(2, 5)),
            4 when report.HasFooter && !IsXml => Do("footer", () => parts.Footer = "\u00A9 2027 Microsoft Corporation. All rights reserved."),
            5 when IsTable && report.Format == ReportFileFormat.Csv && !report.Rows.Exists(IsLikeFooter) => Do("empty cells behind the row", () => parts.Rows = [.. parts.Rows.Select(static r => r + ",,")]),
            _ => "UTF-16",
        };
        var encoding = new UnicodeEncoding(bigEndian: random.Next(2) == 0, byteOrderMark: true);
        var bytes = name == "UTF-16" ? [.. encoding.GetPreamble(), .. encoding.GetBytes(parts.ToText().TrimStart('\uFEFF'))] : parts.ToBytes();
        return (Pack(bytes), name, new(report.Rows, Fails: false));
    }

    /// <summary>Rows, cells and parts that are missing, doubled, moved or wrong.</summary>
    public (byte[] Bytes, string Name, Expected Expected) Structural()
    {
        var parts = report.Parts();
        List<string[]> rows = [.. report.Rows];
        for (var attempt = 0; attempt < 50; attempt++)
        {
            var (name, expected) = random.Next(14) switch
            {
                0 when rows.Count > 0 => ("row missing", RowMissing(parts, rows)),
                1 when rows.Count > 0 => ("row doubled", RowDoubled(parts, rows)),
                2 when rows.Count > 1 => ("rows swapped", RowsSwapped(parts, rows)),
                3 when IsCounted => ("count wrong", Count(parts, MadeReport.Count(rows.Count + (random.Next(2) == 0 ? 1 : random.Next(2, 9_000))), fails: true)),
                4 when IsCounted => ("no count", Count(parts, "Rows: many", fails: !report.HasFooter)),
                5 when report.HasFooter || IsXml => ("footer missing", Footer(parts, null)),
                6 when IsTable && report.HasFooter => ("footer doubled", Footer(parts, $"{parts.Footer}\n{parts.Footer}")),
                7 when IsTable && report.HasFooter && rows.Count > 0 => ("footer amid rows", FooterAmidRows(parts, rows)),
                8 when IsCounted => ("header doubled", HeaderDoubled(parts)),
                9 when report.HasNames && !IsXml => ("names doubled", NamesDoubled(parts, rows)),
                10 when IsTable && (report.HasHeader || report.HasFooter) && rows.Count > 0 => ("file doubled", FileDoubled(parts)),
                11 when rows.Count > 0 && (IsXml || IsTable) => ("cell more", CellMore(parts)),
                12 when rows.Count > 0 && IsTable => ("cell missing", CellMissing(parts)),
                13 when rows.Count > 1 && IsTable => ("line end missing", LineEndMissing(parts)),
                _ => ("", null),
            };
            if (expected is not null)
            {
                return (Pack(parts.ToBytes()), name, expected);
            }
        }

        // A file of nothing has nothing to damage.
        return (Pack(parts.ToBytes()), "none", new(report.Rows, Fails: false));
    }

    /// <summary>Archives that are no archives, or not one file.</summary>
    public (byte[] Bytes, string Name, Expected Expected) Archive()
    {
        var text = report.Text;
        var gzip = MadeReport.Packed(text, 1);
        var (name, bytes) = (gzip.Length == 0 ? 4 : random.Next(10)) switch
        {
            0 => ("zip with a wrong checksum", new MadeZip { CrcChange = 1, Descriptor = random.Next(2) == 0 }.Add("a", text).ToArray()),
            1 => ("zip of two", new MadeZip().Add("a", text).Add("b", text).ToArray()),
            2 => ("encrypted zip", new MadeZip { Flags = 1 }.Add("a", text).ToArray()),
            3 => ("zip of another method", new MadeZip { Method = 99 }.Add("a", text).ToArray()),
            4 => ("empty zip", new MadeZip().ToArray()),
            5 => ("gzip with something behind", [.. gzip, (byte)'x']),
            6 => ("gzip with a wrong checksum", Changed(gzip, gzip.Length - 8 + random.Next(4))),
            7 => ("gzip with a wrong length", Changed(gzip, gzip.Length - 4 + random.Next(4))),
            8 => ("zip without its directory", MadeReport.Packed(text, 2) is var zip ? zip[..(zip.Length - random.Next(1, 40))] : []),
            _ => ("archive within an archive", MadeReport.Packed(MadeReport.Packed(text, random.Next(1, 3)), random.Next(1, 3))),
        };
        return (bytes, name, new(report.Rows, Fails: true, AreAll: false));
    }

    private static bool IsLikeFooter(string[] row) => row[0].StartsWith("@2026 Microsoft", StringComparison.Ordinal) && row.Skip(1).All(static c => c.Length == 0);

    private static string Do(string name, Action change)
    {
        change();
        return name;
    }

    private byte[] Pack(byte[] text) => random.Next(6) switch
    {
        0 => [.. MadeReport.Packed(text[..(text.Length / 2)], 1), .. MadeReport.Packed(text[(text.Length / 2)..], 1)],
        1 => new MadeZip { Descriptor = true, DescriptorSignature = random.Next(2) == 0 }.Add("a.csv", text).ToArray(),
        2 => new MadeZip { Stored = true }.Add("a.csv", text).ToArray(),
        var how => MadeReport.Packed(text, how - 3),
    };

    private Expected RowMissing(ReportParts parts, List<string[]> rows)
    {
        var at = Some;
        parts.Rows.RemoveAt(at);
        rows.RemoveAt(at);
        return new(rows, IsCounted);
    }

    private Expected RowDoubled(ReportParts parts, List<string[]> rows)
    {
        var at = Some;
        parts.Rows.Insert(at, parts.Rows[at]);
        rows.Insert(at, rows[at]);
        return new(rows, IsCounted);
    }

    private Expected RowsSwapped(ReportParts parts, List<string[]> rows)
    {
        var (one, other) = (Some, Some);
        (parts.Rows[one], parts.Rows[other]) = (parts.Rows[other], parts.Rows[one]);
        (rows[one], rows[other]) = (rows[other], rows[one]);
        return new(rows, Fails: false);
    }

    private Expected Count(ReportParts parts, string line, bool fails)
    {
        parts.Header = [.. parts.Header.Select(l => l == $"\"{MadeReport.Count(report.Rows.Count)}\"" ? $"\"{line}\"" : l)];
        return new(report.Rows, fails);
    }

    private Expected? Footer(ReportParts parts, string? footer)
    {
        // Alone in the last row, a text like the footer is the footer.
        if (footer is null && report.Rows is [.., var last] && IsLikeFooter(last))
        {
            return null;
        }

        parts.Footer = footer;
        return new(report.Rows, Fails: true, AreAll: !IsXml);
    }

    private Expected FooterAmidRows(ReportParts parts, List<string[]> rows)
    {
        var at = Some;
        parts.Rows.Insert(at, parts.Footer!);
        return new(rows[..at], Fails: true);
    }

    // What comes behind the gap is data, and then one cell in place of many, or too many rows.
    private static Expected HeaderDoubled(ReportParts parts)
    {
        parts.Header = [.. parts.Header, "", .. parts.Header];
        return new(null, Fails: true);
    }

    // Nothing tells a second line of names from data, but the number of rows.
    private Expected NamesDoubled(ReportParts parts, List<string[]> rows)
    {
        parts.Rows.Insert(0, parts.Names!);
        rows.Insert(0, report.Columns);
        return new(rows, IsCounted);
    }

    private Expected FileDoubled(ReportParts parts)
    {
        var whole = parts.ToText();
        parts.Footer = $"{parts.Footer}\n{whole}";
        return new(report.Rows, Fails: true, AreAll: false);
    }

    private Expected CellMore(ReportParts parts)
    {
        var at = Some;
        parts.Rows[at] = IsXml ? parts.Rows[at].Replace("</Row>", "<Other value=\"x\"/></Row>") : parts.Rows[at] + (report.Format == ReportFileFormat.Tsv ? "\tx" : ",x");
        return new(report.Rows.Take(at).ToList(), Fails: true);
    }

    private Expected? CellMissing(ReportParts parts)
    {
        var at = Some;
        parts.Rows[at] = report.Line(report.Rows[at].Skip(1));

        // A blank line is no row, which only the number of rows shows.
        return parts.Rows[at].Trim().Length == 0 ? Back(parts, at) : new(report.Rows.Take(at).ToList(), Fails: true);
    }

    private Expected? Back(ReportParts parts, int at)
    {
        parts.Rows[at] = report.Line(report.Rows[at]);
        return null;
    }

    private Expected? LineEndMissing(ReportParts parts)
    {
        var at = random.Next(parts.Rows.Count - 1);

        // Empty cells behind the last column are taken.
        if (report.Rows[at + 1].Skip(1).All(static c => c.Length == 0))
        {
            return null;
        }

        parts.Rows[at] += parts.Rows[at + 1];
        parts.Rows.RemoveAt(at + 1);
        return new(report.Rows.Take(at).ToList(), Fails: true);
    }

    private static byte[] Changed(byte[] bytes, int at)
    {
        bytes[at] ^= 0x55;
        return bytes;
    }
}
