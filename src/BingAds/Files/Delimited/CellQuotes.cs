using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace BingAds.Files;

/// <summary>Quotes within a quoted cell.</summary>
internal static class CellQuotes
{
    /// <summary>Bytes that <see cref="CopyUnescaped"/> may read and write behind what it is given.</summary>
    public const int Slack = 16;

    /// <summary>Bytes that <see cref="Unquoted"/> needs for a text.</summary>
    public static int RoomFor(int length) => 2 * (length + Slack);

    /// <summary>The value of a cell from behind its opening quote on, wherever it stands.</summary>
    public static ReadOnlySpan<byte> Unquoted(ReadOnlySpan<byte> raw, Span<byte> room)
    {
        raw.CopyTo(room);
        var target = room[(raw.Length + Slack)..];
        return target[..CopyUnescaped(room[..raw.Length], target)];
    }

    /// <summary>
    /// Copies up to the closing quote, the second of two quotes left out. Quotes within a cell stand close together, as in JSON, so whole vectors are copied whatever
    /// they hold, and the next one starts behind the next pair: no byte is looked at by itself. Both sides have room for a vector behind their end.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int CopyUnescaped(ReadOnlySpan<byte> raw, Span<byte> target)
    {
        ref var source = ref MemoryMarshal.GetReference(raw);
        ref var copy = ref MemoryMarshal.GetReference(target);
        var quote = Vector128.Create((byte)'"');
        var (read, written) = (0, 0);
        while (read < raw.Length)
        {
            var bytes = Vector128.LoadUnsafe(ref source, (nuint)read);
            bytes.StoreUnsafe(ref copy, (nuint)written);
            var quotes = Vector128.Equals(bytes, quote).ExtractMostSignificantBits();
            if (quotes == 0)
            {
                read += Slack;
                written += Slack;
                continue;
            }

            var run = BitOperations.TrailingZeroCount(quotes);
            read += run + 1;
            written += run;
            if (read >= raw.Length || Unsafe.Add(ref source, read) != (byte)'"')
            {
                // The quote that closes; or, where none does, one behind the cell.
                return read > raw.Length ? written - (read - 1 - raw.Length) : written;
            }

            read++;
            written++;
        }

        return written - (read - raw.Length);
    }
}
