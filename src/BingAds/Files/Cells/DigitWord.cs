using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace BingAds.Files;

/// <summary>
/// Up to eight digits as one word, the last of them in its highest byte and zeros before the first: so that a number takes the same few steps whatever its length, which the
/// processor would guess wrong in a column of counts.
/// </summary>
/// <remarks>Texts come as address and length: a span that is cut goes through memory in pieces and is loaded in whole, which takes as long as reading the number.</remarks>
internal static class DigitWord
{
    public const int Longest = 8;

    private const ulong Zeros = 0x3030_3030_3030_3030;

    /// <summary>Reads up to 16 digits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryReadInt64(ref byte text, int length, out long number)
    {
        var isRead = false;
        number = 0;
        if (length is > 0 and <= Longest)
        {
            isRead = TryRead(Of(ref text, length), out var digits);
            number = digits;
        }
        else if (length is > Longest and <= 2 * Longest)
        {
            var first = length - Longest;
            isRead = TryRead(OfFirst(ref text, first), out var upper) & TryRead(OfFirst(ref Unsafe.Add(ref text, first), Longest), out var lower);
            number = (upper * 100_000_000L) + lower;
        }

        return isRead;
    }

    /// <summary>Reads up to eight bytes of digits with or without a point among them: the number that they are without it, and how many are behind it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryReadDecimal(ref byte text, int length, out uint digits, out int fraction)
    {
        if (length is 0 or > Longest)
        {
            (digits, fraction) = (0, 0);
            return false;
        }

        var word = Of(ref text, length);
        var behind = TakePoint(ref word);
        fraction = Math.Max(behind, 0);
        return TryRead(word, out digits) & (length > 1 | behind < 0);
    }

    /// <summary>The word of a text of one to eight bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Of(ref byte text, int length)
    {
        var free = 64 - (8 * length);
        if (length >= 4)
        {
            // Both halves may hold the bytes in the middle; they come to lie on each other.
            return ((ulong)Half(ref text) << free) | ((ulong)Half(ref Unsafe.Add(ref text, length - 4)) << 32) | FillBefore(length);
        }

        var middle = length >> 1;
        return ((ulong)text << free) | ((ulong)Unsafe.Add(ref text, middle) << (free + (8 * middle))) | ((ulong)Unsafe.Add(ref text, length - 1) << 56) | FillBefore(length);
    }

    /// <summary>The word of the first bytes of a text that has eight.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong OfFirst(ref byte text, int length)
    {
        var word = Unsafe.ReadUnaligned<ulong>(ref text);
        return ((BitConverter.IsLittleEndian ? word : BinaryPrimitives.ReverseEndianness(word)) << (64 - (8 * length))) | FillBefore(length);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Half(ref byte text)
    {
        var half = Unsafe.ReadUnaligned<uint>(ref text);
        return BitConverter.IsLittleEndian ? half : BinaryPrimitives.ReverseEndianness(half);
    }

    /// <summary>The number, if all bytes are digits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryRead(ulong word, out uint number)
    {
        // A digit has 3 in its upper half, and still has it with six more.
        const ulong UpperHalves = 0xF0F0_F0F0_F0F0_F0F0;
        var isDigits = (((word & UpperHalves) ^ Zeros) | (((word + 0x0606_0606_0606_0606) & UpperHalves) ^ Zeros)) == 0;

        // Neighbours become numbers of two digits, then of four, then of eight.
        word -= Zeros;
        word = (word * 10) + (word >> 8);
        word = (((word & 0x0000_00FF_0000_00FF) * 0x000F_4240_0000_0064) + (((word >> 16) & 0x0000_00FF_0000_00FF) * 0x0000_2710_0000_0001)) >> 32;
        number = (uint)word;
        return isDigits;
    }

    /// <summary>Takes the first point out of a word and closes the gap.</summary>
    /// <returns>Bytes behind the point; -1 if there is none.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int TakePoint(ref ulong word)
    {
        const ulong Ones = 0x0101_0101_0101_0101;
        var difference = word ^ (Ones * (byte)'.');
        var found = (difference - Ones) & ~difference & (Ones << 7);
        if (found == 0)
            return -1;
        var point = BitOperations.TrailingZeroCount(found) & ~7;
        var before = (1UL << point) - 1;
        word = ((word & before) << 8) | (word & (~before << 8)) | (byte)'0';
        return 7 - (point >> 3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong FillBefore(int length) => (Zeros >> 8) >> (8 * (length - 1));
}
