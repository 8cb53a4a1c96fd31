using BingAds.Benchmarks.Bulk;

namespace BingAds.Benchmarks.Reports;

/// <summary>All readers in turn over one file in memory, by processor time, so that what else the machine does hits all alike.</summary>
internal static class ReportContest
{
    private const int Rounds = 9;

    public static async Task<PassResult> RunAsync(string file, TextWriter log)
    {
        var bytes = await File.ReadAllBytesAsync(file);
        var (ours, exact, check) = (await ReportPasses.OursAsync(new MemoryStream(bytes)), await ReportPasses.ByNameAsync(new MemoryStream(bytes)), ReportPasses.Check(new MemoryStream(bytes)));
        log.WriteLine($"ours   {ours}");
        log.WriteLine($"check  {check}");
        if (exact != check || ours with { Spend = 0 } != check with { Spend = 0 } || Math.Abs(ours.Spend - check.Spend) > 0.01m)
        {
            throw new InvalidOperationException("The readers do not agree.");
        }

        (string Name, Func<Task<ReportSums>> Pass, List<PassResult> Results)[] contenders =
        [
            ("sylvan, every field a span", () => Task.FromResult(ReportPasses.Sylvan(new MemoryStream(bytes))), []),
            ("ours, five numbers and a text", () => ReportPasses.OursAsync(new MemoryStream(bytes)), []),
            ("ours, by names, decimal", () => ReportPasses.ByNameAsync(new MemoryStream(bytes)), []),
            ("ours, five numbers", () => ReportPasses.NumbersAsync(new MemoryStream(bytes)), []),
            ("ours, rows only", () => ReportPasses.RowsAsync(new MemoryStream(bytes)), []),
            ("ours, records", () => ReportPasses.RecordsAsync(new MemoryStream(bytes)), []),
        ];
        for (var round = 0; round < Rounds + 3; round++)
        {
            foreach (var (_, pass, results) in contenders)
            {
                var meter = PassMeter.Start();
                var sums = await pass();
                results.Add(meter.Stop(sums.Rows, bytes.Length));
            }
        }

        var baseline = Median(contenders[0].Results).ProcessorSeconds;
        foreach (var (name, _, results) in contenders)
        {
            log.WriteLine($"{name,-30} {baseline / Median(results).ProcessorSeconds,6:N2}x   {Median(results)}");
        }

        return Median(contenders[1].Results);
    }

    private static PassResult Median(List<PassResult> results)
    {
        var sorted = results.Skip(3).OrderBy(static r => r.ProcessorSeconds).ToList();
        return sorted[sorted.Count / 2];
    }
}
