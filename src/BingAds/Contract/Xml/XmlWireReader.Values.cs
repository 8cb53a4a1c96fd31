using System.Globalization;
using System.Text;
using System.Xml;

namespace BingAds.Contract.Xml;

// The values: the text of one element. Empty text is no value.
internal ref partial struct XmlWireReader
{
    public bool? ReadBoolean() => ReadScalar() switch
    {
        "" => null,
        "true" or "1" or "True" or "TRUE" => true,
        "false" or "0" or "False" or "FALSE" => false,
        _ => throw Error("expected true or false"),
    };

    public byte? ReadByte() => (byte?)ReadInteger(byte.MinValue, byte.MaxValue, "a number from 0 to 255");

    public short? ReadInt16() => (short?)ReadInteger(short.MinValue, short.MaxValue, "a 16-bit number");

    public int? ReadInt32() => (int?)ReadInteger(int.MinValue, int.MaxValue, "a 32-bit number");

    public long? ReadInt64() => ReadInteger(long.MinValue, long.MaxValue, "a 64-bit number");

    public double? ReadDouble()
    {
        var text = ReadScalar();
        Span<byte> bytes = stackalloc byte[32];
        if (Encoding.UTF8.TryGetBytes(text, bytes, out var length) && length > 0 && NumberText.TryParse(bytes[..length], out var number))
        {
            return number;
        }

        return text switch
        {
            "" => null,
            "INF" or "Infinity" => double.PositiveInfinity,
            "-INF" or "-Infinity" => double.NegativeInfinity,
            "NaN" => double.NaN,
            _ => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : throw Error("expected a number"),
        };
    }

    public decimal? ReadDecimal()
    {
        var text = ReadScalar();
        if (text.Length == 0)
        {
            return null;
        }

        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : throw Error("expected a number");
    }

    public DateTime? ReadDateTime()
    {
        var text = ReadScalar();
        if (text.Length == 0)
        {
            return null;
        }

        Span<byte> bytes = stackalloc byte[64];
        return Encoding.UTF8.TryGetBytes(text, bytes, out var length) && DateTimeText.TryParse(bytes[..length], out var value)
            ? value
            : throw Error("expected a date");
    }

    public string? ReadText() => TryReadShort(out var text) ? _buffer.ToText() : text;

    public byte[]? ReadBytes()
    {
        try
        {
            return Convert.FromBase64String(ReadText()!);
        }
        catch (FormatException)
        {
            throw Error("expected base64 text");
        }
    }

    public EnumText? ReadEnum(EnumTable table) => table.Find(ReadScalar());

    private long? ReadInteger(long min, long max, string expected)
    {
        var text = ReadScalar();
        if (text.Length == 0)
        {
            return null;
        }

        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
        {
            // 12.0 is a whole number too.
            if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
                || exact != decimal.Truncate(exact) || exact < min || exact > max)
            {
                throw Error($"expected {expected}");
            }

            value = (long)exact;
        }

        return value >= min && value <= max ? value : throw Error($"expected {expected}, found a larger one");
    }

    // Good until the next value is read.
    private ReadOnlySpan<char> ReadScalar() => (TryReadShort(out var text) ? _buffer.Span : text).Trim();

    /// <summary>Reads the text of an element into the buffer, or gives it as a string where it is too long for that.</summary>
    /// <remarks>It may come in several nodes: CDATA sections, references and comments cut it.</remarks>
    private bool TryReadShort(out string text)
    {
        text = "";
        _buffer.Clear();
        if (_xml.IsEmptyElement)
        {
            _xml.Read();
            return true;
        }

        _xml.Read();
        while (_xml.NodeType != XmlNodeType.EndElement)
        {
            if (IsText() && !_buffer.TryAppend(_xml))
            {
                text = ReadLong(_buffer.Span);
                return false;
            }

            _xml.Read();
        }

        _xml.ReadEndElement();
        return true;
    }

    private readonly string ReadLong(ReadOnlySpan<char> start)
    {
        var text = new StringBuilder().Append(start);
        while (_xml.NodeType != XmlNodeType.EndElement)
        {
            if (IsText())
            {
                text.Append(_xml.Value);
            }

            _xml.Read();
        }

        _xml.ReadEndElement();
        return text.ToString();
    }

    private readonly bool IsText() => _xml.NodeType switch
    {
        XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace => true,
        XmlNodeType.Element => throw Error($"expected text, found the element '{_xml.LocalName}'"),
        XmlNodeType.None => throw Error("the body ends too early"),
        _ => false,
    };
}
