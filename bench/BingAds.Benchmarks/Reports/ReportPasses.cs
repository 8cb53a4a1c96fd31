using System.Globalization;
using BingAds.Reporting;
using Sylvan.Data.Csv;

namespace BingAds.Benchmarks.Reports;

/// <summary>One walk over a report by each contender.</summary>
internal static class ReportPasses
{
    /// <summary>Our rows: five columns as numbers and one as text from each, their places looked up once.</summary>
    public static async Task<ReportSums> OursAsync(Stream file)
    {
        await using var reader = new ReportFileReader(file, leaveOpen: true);
        await reader.ReadHeaderAsync();
        var columns = reader.Columns!;
        var (keywordIdAt, impressionsAt, clicksAt) = (columns.IndexOf("KeywordId"), columns.IndexOf("Impressions"), columns.IndexOf("Clicks"));
        var (ctrAt, spendAt, keywordAt) = (columns.IndexOf("Ctr"), columns.IndexOf("Spend"), columns.IndexOf("Keyword"));
        long ids = 0, impressions = 0, clicks = 0, length = 0;
        var (ctr, spend) = (0.0, 0.0);
        await foreach (var row in reader.ReadRows())
        {
            ids += row[keywordIdAt].ParseOrNull<long>() ?? 0;
            impressions += row[impressionsAt].ParseOrNull<long>() ?? 0;
            clicks += row[clicksAt].ParseOrNull<long>() ?? 0;
            ctr += row[ctrAt].ParseOrNull<double>() ?? 0;
            spend += row[spendAt].ParseOrNull<double>() ?? 0;
            length += row[keywordAt].ToString().Length;
        }

        return new(reader.RowsRead, ids, impressions, clicks, ctr, (decimal)spend, length);
    }

    /// <summary>The same, asking each row by the names of its columns, and for Spend as the decimal that it is.</summary>
    public static async Task<ReportSums> ByNameAsync(Stream file)
    {
        await using var reader = new ReportFileReader(file, leaveOpen: true);
        long ids = 0, impressions = 0, clicks = 0, length = 0;
        var (ctr, spend) = (0.0, 0m);
        await foreach (var row in reader.ReadRows())
        {
            ids += row["KeywordId"].ParseOrNull<long>() ?? 0;
            impressions += row["Impressions"].ParseOrNull<long>() ?? 0;
            clicks += row["Clicks"].ParseOrNull<long>() ?? 0;
            ctr += row["Ctr"].ParseOrNull<double>() ?? 0;
            spend += row["Spend"].ParseOrNull<decimal>() ?? 0;
            length += row["Keyword"].ToString().Length;
        }

        return new(reader.RowsRead, ids, impressions, clicks, ctr, spend, length);
    }

    /// <summary>The same by places without the text.</summary>
    public static async Task<ReportSums> NumbersAsync(Stream file)
    {
        await using var reader = new ReportFileReader(file, leaveOpen: true);
        await reader.ReadHeaderAsync();
        var columns = reader.Columns!;
        var (keywordIdAt, impressionsAt, clicksAt) = (columns.IndexOf("KeywordId"), columns.IndexOf("Impressions"), columns.IndexOf("Clicks"));
        var (ctrAt, spendAt) = (columns.IndexOf("Ctr"), columns.IndexOf("Spend"));
        long ids = 0, impressions = 0, clicks = 0;
        var (ctr, spend) = (0.0, 0.0);
        await foreach (var row in reader.ReadRows())
        {
            ids += row[keywordIdAt].ParseOrNull<long>() ?? 0;
            impressions += row[impressionsAt].ParseOrNull<long>() ?? 0;
            clicks += row[clicksAt].ParseOrNull<long>() ?? 0;
            ctr += row[ctrAt].ParseOrNull<double>() ?? 0;
            spend += row[spendAt].ParseOrNull<double>() ?? 0;
        }

        return new(reader.RowsRead, ids, impressions, clicks, ctr, (decimal)spend, 0);
    }

    /// <summary>Our rows, without looking at them: what finding the cells and checking their number costs.</summary>
    public static async Task<ReportSums> RowsAsync(Stream file)
    {
        await using var reader = new ReportFileReader(file, leaveOpen: true);
        await foreach (var row in reader.ReadRows())
        {
        }

        return new(reader.RowsRead, 0, 0, 0, 0, 0, 0);
    }

    /// <summary>Our records, one object a row.</summary>
    public static async Task<ReportSums> RecordsAsync(Stream file)
    {
        await using var reader = new ReportFileReader(file, leaveOpen: true);
        long ids = 0, impressions = 0, clicks = 0, length = 0;
        var (ctr, spend) = (0m, 0m);
        await foreach (var row in reader.ReadAsync<KeywordPerformanceRecord>())
        {
            ids += row.KeywordId ?? 0;
            impressions += row.Impressions ?? 0;
            clicks += row.Clicks ?? 0;
            ctr += row.Ctr ?? 0;
            spend += row.Spend ?? 0;
            length += row.Keyword!.Length;
        }

        return new(reader.RowsRead, ids, impressions, clicks, (double)ctr, spend, length);
    }

    /// <summary>Sylvan.Data.Csv, every field as a span and nothing made of it.</summary>
    public static ReportSums Sylvan(Stream file)
    {
        using var reader = Open(file);
        long rows = 0, length = 0;
        while (reader.Read())
        {
            rows++;
            for (var i = 0; i < reader.RowFieldCount; i++)
            {
                length += reader.GetFieldSpan(i).Length;
            }
        }

        return new(rows - 11, 0, 0, 0, 0, 0, length);
    }

    /// <summary>The same sums by the framework's own parsing, to check ours.</summary>
    public static ReportSums Check(Stream file)
    {
        using var reader = Open(file);
        string[]? names = null;
        long rows = 0, ids = 0, impressions = 0, clicks = 0, length = 0;
        var (ctr, spend) = (0.0, 0m);
        while (reader.Read())
        {
            if (reader.RowFieldCount < 2)
            {
                continue;
            }

            if (names is null)
            {
                names = [.. Enumerable.Range(0, reader.RowFieldCount).Select(reader.GetString)];
                continue;
            }

            rows++;
            ids += long.Parse(Of("KeywordId"), CultureInfo.InvariantCulture);
            impressions += long.Parse(Of("Impressions"), CultureInfo.InvariantCulture);
            clicks += long.Parse(Of("Clicks"), CultureInfo.InvariantCulture);
            ctr += Of("Ctr") is { Length: > 0 } text ? double.Parse(text.TrimEnd('%'), CultureInfo.InvariantCulture) : 0;
            spend += decimal.Parse(Of("Spend"), CultureInfo.InvariantCulture);
            length += Of("Keyword").Length;
        }

        return new(rows, ids, impressions, clicks, ctr, spend, length);

        string Of(string name) => reader.GetString(Array.IndexOf(names!, name));
    }

    private static CsvDataReader Open(Stream file) =>
        CsvDataReader.Create(new StreamReader(file, leaveOpen: true), new CsvDataReaderOptions { HasHeaders = false, BufferSize = 1 << 16 });
}
