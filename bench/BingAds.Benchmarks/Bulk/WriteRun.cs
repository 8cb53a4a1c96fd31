using BingAds.Bench;
using BingAds.Bulk;

namespace BingAds.Benchmarks.Bulk;

/// <summary>Entities made beforehand, written to a file in turns with what a file of that size costs at least.</summary>
internal static class WriteRun
{
    private const int Made = 20_000;
    private const int Rounds = 7;

    public static async Task<PassResult> RunAsync(int rows, TextWriter log)
    {
        var (bytes, _) = BulkSample.Make(Made);
        var entities = new List<BulkEntity>(Made);
        await using (var reader = new BulkFileReader(new MemoryStream(bytes)))
        {
            await foreach (var entity in reader.ReadAsync())
            {
                entities.Add(entity);
            }
        }

        var path = Path.Combine(Path.GetTempPath(), $"bulk-write-{Environment.ProcessId}.csv");
        List<PassResult> results = [];
        List<PassResult> baseline = [];
        long length = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var meter = PassMeter.Start();
            await using (var writer = BulkFileWriter.Create(path))
            {
                for (var i = 0; i < rows; i++)
                {
                    await writer.WriteAsync(entities[i % Made]);
                }

                await writer.CompleteAsync();
            }

            length = new FileInfo(path).Length;
            results.Add(meter.Stop(rows, length));
            meter = PassMeter.Start();
            using (var file = PassRun.Open(path))
            {
                Passes.Sylvan(file, out _);
            }

            baseline.Add(meter.Stop(rows, length));
            log.WriteLine($"{(round == 0 ? "first pass" : "warm      ")} {results[^1]}");
        }

        var (ours, sylvan) = (PassResult.Median(results.Skip(2)), PassResult.Median(baseline.Skip(2)));
        log.WriteLine($"sylvan reads it {sylvan}");
        log.WriteLine($"ratio {sylvan.ProcessorSeconds / ours.ProcessorSeconds:N2}x of Sylvan's reading of the same file");
        File.Delete(path);
        return ours;
    }
}
