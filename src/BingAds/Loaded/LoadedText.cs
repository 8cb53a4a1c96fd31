using System.Globalization;
using System.Text;
using System.Xml;
using BingAds.Contract;

namespace BingAds.Loaded;

/// <summary>Values of loaded types as XML writes them.</summary>
internal static class LoadedText
{
    public static string Of(object value) => value switch
    {
        bool flag => flag ? "true" : "false",
        DateTime time => Of(time),
        byte[] bytes => Convert.ToBase64String(bytes),
        double number => XmlConvert.ToString(number),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    public static string Of(DateTime time)
    {
        Span<byte> text = stackalloc byte[DateTimeText.MaxLength];
        return Encoding.ASCII.GetString(text[..DateTimeText.Format(time, text)]);
    }

    /// <exception cref="FormatException">The text is no value of that type.</exception>
    /// <exception cref="OverflowException">The number is too large for it.</exception>
    public static object? Read(string primitive, string text) => primitive switch
    {
        "boolean" => XmlConvert.ToBoolean(text),
        "unsignedByte" => XmlConvert.ToByte(text),
        "short" => XmlConvert.ToInt16(text),
        "int" => XmlConvert.ToInt32(text),
        "long" => XmlConvert.ToInt64(text),
        "double" or "float" => XmlConvert.ToDouble(text),
        "decimal" => XmlConvert.ToDecimal(text),
        "dateTime" or "date" => DateTimeText.TryParse(Encoding.UTF8.GetBytes(text), out var time) ? time : throw new FormatException($"'{text}' is no date."),
        "base64Binary" => Convert.FromBase64String(text),
        _ => text,
    };
}
