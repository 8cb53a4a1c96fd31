using System.Text;

namespace BingAds.Files.Tests;

/// <summary>Reads everything with the reader under test, into the shape the slow parser gives.</summary>
internal static class Rows
{
    public static async Task<(List<SlowParser.Row> Rows, Exception? Failure)> ReadAsync(Stream stream, DelimitedOptions options, bool async)
    {
        var rows = new List<SlowParser.Row>();
        using var reader = new DelimitedReader(stream, options);
        try
        {
            while (async ? await reader.ReadAsync() : reader.Read())
                rows.Add(Copy(reader, options.IsFull));
        }
        catch (Exception e)
        {
            return (rows, e);
        }

        return (rows, null);
    }

    public static List<SlowParser.Row> Read(string text, DelimitedOptions? options = null)
    {
        var rows = new List<SlowParser.Row>();
        using var reader = new DelimitedReader(new MemoryStream(Encoding.UTF8.GetBytes(text)), options);
        while (reader.Read())
            rows.Add(Copy(reader, options?.IsFull == true));
        return rows;
    }

    /// <summary>Rows as text, cells joined by |, so that a test shows what it wants.</summary>
    public static string[] Texts(string text, DelimitedOptions? options = null) => [.. Read(text, options).Select(Text)];

    public static string Text(SlowParser.Row row)
    {
        var cells = Enumerable.Repeat("", row.Columns).ToArray();
        foreach (var (column, value) in row.Filled)
            cells[column] = Encoding.UTF8.GetString(value);
        return string.Join('|', cells);
    }

    public static void AssertSame(List<SlowParser.Row> expected, List<SlowParser.Row> actual, string what)
    {
        for (var i = 0; i < Math.Min(expected.Count, actual.Count); i++)
        {
            var (e, a) = (expected[i], actual[i]);
            var same = e.FirstLine == a.FirstLine && e.LastLine == a.LastLine && e.Columns == a.Columns && e.Raw.AsSpan().SequenceEqual(a.Raw)
                && e.Filled.Count == a.Filled.Count
                && e.Filled.Zip(a.Filled).All(static p => p.First.Column == p.Second.Column && p.First.Value.AsSpan().SequenceEqual(p.Second.Value));
            Assert.True(same, $"{what}: row {i} differs\nexpected {e.FirstLine}-{e.LastLine} {e.Columns} {Text(e)}\nactual   {a.FirstLine}-{a.LastLine} {a.Columns} {Text(a)}");
        }

        Assert.True(expected.Count == actual.Count, $"{what}: {actual.Count} rows in place of {expected.Count}");
    }

    private static SlowParser.Row Copy(DelimitedReader reader, bool isFull)
    {
        var filled = new List<(int, byte[])>();
        if (isFull)
        {
            for (var column = 0; column < reader.ColumnCount; column++)
            {
                if (reader[column].Length > 0)
                    filled.Add((column, reader[column].ToArray()));
            }
        }
        else
        {
            foreach (var cell in reader.FilledCells)
                filled.Add((cell.Column, cell.Value.ToArray()));
        }

        foreach (var (column, value) in filled)
            Assert.True(reader[column].SequenceEqual(value));
        Assert.True(reader[reader.ColumnCount].IsEmpty);
        Assert.True(reader[-1].IsEmpty);
        return new(reader.LineNumber, reader.LastLineNumber, reader.ColumnCount, filled, reader.RowText.ToArray());
    }
}
