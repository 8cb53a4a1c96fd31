using System.Text;

namespace BingAds.Reporting;

/// <summary>The copyright line that ends a report. Its shape is asked for closely, as a keyword may well start with @.</summary>
internal static class FooterText
{
    private static ReadOnlySpan<byte> Sign => [0xC2, 0xA9];

    /// <summary>Whether a row may be the footer at all, by its first bytes.</summary>
    public static bool MayStart(ReadOnlySpan<byte> row) => row.Length > 1 && (row[0] == (byte)'"' ? row[1] : row[0]) is (byte)'@' or 0xC2;

    /// <summary>Whether the text is a sign, a year and the name of the company.</summary>
    public static bool Matches(ReadOnlySpan<byte> text)
    {
        var rest = text.Trim((byte)' ');
        if (rest.StartsWith("@"u8))
        {
            rest = rest[1..];
        }
        else if (rest.StartsWith(Sign))
        {
            rest = rest[2..];
        }
        else
        {
            return false;
        }

        rest = rest.TrimStart((byte)' ');
        return rest.Length > 5 && !rest[..4].ContainsAnyExceptInRange((byte)'0', (byte)'9') && rest[4] == (byte)' '
            && rest[5..].Length >= 9 && Ascii.EqualsIgnoreCase(rest.Slice(5, 9), "Microsoft"u8);
    }
}
