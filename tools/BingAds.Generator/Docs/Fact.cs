using System.Globalization;
using System.Text.Json;

namespace BingAds.Generator.Docs;

/// <summary>What is known about one name: keys as documented in contract/v13/facts/README.md.</summary>
internal readonly struct Fact(JsonElement json)
{
    private readonly JsonElement _json = json;

    public bool IsEmpty => _json.ValueKind != JsonValueKind.Object || !_json.EnumerateObject().Any();

    public bool Has(string key) => TryGet(key, out _);

    public bool Is(string key) => TryGet(key, out var value) && value.ValueKind == JsonValueKind.True;

    public bool IsNot(string key) => TryGet(key, out var value) && value.ValueKind == JsonValueKind.False;

    public string? Text(string key) => TryGet(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>A number as one reads it: 2048 is "2,048".</summary>
    public string? Number(string key) => TryGet(key, out var value) && value.ValueKind == JsonValueKind.Number ? Readable(value) : null;

    public IReadOnlyList<string> Items(string key) => TryGet(key, out var value) && value.ValueKind == JsonValueKind.Array
        ? [.. value.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.Number ? Readable(item) : item.GetString()!)]
        : [];

    public Fact Inner(string key) => TryGet(key, out var value) ? new Fact(value) : default;

    public IEnumerable<(string Key, string Number)> Numbers() => _json.ValueKind == JsonValueKind.Object
        ? _json.EnumerateObject().Select(item => (item.Name, Readable(item.Value)))
        : [];

    private bool TryGet(string key, out JsonElement value)
    {
        value = default;
        return _json.ValueKind == JsonValueKind.Object && _json.TryGetProperty(key, out value);
    }

    private static string Readable(JsonElement value) => value.GetDecimal().ToString("#,0.##########", CultureInfo.InvariantCulture);
}
