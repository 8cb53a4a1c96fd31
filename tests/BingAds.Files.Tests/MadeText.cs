using System.Text;

namespace BingAds.Files.Tests;

/// <summary>Makes delimited text, well formed or not, from a seed.</summary>
internal static class MadeText
{
    private static readonly string[] s_values =
    [
        "", "", "", "", "", "x", "0.55", "Campaign", "Keyword", "300000123", "a b", " padded ", "red \"winter\" shoes", "a,b", "a\tb", "line\r\nbreak", "Prix \u20AC \u5546\u54C1", "+plus",
        "\u202Fnarrow\u00A0", "\0", "delete_value", "\"", "\"\"", "5\" pipe", "[{\"text\":\"a, b\"}]",
    ];

    /// <summary>Bytes that change how text is read.</summary>
    private static readonly byte[][] s_hard = [[(byte)'"'], [(byte)'"', (byte)'"'], [(byte)','], [(byte)'\n'], [(byte)'\r'], [(byte)'\r', (byte)'\n'], [0], [(byte)'\t'], [0xFF], [0xE2, 0x80], [(byte)' ']];

    public static byte[] WellFormed(Random random, int rows, byte separator)
    {
        var text = new MemoryStream();
        if (random.Next(2) == 0)
            text.Write([0xEF, 0xBB, 0xBF]);
        for (var i = 0; i < rows; i++)
        {
            var columns = random.Next(10) == 0 ? random.Next(1, 450) : random.Next(1, 12);
            var fill = random.Next(1, 101);
            for (var c = 0; c < columns; c++)
            {
                if (c > 0)
                    text.WriteByte(separator);
                if (random.Next(100) < fill)
                    text.Write(Cell(random, separator));
            }

            text.Write(random.Next(3) == 0 ? "\n"u8 : "\r\n"u8);
            if (random.Next(20) == 0)
                text.Write("\r\n"u8);
        }

        return text.ToArray();
    }

    public static byte[] Mutated(Random random, byte[] text)
    {
        var bytes = new List<byte>(text);
        for (var n = random.Next(0, 6); n > 0 && bytes.Count > 0; n--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(4))
            {
                case 0:
                    bytes.InsertRange(at, s_hard[random.Next(s_hard.Length)]);
                    break;
                case 1:
                    bytes.RemoveAt(at);
                    break;
                case 2:
                    bytes[at] = s_hard[random.Next(s_hard.Length)][0];
                    break;
                default:
                    if (random.Next(4) == 0)
                        bytes.RemoveRange(at, bytes.Count - at);
                    break;
            }
        }

        return [.. bytes];
    }

    private static byte[] Cell(Random random, byte separator)
    {
        var value = s_values[random.Next(s_values.Length)];
        if (random.Next(30) == 0)
            value += new string('y', random.Next(200));
        var needsQuotes = value.Contains((char)separator) || value.Contains('"') || value.Contains('\n');
        return Encoding.UTF8.GetBytes(needsQuotes || random.Next(4) == 0 ? $"\"{value.Replace("\"", "\"\"")}\"" : value);
    }
}
