namespace BingAds.Benchmarks.Bulk;

/// <summary>All readers in turn over one file in memory, by processor time, so that what else the machine does hits all alike.</summary>
internal static class ContestRun
{
    private const int Rounds = 9;

    public static async Task<PassResult> RunAsync(string file, TextWriter log)
    {
        var bytes = await File.ReadAllBytesAsync(file);
        var typed = await Passes.TypedChecksumAsync(new MemoryStream(bytes));
        var raw = Passes.SylvanChecksum(new MemoryStream(bytes));
        log.WriteLine($"typed  {typed}");
        log.WriteLine($"sylvan {raw}");
        if (typed.ToString() != raw.ToString())
        {
            throw new InvalidOperationException("The readers do not agree.");
        }

        (string Name, Func<Task<long>> Pass, List<PassResult> Results)[] contenders =
        [
            ("sylvan", () => Task.FromResult(Passes.Sylvan(new MemoryStream(bytes), out _)), []),
            ("split", () => Task.FromResult(Passes.Split(new MemoryStream(bytes), out _)), []),
            ("typed", () => Passes.TypedAsync(new MemoryStream(bytes), new EntitySum()), []),
        ];
        for (var round = 0; round < Rounds + 2; round++)
        {
            foreach (var (_, pass, results) in contenders)
            {
                var meter = PassMeter.Start();
                var rows = await pass();
                results.Add(meter.Stop(rows, bytes.Length));
            }
        }

        var baseline = Median(contenders[0].Results).ProcessorSeconds;
        foreach (var (name, _, results) in contenders)
        {
            log.WriteLine($"{name,-8} {baseline / Median(results).ProcessorSeconds,6:N2}x   {Median(results)}");
        }

        return Median(contenders[2].Results);
    }

    private static PassResult Median(List<PassResult> results)
    {
        var sorted = results.Skip(2).OrderBy(static r => r.ProcessorSeconds).ToList();
        return sorted[sorted.Count / 2];
    }
}
