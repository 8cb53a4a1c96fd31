using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace BingAds.Contract.Json;

// The values. A number may come as text and a text as a number; empty text is no value.
internal ref partial struct JsonWireReader
{
    public readonly bool? ReadBoolean()
    {
        switch (_json.TokenType)
        {
            case JsonTokenType.True:
                return true;
            case JsonTokenType.False:
                return false;
            case JsonTokenType.String when IsBlank():
                return null;
            case JsonTokenType.String when Ascii.EqualsIgnoreCase(_json.ValueSpan, "true"u8):
                return true;
            case JsonTokenType.String when Ascii.EqualsIgnoreCase(_json.ValueSpan, "false"u8):
                return false;
            case JsonTokenType.Number or JsonTokenType.String when _json.ValueSpan is [(byte)'0' or (byte)'1']:
                return _json.ValueSpan[0] == '1';
            default:
                throw Unexpected("true or false");
        }
    }

    public readonly byte? ReadByte() => (byte?)ReadInteger(byte.MinValue, byte.MaxValue, "a number from 0 to 255");

    public readonly short? ReadInt16() => (short?)ReadInteger(short.MinValue, short.MaxValue, "a 16-bit number");

    public readonly int? ReadInt32() => (int?)ReadInteger(int.MinValue, int.MaxValue, "a 32-bit number");

    public readonly long? ReadInt64() => ReadInteger(long.MinValue, long.MaxValue, "a 64-bit number");

    public double? ReadDouble()
    {
        if (_json.TokenType == JsonTokenType.Number)
        {
            return NumberText.TryParse(_json.ValueSpan, out var number) ? number : _json.GetDouble();
        }

        RequireText("a number");
        if (IsBlank())
        {
            return null;
        }

        var text = Scalar();
        if (NumberText.TryParse(text, out var value))
        {
            return value;
        }

        return Encoding.UTF8.GetString(text) switch
        {
            "NaN" => double.NaN,
            "Infinity" or "INF" => double.PositiveInfinity,
            "-Infinity" or "-INF" => double.NegativeInfinity,
            _ => throw Unexpected("a number"),
        };
    }

    public decimal? ReadDecimal()
    {
        if (_json.TokenType == JsonTokenType.Number)
        {
            return _json.TryGetDecimal(out var number) ? number : throw Error("the number is too large");
        }

        RequireText("a number");
        if (IsBlank())
        {
            return null;
        }

        return decimal.TryParse(Scalar(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : throw Unexpected("a number");
    }

    public readonly DateTime? ReadDateTime()
    {
        RequireText("a date");
        if (IsBlank())
        {
            return null;
        }

        return DateTimeText.TryParse(Scalar(), out var value) ? value : throw Error("expected a date, found other text");
    }

    public string? ReadText()
    {
        switch (_json.TokenType)
        {
            case JsonTokenType.String:
                var length = _json.ValueSpan.Length;
                var start = (int)_json.TokenStartIndex + 1;
                if (!_texts.TryGet(_source, start, length, out var text, out var slot))
                {
                    text = _json.GetString()!;
                    _texts.Keep(slot, start, length, text);
                }

                return text;
            case JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False:
                return Encoding.UTF8.GetString(_json.ValueSpan);
            default:
                throw Unexpected("text");
        }
    }

    public byte[]? ReadBytes()
    {
        RequireText("base64 text");
        return _json.TryGetBytesFromBase64(out var bytes) ? bytes : throw Error("expected base64 text, found other text");
    }

    public readonly EnumText? ReadEnum(EnumTable table) => _json.TokenType switch
    {
        JsonTokenType.String => table.FindExact(_json.ValueSpan) ?? table.Find(Scalar()),
        JsonTokenType.Number => EnumTable.Number(_json.ValueSpan),
        JsonTokenType.True or JsonTokenType.False => table.Find(_json.ValueSpan),
        _ => throw Unexpected($"a value of {table.Name}"),
    };

    private readonly long? ReadInteger(long min, long max, string expected)
    {
        if (_json.TokenType is not (JsonTokenType.Number or JsonTokenType.String))
        {
            throw Unexpected(expected);
        }

        if (!Utf8Parser.TryParse(_json.ValueSpan, out long value, out var used) || used != _json.ValueSpan.Length)
        {
            if (_json.TokenType == JsonTokenType.String && IsBlank())
            {
                return null;
            }

            value = ReadUnusualInteger(min, max, expected);
        }

        return value >= min && value <= max ? value : throw Error($"expected {expected}, found a larger one");
    }

    // Blanks or escapes around the digits; and 12.0 and 1e3 are whole numbers too.
    private readonly long ReadUnusualInteger(long min, long max, string expected)
    {
        var text = Scalar();
        if (Utf8Parser.TryParse(text, out long value, out var used) && used == text.Length)
        {
            return value;
        }

        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
            && exact == decimal.Truncate(exact) && exact >= min && exact <= max
            ? (long)exact
            : throw Unexpected(expected);
    }

    private readonly ReadOnlySpan<byte> Scalar() =>
        (_json.ValueIsEscaped ? Encoding.UTF8.GetBytes(_json.GetString()!) : _json.ValueSpan).Trim(" \t\r\n"u8);

    private readonly bool IsBlank() => _json.ValueSpan.Trim(" \t\r\n"u8).IsEmpty;

    private readonly void RequireText(string expected)
    {
        if (_json.TokenType != JsonTokenType.String)
        {
            throw Unexpected(expected);
        }
    }
}
