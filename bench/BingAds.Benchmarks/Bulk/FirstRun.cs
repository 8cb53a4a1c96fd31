using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace BingAds.Benchmarks.Bulk;

/// <summary>The first pass of a new process, compilation included: typed reading and Sylvan in turns, each in processes of its own.</summary>
internal static class FirstRun
{
    private const int Rounds = 7;

    public static PassResult Run(string file, TextWriter log)
    {
        var results = new Dictionary<string, List<PassResult>>(StringComparer.Ordinal) { ["bulk-raw"] = [], ["bulk-read"] = [] };
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (subject, passes) in results)
            {
                passes.Add(Start(subject, file));
            }
        }

        var (raw, read) = (results["bulk-raw"], results["bulk-read"]);
        log.WriteLine($"sylvan {PassResult.Median(raw)}");
        log.WriteLine($"typed  {PassResult.Median(read)}");
        var processor = Median(raw) / Median(read);
        log.WriteLine($"ratio {PassResult.Median(raw).Seconds / PassResult.Median(read).Seconds:N2} on the clock, {processor:N2} by processor time");
        return PassResult.Median(read);
    }

    private static double Median(List<PassResult> passes) => passes.Select(static p => p.ProcessorSeconds).Order().ElementAt(passes.Count / 2);

    private static PassResult Start(string subject, string file)
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["quick", subject, file, "--first"]) { RedirectStandardOutput = true })!;
        var lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        using var json = JsonDocument.Parse(lines[^1]);
        var (rows, speed) = (json.RootElement.GetProperty("rows").GetInt64(), json.RootElement.GetProperty("rows_per_s").GetDouble());
        var text = lines.Single(static l => l.StartsWith("first pass", StringComparison.Ordinal)).Split("by processor time")[1].Replace("rows/s", "", StringComparison.Ordinal);
        var allocated = (long)(rows * json.RootElement.GetProperty("allocated_bytes_per_row").GetDouble());
        return new PassResult(rows, new FileInfo(file).Length, rows / speed, rows / double.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture), allocated);
    }
}
