using System.IO.Compression;
using System.Text;
using BingAds.Errors;
using BingAds.Reporting;

namespace BingAds.Tests.ReportFiles;

/// <summary>Report files as text, and what a reader makes of them.</summary>
internal static class ReportText
{
    public const string Header = """
        "Report Name: daily"
        "Report Time: 3/1/2026, 3/2/2026"
        "Time Zone: (GMT-08:00) Pacific Time (US & Canada); Tijuana"
        "Last Completed Available Day: 3/3/2026 10:15:00 PM (GMT)"
        "Last Completed Available Hour: 3/3/2026 11:00:00 PM (GMT)"
        "Report Aggregation: Daily"
        "Report Filter: "
        "Potential Incomplete Data: true"
        "Rows: 2"


        """;

    public const string Table = """
        "TimePeriod","CampaignId","Clicks"
        "2026-03-01","330001","12"
        "2026-03-02","330001","7"

        """;

    public const string Footer = """

        "@2026 Microsoft Corporation. All rights reserved. "

        """;

    public const string Whole = Header + Table + Footer;

    public static ReportFileReader Open(string text, ReportFileReaderOptions? options = null) => Open(Encoding.UTF8.GetBytes(text), options);

    /// <summary>The bytes come slowly and the buffer is tiny, so that every row crosses an edge.</summary>
    public static ReportFileReader Open(byte[] bytes, ReportFileReaderOptions? options = null)
    {
        options ??= new();
        options.BufferSize = 16;
        return new ReportFileReader(new BulkFiles.Trickle(bytes), options);
    }

    /// <summary>All rows, cells joined by |, and what ended them.</summary>
    public static async Task<(List<string> Rows, FileFormatException? Failure)> ReadAsync(ReportFileReader reader)
    {
        var rows = new List<string>();
        try
        {
            await using (reader)
            {
                await foreach (var row in reader.ReadRows())
                {
                    var cells = new string[row.Columns.Count];
                    for (var i = 0; i < cells.Length; i++)
                    {
                        cells[i] = row[i].ToString();
                    }

                    rows.Add(string.Join('|', cells));
                }
            }
        }
        catch (FileFormatException e)
        {
            return (rows, e);
        }

        return (rows, null);
    }

    public static Task<(List<string> Rows, FileFormatException? Failure)> ReadAsync(string text, ReportFileReaderOptions? options = null) => ReadAsync(Open(text, options));

    public static byte[] Zip(params (string Name, string Text)[] entries)
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return bytes.ToArray();
    }
}
