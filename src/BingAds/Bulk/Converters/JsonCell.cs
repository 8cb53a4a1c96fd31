using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace BingAds.Bulk.Converters;

/// <summary>Cells that hold a list of objects as JSON.</summary>
internal static class JsonCell
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static List<T>? ReadList<T>(in BulkCell cell, Func<JsonElement, T> read)
    {
        if (cell.IsBlank)
        {
            return null;
        }

        using var document = Parse(cell);
        if (document.RootElement.ValueKind != JsonValueKind.Array)
        {
            throw new FormatException("A list in JSON was expected.");
        }

        var list = new List<T>(document.RootElement.GetArrayLength());
        foreach (var item in document.RootElement.EnumerateArray())
        {
            list.Add(item.ValueKind == JsonValueKind.Object ? read(item) : throw new FormatException("A list of objects in JSON was expected."));
        }

        return list;
    }

    public static JsonDocument Parse(in BulkCell cell)
    {
        var reader = new Utf8JsonReader(cell.Utf8);
        return JsonDocument.ParseValue(ref reader);
    }

    public static void WriteList<T>(BulkRowWriter row, int column, IReadOnlyCollection<T>? items, Action<Utf8JsonWriter, T> write)
    {
        if (items is not { Count: > 0 })
        {
            return;
        }

        var start = row.Begin();
        using (var json = new Utf8JsonWriter(row, s_options))
        {
            json.WriteStartArray();
            foreach (var item in items)
            {
                json.WriteStartObject();
                write(json, item);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        row.End(column, start);
    }

    public static string? Text(JsonElement item, string name) => Find(item, name) switch
    {
        { ValueKind: JsonValueKind.String } value => value.GetString(),
        { } value => value.GetRawText(),
        null => null,
    };

    public static int? Int(JsonElement item, string name) => (int?)Long(item, name);

    public static long? Long(JsonElement item, string name) => Find(item, name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } value when value.TryGetInt64(out var number) => number,
        { ValueKind: JsonValueKind.String } value when long.TryParse(value.GetString(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) => number,
        _ => throw new FormatException($"A whole number was expected in '{name}'."),
    };

    public static bool? Bool(JsonElement item, string name) => Find(item, name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        _ => throw new FormatException($"true or false was expected in '{name}'."),
    };

    public static JsonElement? Find(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    public static void WriteUnlessNull(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    public static void WriteUnlessNull(Utf8JsonWriter json, string name, long? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }
}
