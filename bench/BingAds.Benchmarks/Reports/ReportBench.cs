using System.Globalization;
using System.Security.Cryptography;
using BingAds.Bench;
using BingAds.Benchmarks.Bulk;
using BingAds.Benchmarks.Quick;

namespace BingAds.Benchmarks.Reports;

/// <summary>The subjects about report files. They take a file and end with one JSON line.</summary>
internal static class ReportBench
{
    private const int DefaultRows = 500_000;

    public static IEnumerable<string> Names => ["report-generate", "report-read", "report-raw", "report-records", "report-contest", "report-parquet"];

    public static bool Has(string name) => Names.Contains(name, StringComparer.Ordinal);

    public static async Task<int> RunAsync(string name, string[] args, TextWriter log)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var at = Array.IndexOf(args, "--rows");
        var rows = at >= 0 && at + 1 < args.Length ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : DefaultRows;
        var file = args.Where((_, i) => at < 0 || (i != at && i != at + 1)).LastOrDefault();
        if (file is null)
        {
            await Console.Error.WriteLineAsync($"{name} needs a file; report-generate --rows N <file> makes one.");
            return 2;
        }

        await log.WriteLineAsync(MachineLine.Text());
        var result = name switch
        {
            "report-generate" => Generate(rows, file, log),
            "report-read" => await RunPassesAsync(file, log, ReportPasses.OursAsync),
            "report-records" => await RunPassesAsync(file, log, ReportPasses.RecordsAsync),
            "report-raw" => await RunPassesAsync(file, log, static stream => Task.FromResult(ReportPasses.Sylvan(stream))),
            "report-parquet" => await ReportParquet.RunAsync(file, log),
            _ => await ReportContest.RunAsync(file, log),
        };
        await log.WriteLineAsync(result.ToJsonLine(name));
        return 0;
    }

    private static PassResult Generate(int rows, string file, TextWriter log)
    {
        var meter = PassMeter.Start();
        using (var stream = File.Create(file))
        {
            ReportSample.Write(stream, rows);
        }

        var result = meter.Stop(rows, new FileInfo(file).Length);
        using var again = File.OpenRead(file);
        log.WriteLine($"sha256 {Convert.ToHexStringLower(SHA256.HashData(again))}, {again.Length} bytes");
        return result;
    }

    /// <summary>The first pass of this process, then warm ones, of which the median counts.</summary>
    private static async Task<PassResult> RunPassesAsync(string file, TextWriter log, Func<Stream, Task<ReportSums>> pass)
    {
        var bytes = new FileInfo(file).Length;
        var results = new List<PassResult>();
        ReportSums? first = null;
        for (var i = 0; i < 10; i++)
        {
            await using var stream = PassRun.Open(file);
            var meter = PassMeter.Start();
            var sums = await pass(stream);
            results.Add(meter.Stop(sums.Rows, bytes));
            first ??= sums;
            if (sums != first)
            {
                throw new InvalidOperationException("Two passes did not see the same.");
            }
        }

        log.WriteLine(first);
        log.WriteLine($"first pass {results[0]}");
        var warm = PassResult.Median(results.Skip(3));
        log.WriteLine($"warm       {warm}");
        return warm;
    }
}
