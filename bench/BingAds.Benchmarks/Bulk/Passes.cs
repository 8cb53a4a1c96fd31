using BingAds.Bulk;
using BingAds.Files;
using Sylvan.Data.Csv;

namespace BingAds.Benchmarks.Bulk;

/// <summary>One walk over a file by each contender. Rows are those after header and format version.</summary>
internal static class Passes
{
    /// <summary>Our entities: every cell is bound when one is handed out; a sum over them keeps the walk honest.</summary>
    public static async Task<long> TypedAsync(Stream file, EntitySum sum)
    {
        await using var reader = new BulkFileReader(file);
        long rows = 0;
        await foreach (var entity in reader.ReadAsync())
        {
            sum.Add(entity);
            rows++;
        }

        return rows;
    }

    /// <summary>Our rows, every filled cell as a span.</summary>
    public static long Split(Stream file, out long sum)
    {
        using var reader = new DelimitedReader(file);
        long rows = -2;
        sum = 0;
        while (reader.Read())
        {
            rows++;
            foreach (var cell in reader.FilledCells)
            {
                sum += cell.Value.Length + cell.Value[0];
            }
        }

        return rows;
    }

    /// <summary>Sylvan.Data.Csv, every field as a span.</summary>
    public static long Sylvan(Stream file, out long sum)
    {
        using var reader = CsvDataReader.Create(new StreamReader(file), new CsvDataReaderOptions { HasHeaders = false, BufferSize = 1 << 16 });
        long rows = -2;
        sum = 0;
        while (reader.Read())
        {
            rows++;
            for (var i = 0; i < reader.RowFieldCount; i++)
            {
                var value = reader.GetFieldSpan(i);
                if (value.Length > 0)
                {
                    sum += value.Length + value[0];
                }
            }
        }

        return rows;
    }

    public static async Task<CellChecksum> TypedChecksumAsync(Stream file)
    {
        var checksum = new CellChecksum();
        await using var reader = new BulkFileReader(file);
        await foreach (var entity in reader.ReadAsync())
        {
            checksum.Add(entity);
        }

        return checksum;
    }

    public static CellChecksum SylvanChecksum(Stream file)
    {
        var checksum = new CellChecksum();
        using var reader = CsvDataReader.Create(new StreamReader(file), new CsvDataReaderOptions { HasHeaders = false, BufferSize = 1 << 16 });
        string[]? names = null;
        while (reader.Read())
        {
            if (names is null)
            {
                names = [.. Enumerable.Range(0, reader.RowFieldCount).Select(reader.GetString)];
                continue;
            }

            if (reader.GetFieldSpan(0).SequenceEqual("Format Version"))
            {
                continue;
            }

            for (var i = 0; i < reader.RowFieldCount; i++)
            {
                var value = reader.GetFieldSpan(i).Trim();
                if (value.Length > 0)
                {
                    checksum.Add(names[i], value);
                }
            }
        }

        return checksum;
    }
}
