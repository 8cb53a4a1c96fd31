using System.Text.Json;
using BingAds.Bulk;
using BingAds.Conformance.Reporting;

namespace BingAds.Conformance.Bulk;

/// <summary>Plays recorded rows of bulk files: cells to object, object to cells, and around once more.</summary>
internal static class BulkRun
{
    public static async Task<ConformanceReport> RunAsync(string folder, TextWriter output)
    {
        var report = new ConformanceReport();
        var known = new KnownDifferences();
        var files = Directory.EnumerateFiles(folder, "*.json").Where(static f => Path.GetFileName(f) != "coverage.json").Order(StringComparer.Ordinal).ToList();
        foreach (var file in files)
        {
            using var document = JsonDocument.Parse(await File.ReadAllBytesAsync(file));
            var className = document.RootElement.GetProperty("entityClass").GetString()!;
            var cases = document.RootElement.GetProperty("cases").EnumerateArray().ToList();
            if (File.Exists(Path.ChangeExtension(file, ".csv")))
            {
                await report.RunAsync("bulk", "files", $"{className} read", () => WholeFile.ReadAsync(Path.ChangeExtension(file, ".csv"), cases, known));
                await report.RunAsync("bulk", "files", $"{className} written", () => WholeFile.WriteAsync(Path.ChangeExtension(file, ".csv"), className, cases, known));
            }

            foreach (var item in cases)
            {
                report.Run("bulk", "rows", $"{className} {item.GetProperty("name").GetString()}", () => new BulkCase(className, item, known).Check());
            }
        }

        if (Directory.Exists(Path.Combine(folder, "special")))
        {
            await SpecialRun.RunAsync(Path.Combine(folder, "special"), report, known);
        }

        known.Print(output);
        return report;
    }
}
