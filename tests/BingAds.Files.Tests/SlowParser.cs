using BingAds.Errors;

namespace BingAds.Files.Tests;

/// <summary>A parser that anyone can check by reading it: one byte after the other, over the whole text.</summary>
internal static class SlowParser
{
    public sealed record Row(long FirstLine, long LastLine, int Columns, List<(int Column, byte[] Value)> Filled, byte[] Raw);

    public static (List<Row> Rows, FileFault? Fault) Parse(byte[] text, DelimitedOptions options)
    {
        var rows = new List<Row>();
        var at = text is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
        long line = 1;
        while (at < text.Length)
        {
            var (start, firstLine) = (at, line);
            var cells = new List<List<byte>> { new() };
            var (quoted, dropped, cellStart) = (false, false, true);
            var ended = false;
            for (; at < text.Length && !ended; at++)
            {
                var b = text[at];
                if (b == '\n')
                    line++;
                var cell = cells[^1];
                if (quoted)
                {
                    if (b != '"')
                    {
                        cell.Add(b);
                    }
                    else if (at + 1 < text.Length && text[at + 1] == '"')
                    {
                        cell.Add(b);
                        at++;
                    }
                    else
                    {
                        (quoted, dropped) = (false, true);
                    }
                }
                else if (b == '\n')
                {
                    ended = true;
                }
                else if (b == options.Separator)
                {
                    cells.Add([]);
                    (cellStart, dropped) = (true, false);
                    continue;
                }
                else if (b == '"' && cellStart)
                {
                    quoted = true;
                }
                else if (!dropped)
                {
                    cell.Add(b);
                }

                cellStart = false;
            }

            if (quoted)
                return (rows, at - start > options.MaxRowBytes + 1 ? FileFault.RowTooLong : FileFault.UnclosedQuote);
            var end = ended ? at - 1 : at;
            if (end > start && text[end - 1] == '\r')
            {
                // The CR belongs to the line end; in a quoted cell it was dropped already.
                end--;
                if (!dropped)
                    cells[^1].RemoveAt(cells[^1].Count - 1);
            }

            var raw = text[start..end];
            if (raw.Length > options.MaxRowBytes)
                return (rows, FileFault.RowTooLong);
            if (options.SkipBlankLines && cells.Count == 1 && Trim(raw).Length == 0)
                continue;
            var filled = cells.Select((c, i) => (i, options.Trim ? Trim([.. c]) : [.. c])).Where(static c => c.Item2.Length > 0).ToList();
            rows.Add(new(firstLine, ended ? line - 1 : line, cells.Count, filled, raw));
        }

        return (rows, null);
    }

    private static byte[] Trim(byte[] value)
    {
        // Through Latin-1 bytes outside ASCII would look like blanks; so blanks are spelled out in UTF-8.
        string[] blanks = ["\t", "\n", "\v", "\f", "\r", " ", "\u0085", "\u00A0", "\u1680", "\u2000", "\u2001", "\u2002", "\u2003", "\u2004", "\u2005", "\u2006", "\u2007",
            "\u2008", "\u2009", "\u200A", "\u2028", "\u2029", "\u202F", "\u205F", "\u3000"];
        var all = blanks.Select(System.Text.Encoding.UTF8.GetBytes).ToList();
        while (all.Find(b => value.AsSpan().StartsWith(b)) is { } blank)
            value = value[blank.Length..];
        while (all.Find(b => value.AsSpan().EndsWith(b)) is { } blank)
            value = value[..^blank.Length];
        return value;
    }
}
