using System.Diagnostics;
using BingAds.Files;
using Sylvan.Data.Csv;

namespace BingAds.Bench;

/// <summary>
/// Splits a bulk file into rows and cells, and nothing else. Both see every cell as a span and add up lengths and bytes of the filled ones, so that the sums tell
/// that they read the same; empty cells add nothing to them.
/// </summary>
internal static class SplitContest
{
    /// <summary>What a pass saw; two readers that agree here agree on every cell.</summary>
    public readonly record struct Sums(long Rows, long Cells, long Length, long Places);

    public static Sums Ours(Stream file, ScanPath? path = null)
    {
        using var reader = new DelimitedReader(file, new() { Path = path });
        long rows = 0, cells = 0, length = 0, places = 0;
        while (reader.Read())
        {
            rows++;
            foreach (var cell in reader.FilledCells)
            {
                cells++;
                length += cell.Value.Length;
                places += cell.Column + ((cell.Value[0] + cell.Value[^1]) * 1000L);
            }
        }

        return new(rows, cells, length, places);
    }

    /// <summary>Rows only: what finding the cells costs, without looking at them.</summary>
    public static long Rows(Stream file)
    {
        using var reader = new DelimitedReader(file);
        long rows = 0;
        while (reader.Read())
            rows++;
        return rows;
    }

    /// <summary>Lengths are in characters; the caller knows how many bytes more the file's few others take.</summary>
    public static Sums Sylvan(Stream file)
    {
        using var reader = CsvDataReader.Create(new StreamReader(file), new CsvDataReaderOptions { HasHeaders = false, BufferSize = 1 << 16 });
        long rows = 0, cells = 0, length = 0, places = 0;
        while (reader.Read())
        {
            rows++;
            for (var i = 0; i < reader.RowFieldCount; i++)
            {
                var value = reader.GetFieldSpan(i);
                if (value.Length == 0)
                    continue;
                cells++;
                length += value.Length;
                places += i + ((value[0] + value[^1]) * 1000L);
            }
        }

        return new(rows, cells, length, places);
    }

    public static double Seconds(Action pass)
    {
        var watch = Stopwatch.StartNew();
        pass();
        return watch.Elapsed.TotalSeconds;
    }

    public static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }
}
