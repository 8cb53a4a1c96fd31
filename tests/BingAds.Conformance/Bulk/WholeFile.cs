using System.Text.Json;
using BingAds.Bulk;

namespace BingAds.Conformance.Bulk;

/// <summary>The recorded text of a file: what the reader makes of all of it, and whether the writer makes it of the recorded objects.</summary>
internal static class WholeFile
{
    public static async Task<IEnumerable<string>> ReadAsync(string path, IReadOnlyList<JsonElement> cases, KnownDifferences known)
    {
        var read = new List<BulkEntity>();
        await using (var reader = BulkFileReader.Open(path, new BulkFileReaderOptions { Scope = BulkResultScope.Partial }))
        {
            await foreach (var entity in reader.ReadAsync()) read.Add(entity);
        }

        // Rows of sites without a site stand for all of them, so that such files are read as groups.
        if (read.Any(static e => e is BulkNegativeSites)) return [];
        if (read.Count != cases.Count) return [$"expected {cases.Count} entities, read {read.Count}"];
        var comparer = new EntityComparer(known);
        return cases.SelectMany((item, i) => item.TryGetProperty("rereadError", out _) || item.TryGetProperty("excludeReadonlyData", out _)
            ? []
            : comparer.Compare(item.TryGetProperty("objectAfterReread", out var after) ? after : item.GetProperty("object"), read[i], $"row {i + 1}")).ToList();
    }

    public static async Task<IEnumerable<string>> WriteAsync(string path, string className, IReadOnlyList<JsonElement> cases, KnownDifferences known)
    {
        using var stream = new MemoryStream();
        await using (var writer = new BulkFileWriter(stream, new BulkFileWriterOptions(), leaveOpen: true))
        {
            foreach (var item in cases) await writer.WriteAsync(EntityBuilder.Entity(className, item.GetProperty("object")));
            await writer.CompleteAsync();
        }

        var bytes = await File.ReadAllBytesAsync(path);
        var expected = PlainTable.Parse(bytes, ',');
        var actual = PlainTable.Parse(stream.ToArray(), ',');
        if (expected.Count != actual.Count) return [$"expected {expected.Count} rows, wrote {actual.Count}"];
        return expected.SelectMany((row, i) => RowCodec.Compare(row, actual[i], $"row {i}")).Where(p => !BulkCase.IsKnown(className, p, known))
            .Concat(Lines(bytes) == Lines(stream.ToArray()) ? [] : [$"line ends: expected {Lines(bytes)}, wrote {Lines(stream.ToArray())}"]).ToList();
    }

    private static int Lines(byte[] bytes) => bytes.AsSpan().Count("\r\n"u8);
}
