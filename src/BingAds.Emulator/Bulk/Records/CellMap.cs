using System.Buffers;
using System.Text.Json;

namespace BingAds.Emulator.Bulk.Records;

/// <summary>Cells of a row by column, as they are kept for records that no service models. In the order in which they came.</summary>
internal sealed class CellMap
{
    private readonly List<KeyValuePair<string, string>> _cells = [];

    public IReadOnlyList<KeyValuePair<string, string>> All => _cells;

    public bool IsEmpty => _cells.Count == 0;

    public string? this[string column]
    {
        get => _cells.Find(c => c.Key == column).Value;
        set
        {
            var at = _cells.FindIndex(c => c.Key == column);
            if (value is null)
            {
                if (at >= 0)
                    _cells.RemoveAt(at);
            }
            else if (at >= 0)
            {
                _cells[at] = new(column, value);
            }
            else
            {
                _cells.Add(new(column, value));
            }
        }
    }

    public static CellMap Read(ReadOnlySpan<byte> body)
    {
        var map = new CellMap();
        var reader = new Utf8JsonReader(body);
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName)
                continue;
            var column = reader.GetString()!;
            reader.Read();
            map._cells.Add(new(column, reader.GetString()!));
        }

        return map;
    }

    public byte[] Write()
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var (column, text) in _cells)
            {
                writer.WriteString(column, text);
            }

            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}
