namespace BingAds.Reporting;

/// <summary>Currency signs and codes around an amount. They are passed over: which currency it is, the column CurrencyCode tells.</summary>
internal static class Currency
{
    public static ReadOnlySpan<byte> TrimStart(ReadOnlySpan<byte> text)
    {
        var length = Sign(text);
        if (length == 0 && text.Length > 3 && IsCode(text[..3]))
        {
            length = 3;
        }

        return length == 0 ? text : TrimBlanks(text[length..]);
    }

    public static ReadOnlySpan<byte> TrimEnd(ReadOnlySpan<byte> text)
    {
        for (var length = 1; length <= 3 && length < text.Length; length++)
        {
            if (Sign(text[^length..]) == length)
            {
                return TrimBlanks(text[..^length]);
            }
        }

        return text.Length > 3 && IsCode(text[^3..]) ? TrimBlanks(text[..^3]) : text;
    }

    /// <summary>Bytes of the sign at the start: $ £ ¥ € ₹ ₩ ₺ and the others of that block; 0 for none.</summary>
    private static int Sign(ReadOnlySpan<byte> text) => text switch
    {
        [(byte)'$', ..] => 1,
        [0xC2, 0xA3 or 0xA5, ..] => 2,
        [0xE2, 0x82, >= 0xA0, ..] => 3,
        _ => 0,
    };

    private static bool IsCode(ReadOnlySpan<byte> text) => !text.ContainsAnyExceptInRange((byte)'A', (byte)'Z');

    private static ReadOnlySpan<byte> TrimBlanks(ReadOnlySpan<byte> text) => Files.CellText.Trim(text, out _);
}
