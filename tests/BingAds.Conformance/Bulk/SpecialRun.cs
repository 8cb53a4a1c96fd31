using System.Text.Json;
using BingAds.Bulk;
using BingAds.Conformance.Reporting;
using BingAds.Errors;

namespace BingAds.Conformance.Bulk;

/// <summary>Whole files: groups of rows, errors, versions, quotes.</summary>
internal static class SpecialRun
{
    public static async Task RunAsync(string folder, ConformanceReport report, KnownDifferences known)
    {
        using var document = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(folder, "special.json")));
        foreach (var part in document.RootElement.EnumerateObject())
        {
            if (part.Name.StartsWith("writeError:", StringComparison.Ordinal))
            {
                report.Run("bulk", "special", part.Name, () => WriteErrors.Check(part.Name["writeError:".Length..], known));
                continue;
            }

            foreach (var path in new[] { ".csv", ".tsv" }.Select(e => Path.Combine(folder, part.Name + e)).Where(File.Exists))
            {
                foreach (var step in part.Value.EnumerateObject())
                {
                    await report.RunAsync("bulk", "special", $"{Path.GetFileName(path)} {step.Name}", () => step.Name == "objects"
                        ? WriteAsync(path, step.Value)
                        : ReadAsync(path, step.Name == "readAsPartial" ? BulkResultScope.Partial : BulkResultScope.Full, step.Value, known));
                }
            }
        }
    }

    private static async Task<IEnumerable<string>> ReadAsync(string path, BulkResultScope scope, JsonElement expected, KnownDifferences known)
    {
        var wanted = expected.EnumerateArray().ToList();
        var read = new List<BulkEntity>();
        try
        {
            await using var reader = BulkFileReader.Open(path, new BulkFileReaderOptions { Scope = scope });
            await foreach (var entity in reader.ReadAsync())
            {
                read.Add(entity);
            }
        }
        catch (EntityReadException error)
        {
            return wanted is [var only] && only.TryGetProperty("$error", out _) ? [] : [error.Message];
        }

        if (wanted is [var failed] && failed.TryGetProperty("$error", out var kind))
        {
            return kind.GetString() == "KeyNotFoundException" && known.Use(KnownDifferences.MissingColumn) ? [] : ["an error was expected"];
        }

        if (wanted.RemoveAll(static w => w.TryGetProperty("Values", out var values) && values.EnumerateObject().All(static v => v.Value.GetString()!.Length == 0)) > 0)
        {
            known.Use(KnownDifferences.BlankLine);
        }

        if (wanted.Count != read.Count)
        {
            return [$"expected {wanted.Count} entities, read {read.Count}"];
        }

        var comparer = new EntityComparer(known, allowForeignColumns: true);
        return wanted.SelectMany((w, i) => CompareErrors(w, read[i], known).Concat(comparer.Compare(w, read[i], $"[{i}]"))).ToList();
    }

    private static IEnumerable<string> CompareErrors(JsonElement expected, BulkEntity actual, KnownDifferences known)
    {
        var count = expected.TryGetProperty("Errors", out var errors) ? errors.GetArrayLength() : 0;
        if (actual.Errors.Count != count)
        {
            return actual is BulkNegativeSites && known.Use(KnownDifferences.DeletedErrors) ? [] : [$"expected {count} errors, has {actual.Errors.Count}"];
        }

        return [];
    }

    private static async Task<IEnumerable<string>> WriteAsync(string path, JsonElement objects)
    {
        using var stream = new MemoryStream();
        var isTsv = path.EndsWith(".tsv", StringComparison.Ordinal);
        await using (var writer = new BulkFileWriter(stream, new BulkFileWriterOptions { Layout = isTsv ? BulkFileLayout.Tsv : BulkFileLayout.Csv }, leaveOpen: true))
        {
            foreach (var shape in objects.EnumerateArray())
            {
                await writer.WriteAsync(EntityBuilder.Entity(shape.GetProperty("$class").GetString()!, shape));
            }

            await writer.CompleteAsync();
        }

        var expected = PlainTable.Parse(await File.ReadAllBytesAsync(path), isTsv ? '\t' : ',');
        var actual = PlainTable.Parse(stream.ToArray(), isTsv ? '\t' : ',');
        return expected.Count != actual.Count
            ? [$"expected {expected.Count} rows, wrote {actual.Count}"]
            : expected.SelectMany((row, i) => RowCodec.Compare(row, actual[i], $"row {i}")).ToList();
    }
}
