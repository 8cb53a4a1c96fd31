using System.Buffers.Text;

namespace BingAds.Contract;

/// <summary>Numbers in UTF-8.</summary>
internal static class NumberText
{
    // Up to here an integer and a power of ten are both exact as double, so that one division rounds as it must.
    private const int ExactDigits = 15;

    private static ReadOnlySpan<double> PowersOfTen =>
        [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    /// <summary>Reads a whole text as a number; amounts and rates, which are short, without the general parser.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out double value) =>
        TryParseShort(text, out value) || (Utf8Parser.TryParse(text, out value, out var used) && used == text.Length);

    private static bool TryParseShort(ReadOnlySpan<byte> text, out double value)
    {
        value = 0;
        var isNegative = !text.IsEmpty && text[0] == '-';
        var digits = isNegative ? text[1..] : text;
        if (digits.Length is 0 or > ExactDigits + 1)
        {
            return false;
        }

        var dot = -1;
        var whole = 0L;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[i] - '0';
            if ((uint)digit <= 9)
            {
                whole = (whole * 10) + digit;
            }
            else if (digits[i] == '.' && dot < 0 && i > 0 && i < digits.Length - 1)
            {
                dot = i;
            }
            else
            {
                return false;
            }
        }

        if (dot < 0 && digits.Length > ExactDigits)
        {
            return false;
        }

        var size = dot < 0 ? whole : whole / PowersOfTen[digits.Length - 1 - dot];
        value = isNegative ? -size : size;
        return true;
    }
}
