using System.Globalization;
using System.Text;
using BingAds.Files;

namespace BingAds.Reporting.Download;

/// <summary>The lines in a file of a <see cref="FileReportJobStore"/>: entries, each with its checksum. The last one holds.</summary>
internal static class FileReportJobContent
{
    /// <summary>What a file holds that is being deleted.</summary>
    public const string Gone = "gone\n";

    private const string Mark = ";sum=";

    public enum State
    {
        Whole,
        Damaged,
        Later,
    }

    public static byte[] Line(ReportJobEntry entry)
    {
        var text = entry.ToString();
        return Encoding.UTF8.GetBytes($"{text}{Mark}{SumOf(text)}\n");
    }

    /// <summary>The last whole entry, and what is to be said of the rest.</summary>
    public static (ReportJobEntry? Entry, State State) Read(string content)
    {
        ReportJobEntry? entry = null;
        for (var at = 0; at < content.Length;)
        {
            var end = content.IndexOf('\n', at);
            var line = end < 0 ? "" : content[at..end];
            var mark = line.LastIndexOf(Mark, StringComparison.Ordinal);
            if (mark < 0 || line[(mark + Mark.Length)..] != SumOf(line[..mark]))
            {
                return (entry, State.Damaged);
            }

            if (!ReportJobEntry.TryParse(line[..mark], out var next))
            {
                return (entry, State.Later);
            }

            (entry, at) = (next, end + 1);
        }

        return (entry, State.Whole);
    }

    private static string SumOf(string text)
    {
        var sum = Crc32.Start();
        sum.Add(Encoding.UTF8.GetBytes(text));
        return sum.Value.ToString("x8", CultureInfo.InvariantCulture);
    }
}
