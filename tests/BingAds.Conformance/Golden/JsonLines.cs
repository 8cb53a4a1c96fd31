using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace BingAds.Conformance.Golden;

/// <summary>Reads a file of JSON lines, packed or plain.</summary>
public static class JsonLines
{
    /// <summary>The lines of <paramref name="path"/>, which may also exist with or without <c>.gz</c>; none when neither does.</summary>
    public static IEnumerable<JsonElement> Read(string path)
    {
        if (Open(path) is not { } stream) yield break;
        using var reader = new StreamReader(stream, new UTF8Encoding(false));
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0) continue;
            using var document = JsonDocument.Parse(line);
            yield return document.RootElement.Clone();
        }
    }

    private static Stream? Open(string path)
    {
        if (File.Exists(path + ".gz")) return new GZipStream(File.OpenRead(path + ".gz"), CompressionMode.Decompress);
        if (File.Exists(path)) return File.OpenRead(path);
        return null;
    }

    internal static string? Text(this JsonElement line, string member) =>
        line.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    internal static int? Number(this JsonElement line, string member) =>
        line.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt32() : null;

    internal static IReadOnlyDictionary<string, string> Headers(this JsonElement line)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (line.TryGetProperty("headers", out var values) && values.ValueKind == JsonValueKind.Object)
        {
            foreach (var header in values.EnumerateObject()) headers[header.Name] = header.Value.GetString() ?? "";
        }

        return headers;
    }
}
