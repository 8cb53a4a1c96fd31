using System.Runtime.CompilerServices;

namespace BingAds.Files;

/// <summary>A number as files write nearly all of them: a sign or none, at most 18 digits, a point among them or none.</summary>
/// <param name="Digits">All digits as one whole number.</param>
/// <param name="Count">How many they are.</param>
/// <param name="Fraction">How many of them are behind the point.</param>
/// <param name="IsNegative">Whether a minus is before them.</param>
internal readonly record struct PlainNumber(long Digits, int Count, int Fraction, bool IsNegative)
{
    /// <summary>False for everything else: then a full parser has to look.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryRead(ReadOnlySpan<byte> text, out PlainNumber number)
    {
        number = default;
        var start = text.Length > 0 && text[0] == (byte)'-' ? 1 : 0;
        if (text.Length - start is <= 0 or > 19)
            return false;
        long digits = 0;
        var (count, point) = (0, -1);
        for (var i = start; i < text.Length; i++)
        {
            var digit = (uint)(text[i] - '0');
            if (digit <= 9)
            {
                digits = (digits * 10) + digit;
                count++;
            }
            else if (text[i] == (byte)'.' && point < 0)
            {
                point = i;
            }
            else
            {
                return false;
            }
        }

        number = new(digits, count, point < 0 ? 0 : text.Length - point - 1, start == 1);
        return count is > 0 and <= 18;
    }
}
