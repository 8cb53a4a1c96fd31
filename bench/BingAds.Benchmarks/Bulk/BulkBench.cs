using System.Globalization;
using BingAds.Bench;
using BingAds.Benchmarks.Quick;

namespace BingAds.Benchmarks.Bulk;

/// <summary>The subjects about bulk files. They take a file or a number of rows, and end with one JSON line.</summary>
internal static class BulkBench
{
    private const int DefaultRows = 200_000;

    public static IEnumerable<string> Names => ["bulk-generate", "bulk-read", "bulk-raw", "bulk-split", "bulk-write", "bulk-pipeline", "bulk-contest", "bulk-first"];

    public static bool Has(string name) => Names.Contains(name, StringComparer.Ordinal);

    public static async Task<int> RunAsync(string name, string[] args, TextWriter log)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var rows = DefaultRows;
        var onlyFirst = false;
        string? file = null;
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] == "--first")
            {
                onlyFirst = true;
            }
            else if (args[i] == "--rows" && i + 1 < args.Length)
            {
                rows = int.Parse(args[++i], CultureInfo.InvariantCulture);
            }
            else
            {
                file = args[i];
            }
        }

        if (file is null && name is not ("bulk-write" or "bulk-pipeline"))
        {
            await Console.Error.WriteLineAsync($"{name} needs a file; bulk-generate --rows N <file> makes one.");
            return 2;
        }

        await log.WriteLineAsync(MachineLine.Text());
        var result = name switch
        {
            "bulk-generate" => Generate(rows, file!, log),
            "bulk-read" => await PassRun.ReadAsync(file!, onlyFirst, log),
            "bulk-raw" => PassRun.Raw(file!, onlyFirst, log),
            "bulk-split" => PassRun.Split(file!, log),
            "bulk-write" => await WriteRun.RunAsync(rows, log),
            "bulk-pipeline" => await PipelineRun.RunAsync(file, rows, log),
            "bulk-first" => FirstRun.Run(file!, log),
            _ => await ContestRun.RunAsync(file!, log),
        };
        await log.WriteLineAsync(result.ToJsonLine(name));
        return 0;
    }

    private static PassResult Generate(int rows, string file, TextWriter log)
    {
        var meter = PassMeter.Start();
        using (var stream = File.Create(file))
        {
            new BulkSample(BulkSample.Columns()).Write(stream, rows);
        }

        var result = meter.Stop(rows, new FileInfo(file).Length);
        using var again = File.OpenRead(file);
        log.WriteLine($"sha256 {Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(again))}, {again.Length} bytes");
        return result;
    }
}
