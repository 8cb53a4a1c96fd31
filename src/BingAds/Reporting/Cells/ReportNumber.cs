using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using BingAds.Files;

namespace BingAds.Reporting;

/// <summary>
/// The numbers of report cells: 1480, 1,480.00, -12.50, (12.50), 100.00%, $5, &lt;1%. A comma counts only between groups of three digits, so that 12,5 is an error and
/// never 125. Nothing depends on the culture of the machine.
/// </summary>
internal static class ReportNumber
{
    private const int Longest = 64;

    /// <summary>
    /// Reads the numbers that most cells hold: a few digits, with a point and a percent sign if they are there. False says only that it must be looked at more closely.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryShort<T>(ref byte text, int length, out T value)
        where T : struct, IUtf8SpanParsable<T>
    {
        if (length > 1 && Unsafe.Add(ref text, length - 1) == (byte)'%')
        {
            length--;
        }

        if (typeof(T) == typeof(long))
        {
            var isRead = DigitWord.TryReadInt64(ref text, length, out var number);
            value = (T)(object)number;
            return isRead;
        }

        if (typeof(T) == typeof(int))
        {
            var isRead = DigitWord.TryReadInt64(ref text, length, out var number) && number <= int.MaxValue;
            value = (T)(object)(int)number;
            return isRead;
        }

        if (typeof(T) == typeof(double))
        {
            var isRead = DigitWord.TryReadDecimal(ref text, length, out var digits, out var fraction);
            value = (T)(object)CellParser.Divide(digits, fraction);
            return isRead;
        }

        if (typeof(T) == typeof(decimal))
        {
            var isRead = DigitWord.TryReadDecimal(ref text, length, out var digits, out var fraction);
            value = (T)(object)new decimal((int)digits, 0, 0, isNegative: false, (byte)fraction);
            return isRead;
        }

        value = default;
        return false;
    }

    /// <summary>Reads digits, with a sign, a point and a percent sign if they are there; what looks otherwise is left to <see cref="TryParse{T}"/>.</summary>
    public static bool TryPlain<T>(ReadOnlySpan<byte> text, out T value)
        where T : struct, IUtf8SpanParsable<T>
    {
        if (text.Length > 1 && text[^1] == (byte)'%')
        {
            text = text[..^1];
        }

        if (typeof(T) == typeof(long))
        {
            var isNumber = CellParser.TryInt64(text, out var number);
            value = (T)(object)number;
            return isNumber;
        }

        if (typeof(T) == typeof(int))
        {
            var isNumber = CellParser.TryInt32(text, out var number);
            value = (T)(object)number;
            return isNumber;
        }

        if (typeof(T) == typeof(double))
        {
            var isNumber = CellParser.TryDouble(text, out var number) && double.IsFinite(number);
            value = (T)(object)number;
            return isNumber;
        }

        if (typeof(T) == typeof(decimal))
        {
            var isNumber = TryDecimal(text, out var number);
            value = (T)(object)number;
            return isNumber;
        }

        value = default;
        return false;
    }

    /// <summary>Reads a number in any form that reports have; for a type that is no number, its own form.</summary>
    public static bool TryParse<T>(ReadOnlySpan<byte> text, out T value)
        where T : struct, IUtf8SpanParsable<T>
    {
        if (TryPlain(text, out value))
        {
            return true;
        }

        Span<byte> plain = stackalloc byte[Longest];
        if (!TrySimplify(CellText.Trim(text, out _), plain, out var length))
        {
            return !IsNumber<T>() && T.TryParse(text, CultureInfo.InvariantCulture, out value);
        }

        plain = plain[..length];
        if (TryPlain(plain, out value))
        {
            return true;
        }

        // The framework's own decimal form takes more than is a number here: 5-.
        return IsInteger<T>()
            ? TryWhole(plain, out value)
            : typeof(T) != typeof(decimal) && typeof(T) != typeof(double) && T.TryParse(plain, CultureInfo.InvariantCulture, out value) && IsFinite(value);
    }

    public static ReportBound BoundOf(ReadOnlySpan<byte> text) => CellText.Trim(text, out _) is [var first, ..]
        ? first == (byte)'<' ? ReportBound.LessThan : first == (byte)'>' ? ReportBound.MoreThan : ReportBound.None
        : ReportBound.None;

    /// <summary>Whether the service had no value: nothing, blanks, or dashes.</summary>
    public static bool IsMissing(ReadOnlySpan<byte> text)
    {
        if (text.Length == 0)
        {
            return true;
        }

        return text[0] is (byte)'-' or (byte)' ' or > 0x7F or < 0x20 && CellText.Trim(text, out _).TrimStart((byte)'-').IsEmpty;
    }

    /// <summary>A decimal with its scale; up to 18 digits need no more than one multiplication each.</summary>
    private static bool TryDecimal(ReadOnlySpan<byte> text, out decimal value)
    {
        if (PlainNumber.TryRead(text, out var plain))
        {
            value = new decimal((int)plain.Digits, (int)(plain.Digits >> 32), 0, plain.IsNegative && plain.Digits != 0, (byte)plain.Fraction);
            return true;
        }

        return CellParser.TryDecimal(text, out value);
    }

    /// <summary>Takes off what is not the number: bound, brackets, currency, commas, percent sign.</summary>
    private static bool TrySimplify(ReadOnlySpan<byte> text, Span<byte> plain, out int length)
    {
        length = 0;
        var isNegative = false;
        if (text.Length > 0 && text[0] is (byte)'<' or (byte)'>')
        {
            text = text[1..].TrimStart("= "u8);
        }

        if (text.Length > 2 && text[0] == (byte)'(' && text[^1] == (byte)')')
        {
            isNegative = true;
            text = text[1..^1];
        }

        if (text.Length > 1 && text[^1] == (byte)'%')
        {
            text = text[..^1].TrimEnd((byte)' ');
        }

        text = Currency.TrimEnd(text);
        if (TakeMinus(ref text))
        {
            if (isNegative)
            {
                return false;
            }

            isNegative = true;
            text = Currency.TrimStart(text);
        }
        else
        {
            text = Currency.TrimStart(text);
            isNegative |= TakeMinus(ref text);
        }

        if (text.Length is 0 or >= Longest || text[0] is not ((>= (byte)'0' and <= (byte)'9') or (byte)'.'))
        {
            return false;
        }

        if (isNegative)
        {
            plain[length++] = (byte)'-';
        }

        return TryCopyDigits(text, plain, ref length);
    }

    private static bool TryCopyDigits(ReadOnlySpan<byte> text, Span<byte> plain, ref int length)
    {
        var comma = text.IndexOf((byte)',');
        var whole = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9') is var end && end < 0 ? text.Length : end;
        if (comma >= 0)
        {
            // The first group has one to three digits, each other one exactly three.
            if (comma is 0 or > 3)
            {
                return false;
            }

            for (whole = comma; whole < text.Length && text[whole] == (byte)','; whole += 4)
            {
                if (text.Length < whole + 4 || text.Slice(whole + 1, 3).ContainsAnyExceptInRange((byte)'0', (byte)'9'))
                {
                    return false;
                }
            }

            if (whole < text.Length && text[whole] is >= (byte)'0' and <= (byte)'9')
            {
                return false;
            }
        }

        foreach (var b in text[..whole])
        {
            if (b != (byte)',')
            {
                plain[length++] = b;
            }
        }

        foreach (var b in text[whole..])
        {
            if (b is not ((>= (byte)'0' and <= (byte)'9') or (byte)'.' or (byte)'E' or (byte)'e' or (byte)'+' or (byte)'-'))
            {
                return false;
            }

            plain[length++] = b;
        }

        return true;
    }

    /// <summary>Takes a minus, also the typographic one (U+2212), and passes over a plus.</summary>
    private static bool TakeMinus(ref ReadOnlySpan<byte> text)
    {
        ReadOnlySpan<byte> typographic = [0xE2, 0x88, 0x92];
        var isMinus = text.StartsWith("-"u8) || text.StartsWith(typographic);
        if (isMinus || text.StartsWith("+"u8))
        {
            text = text[(text[0] == 0xE2 ? 3 : 1)..];
        }

        return isMinus;
    }

    /// <summary>12.00 is a whole number, 12.5 is none.</summary>
    private static bool TryWhole<T>(ReadOnlySpan<byte> plain, out T value)
        where T : struct, IUtf8SpanParsable<T>
    {
        value = default;
        var point = plain.IndexOf((byte)'.');
        return point < 0
            ? T.TryParse(plain, CultureInfo.InvariantCulture, out value)
            : point > 0 && !plain[(point + 1)..].ContainsAnyExcept((byte)'0') && T.TryParse(plain[..point], CultureInfo.InvariantCulture, out value);
    }

    private static bool IsFinite<T>(T value) => value switch
    {
        double d => double.IsFinite(d),
        float f => float.IsFinite(f),
        _ => true,
    };

    private static bool IsInteger<T>() => typeof(T) == typeof(long) || typeof(T) == typeof(int) || typeof(T) == typeof(short) || typeof(T) == typeof(byte)
        || typeof(T) == typeof(ulong) || typeof(T) == typeof(uint) || typeof(T) == typeof(ushort) || typeof(T) == typeof(sbyte) || typeof(T) == typeof(Int128)
        || typeof(T) == typeof(UInt128) || typeof(T) == typeof(BigInteger);

    private static bool IsNumber<T>() => IsInteger<T>() || typeof(T) == typeof(double) || typeof(T) == typeof(decimal) || typeof(T) == typeof(float) || typeof(T) == typeof(Half);
}
