using System.Globalization;
using System.Text.Json.Nodes;

namespace BingAds.Conformance.Making;

/// <summary>Made-up values that are hard on a reader: a text as JSON and as XML has it, from one seed.</summary>
internal sealed class MadeValues(Random random)
{
    private static readonly string[] s_longs = ["9223372036854775807", "-9223372036854775808", "0", "-7", "9007199254740995", "410000000017"];
    private static readonly string[] s_ints = ["2147483647", "-2147483648", "0", "-3", "41"];
    private static readonly string[] s_doubles = ["0.30000000000000004", "-12.75", "0", "1E-05", "5E-324", "123456789.5", "1E+21"];
    private static readonly string[] s_decimals = ["7.5000", "0.00", "-3.20", "79228162514264337593543950335", "1.1"];

    /// <summary>The JSON value and the XML text of a value of a primitive type.</summary>
    public (JsonNode Json, string Xml) Of(string type, string member)
    {
        switch (type)
        {
            case "string":
                var text = Text(member);
                return (JsonValue.Create(text), text);
            case "bool":
                var isSo = random.Next(2) == 0;
                return (JsonValue.Create(isSo), isSo ? "true" : "false");
            case "long":
                var digits = Any(s_longs);
                return (JsonValue.Create(digits), digits);
            case "byte":
                return Number(random.Next(256).ToString(CultureInfo.InvariantCulture));
            case "short":
                return Number(random.Next(short.MinValue, short.MaxValue + 1).ToString(CultureInfo.InvariantCulture));
            case "int":
                return Number(Any(s_ints));
            case "double":
                return Number(Any(s_doubles));
            case "decimal":
                return Number(Any(s_decimals));
            case "dateTime":
                var instant = Instant();
                return (JsonValue.Create(instant), instant);
            case "base64":
                var bytes = new byte[random.Next(1, 20)];
                random.NextBytes(bytes);
                var packed = Convert.ToBase64String(bytes);
                return (JsonValue.Create(packed), packed);
            default:
                throw new NotSupportedException($"No values are made for the type '{type}'.");
        }
    }

    private string Text(string member)
    {
        var word = string.Create(CultureInfo.InvariantCulture, $"{member.ToLowerInvariant()} {random.Next(100000)}");
        return random.Next(9) switch
        {
            0 => $"{word} — Größe \"XL\" & <i>mehr</i> 'q'",
            1 => $"{word}\r\nsecond\rthird\n\tend\n",
            2 => $"  {word}  ",
            3 => $"{word} \U0001F986 漢字 \u200Fعربي",
            4 => $"a, b,c ;{word}]]>&#65;&lt;",
            5 => "",
            6 => string.Concat(Enumerable.Repeat("lang ", 60)) + word,
            _ => word,
        };
    }

    /// <summary>With and without zone, with none to seven digits of a fraction, the last one never zero.</summary>
    private string Instant()
    {
        var time = new DateTime(2001, 1, 1).AddSeconds(random.Next(1_000_000_000));
        var fraction = random.Next(4) switch { 0 => ".5", 1 => ".1234567", 2 => ".001", _ => "" };
        return time.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture) + fraction + (random.Next(2) == 0 ? "Z" : "");
    }

    private string Any(string[] values) => values[random.Next(values.Length)];

    private static (JsonNode Json, string Xml) Number(string text) => (JsonNode.Parse(text)!, text);
}
