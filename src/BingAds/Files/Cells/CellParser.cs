using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace BingAds.Files;

/// <summary>Turns the text of a cell into a value. The whole text must fit; nothing depends on the culture or clock of the machine.</summary>
internal static class CellParser
{
    private static ReadOnlySpan<double> PowersOfTen =>
    [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
    ];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool TryInt64(ReadOnlySpan<byte> text, out long value) =>
        DigitWord.TryReadInt64(ref MemoryMarshal.GetReference(text), text.Length, out value) || TrySlowInt64(text, out value);

    public static bool TryInt32(ReadOnlySpan<byte> text, out int value)
    {
        var ok = TryInt64(text, out var number) && number is >= int.MinValue and <= int.MaxValue;
        value = ok ? (int)number : 0;
        return ok;
    }

    /// <summary>Reads a number as the nearest double.</summary>
    /// <remarks>Up to 15 digits, and powers of ten up to 10^15, are exact as doubles, so their quotient is rounded once: the same as a full parse gives.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool TryDouble(ReadOnlySpan<byte> text, out double value)
    {
        if (DigitWord.TryReadDecimal(ref MemoryMarshal.GetReference(text), text.Length, out var digits, out var fraction))
        {
            value = Divide(digits, fraction);
            return true;
        }

        if (PlainNumber.TryRead(text, out var plain))
        {
            var divisor = PowersOfTen[plain.Fraction];
            var number = plain.Digits / divisor;
            if (plain.Count <= 15 || TryDivide(plain.Digits, divisor, out number))
            {
                value = plain.IsNegative ? -number : number;
                return true;
            }
        }

        return double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>A number with so many digits behind the point, at most eight.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Divide(uint digits, int fraction) => digits / PowersOfTen[fraction];

    /// <summary>
    /// The quotient of a number of up to 18 digits, which a double may not hold, and an exact power of ten, rounded once; sums of decimals that were printed in full
    /// (0.15000000000000002) have so many. False where it lies too near the middle between two doubles to tell.
    /// </summary>
    private static bool TryDivide(long digits, double divisor, out double quotient)
    {
        // What the first quotient leaves is exact, so the second is off by less than 2^-51 of itself: if a little more and a little less of it round alike, so does
        // the true value between them.
        var high = (double)digits;
        var first = high / divisor;
        var rest = Math.FusedMultiplyAdd(-first, divisor, high) + (digits - (long)high);
        var second = rest / divisor;
        var margin = Math.Abs(second) * (1.0 / (1L << 50));
        quotient = first + (second + margin);
        return quotient == first + (second - margin);
    }

    /// <summary>Reads a decimal number with its scale.</summary>
    public static bool TryDecimal(ReadOnlySpan<byte> text, out decimal value) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out value);

    /// <summary>Reads True or False, in any case.</summary>
    public static bool TryBoolean(ReadOnlySpan<byte> text, out bool value)
    {
        value = Ascii.EqualsIgnoreCase(text, "true"u8);
        return value || Ascii.EqualsIgnoreCase(text, "false"u8);
    }

    /// <summary>Reads a date, with or without time, in any form files have; the time is taken as it stands, without zone.</summary>
    public static bool TryDateTime(ReadOnlySpan<byte> text, out DateTime value) => DateParser.TryParse(text, out value);

    private static bool TrySlowInt64(ReadOnlySpan<byte> text, out long value) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
}
