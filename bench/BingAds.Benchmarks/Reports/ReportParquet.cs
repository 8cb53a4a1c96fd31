using BingAds.Analytics;
using BingAds.Benchmarks.Bulk;
using BingAds.Reporting;

namespace BingAds.Benchmarks.Reports;

/// <summary>
/// The report to a Parquet file of all its columns, in turns with reading five columns as numbers and one as text: the share of that speed that is left, and what each
/// compression costs.
/// </summary>
internal static class ReportParquet
{
    private const int Rounds = 7;

    public static async Task<PassResult> RunAsync(string file, TextWriter log)
    {
        var bytes = new FileInfo(file).Length;
        var target = Path.Combine(Path.GetTempPath(), $"bingads-bench-{Environment.ProcessId}.parquet");
        (string Name, Func<Task<long>> Pass, List<PassResult> Results)[] contenders =
        [
            ("read, five numbers and a text", () => ReadAsync(file), []),
            ("to Parquet, zstd", () => WriteAsync(file, target, ReportCompression.Zstd), []),
            ("to Parquet, snappy", () => WriteAsync(file, target, ReportCompression.Snappy), []),
            ("to Parquet, not packed", () => WriteAsync(file, target, ReportCompression.None), []),
            ("to Arrow batches", () => BatchesAsync(file), []),
        ];
        try
        {
            var sizes = new long[contenders.Length];
            for (var round = 0; round < Rounds + 3; round++)
            {
                for (var i = 0; i < contenders.Length; i++)
                {
                    File.Delete(target);
                    var meter = PassMeter.Start();
                    var rows = await contenders[i].Pass();
                    contenders[i].Results.Add(meter.Stop(rows, bytes));
                    sizes[i] = File.Exists(target) ? new FileInfo(target).Length : 0;
                }
            }

            var baseline = PassResult.Median(contenders[0].Results.Skip(3)).Seconds;
            for (var i = 0; i < contenders.Length; i++)
            {
                var median = PassResult.Median(contenders[i].Results.Skip(3));
                log.WriteLine($"{contenders[i].Name,-30} {baseline / median.Seconds,5:N2}x   {median}{(sizes[i] > 0 ? $"   {sizes[i]:N0} bytes" : "")}");
            }
        }
        finally
        {
            File.Delete(target);
        }

        return PassResult.Median(contenders[1].Results.Skip(3));
    }

    private static async Task<long> ReadAsync(string file)
    {
        await using var stream = PassRun.Open(file);
        return (await ReportPasses.OursAsync(stream)).Rows;
    }

    private static async Task<long> WriteAsync(string file, string target, ReportCompression compression)
    {
        await using var reader = ReportFileReader.Open(file);
        return (await reader.WriteParquetAsync(target, new() { Compression = compression })).Rows;
    }

    private static async Task<long> BatchesAsync(string file)
    {
        await using var reader = ReportFileReader.Open(file);
        long rows = 0;
        await foreach (var batch in reader.ReadBatchesAsync())
        {
            rows += batch.Length;
            batch.Dispose();
        }

        return rows;
    }
}
