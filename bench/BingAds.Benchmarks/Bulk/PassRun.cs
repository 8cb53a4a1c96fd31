namespace BingAds.Benchmarks.Bulk;

/// <summary>One contender over one file: the first pass of this process, then warm ones, of which the median counts.</summary>
internal static class PassRun
{
    private const int Most = 9;
    private const double Budget = 30;

    public static async Task<PassResult> ReadAsync(string file, bool onlyFirst, TextWriter log)
    {
        var result = await PassesAsync(file, onlyFirst, log, static async stream =>
        {
            var sum = new EntitySum();
            var rows = await Passes.TypedAsync(stream, sum);
            return (rows, sum.Value);
        });
        if (onlyFirst)
        {
            return result;
        }

        log.WriteLine(await Passes.TypedChecksumAsync(Open(file)));
        return result;
    }

    public static PassResult Raw(string file, bool onlyFirst, TextWriter log)
    {
        var result = PassesAsync(file, onlyFirst, log, static stream => Task.FromResult((Passes.Sylvan(stream, out var sum), (double)sum))).GetAwaiter().GetResult();
        if (onlyFirst)
        {
            return result;
        }

        using var again = Open(file);
        log.WriteLine(Passes.SylvanChecksum(again));
        return result;
    }

    public static PassResult Split(string file, TextWriter log) =>
        PassesAsync(file, false, log, static stream => Task.FromResult((Passes.Split(stream, out var sum), (double)sum))).GetAwaiter().GetResult();

    public static FileStream Open(string file) => new(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);

    private static async Task<PassResult> PassesAsync(string file, bool onlyFirst, TextWriter log, Func<Stream, Task<(long Rows, double Sum)>> pass)
    {
        var bytes = new FileInfo(file).Length;
        var first = await OneAsync(file, bytes, pass);
        log.WriteLine($"first pass {first.Result}");
        if (onlyFirst)
        {
            return first.Result;
        }

        var warm = new List<PassResult>();
        var spent = 0.0;
        while (warm.Count < Most && (warm.Count < 3 || spent < Budget))
        {
            var one = await OneAsync(file, bytes, pass);
            if (!one.Sum.Equals(first.Sum))
            {
                throw new InvalidOperationException("Two passes did not see the same.");
            }

            spent += one.Result.Seconds;
            warm.Add(one.Result);
        }

        // The compiler's last tier comes after some passes.
        var result = PassResult.Median(warm.Skip(warm.Count / 3));
        log.WriteLine($"warm       {result}");
        return result;
    }

    private static async Task<(PassResult Result, double Sum)> OneAsync(string file, long bytes, Func<Stream, Task<(long Rows, double Sum)>> pass)
    {
        await using var stream = Open(file);
        var meter = PassMeter.Start();
        var (rows, sum) = await pass(stream);
        return (meter.Stop(rows, bytes), sum);
    }
}
