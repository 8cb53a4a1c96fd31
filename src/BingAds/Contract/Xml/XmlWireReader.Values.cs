using System.Globalization;
using System.Text;
using System.Xml;

namespace BingAds.Contract.Xml;

// The values: the text of one element. Empty text is no value.
internal ref partial struct XmlWireReader
{
    public readonly bool? ReadBoolean() => ReadScalar() switch
    {
        "" => null,
        "true" or "1" or "True" or "TRUE" => true,
        "false" or "0" or "False" or "FALSE" => false,
        _ => throw Error("expected true or false"),
    };

    public readonly byte? ReadByte() => (byte?)ReadInteger(byte.MinValue, byte.MaxValue, "a number from 0 to 255");

    public readonly short? ReadInt16() => (short?)ReadInteger(short.MinValue, short.MaxValue, "a 16-bit number");

    public readonly int? ReadInt32() => (int?)ReadInteger(int.MinValue, int.MaxValue, "a 32-bit number");

    public readonly long? ReadInt64() => ReadInteger(long.MinValue, long.MaxValue, "a 64-bit number");

    public readonly double? ReadDouble()
    {
        var text = ReadScalar();
        return text switch
        {
            "" => null,
            "INF" or "Infinity" => double.PositiveInfinity,
            "-INF" or "-Infinity" => double.NegativeInfinity,
            "NaN" => double.NaN,
            _ => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : throw Error("expected a number"),
        };
    }

    public readonly decimal? ReadDecimal()
    {
        var text = ReadScalar();
        if (text.Length == 0)
        {
            return null;
        }

        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : throw Error("expected a number");
    }

    public readonly DateTime? ReadDateTime()
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

    public readonly string? ReadText()
    {
        if (_xml.IsEmptyElement)
        {
            _xml.Read();
            return "";
        }

        _xml.Read();
        var text = "";
        while (true)
        {
            switch (_xml.NodeType)
            {
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    var part = _xml.Value;
                    _xml.Read();
                    if (_xml.NodeType != XmlNodeType.EndElement)
                    {
                        text = AppendRest(text + part);
                        _xml.ReadEndElement();
                        return text;
                    }

                    _xml.ReadEndElement();
                    return text.Length == 0 ? part : text + part;
                case XmlNodeType.EndElement:
                    _xml.ReadEndElement();
                    return text;
                case XmlNodeType.Element:
                    throw Error($"expected text, found the element '{_xml.LocalName}'");
                case XmlNodeType.None:
                    throw Error("the body ends too early");
                default:
                    _xml.Read();
                    break;
            }
        }
    }

    public readonly byte[]? ReadBytes()
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

    public readonly EnumText? ReadEnum(EnumTable table) => table.Find(ReadScalar());

    private readonly long? ReadInteger(long min, long max, string expected)
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

    private readonly string ReadScalar() => ReadText()!.Trim();

    // A text that comes in several nodes: CDATA sections, references and comments cut it.
    private readonly string AppendRest(string start)
    {
        var text = new StringBuilder(start);
        while (_xml.NodeType != XmlNodeType.EndElement)
        {
            switch (_xml.NodeType)
            {
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    text.Append(_xml.Value);
                    break;
                case XmlNodeType.Element:
                    throw Error($"expected text, found the element '{_xml.LocalName}'");
                case XmlNodeType.None:
                    throw Error("the body ends too early");
            }

            _xml.Read();
        }

        return text.ToString();
    }
}
