using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace BingAds.Files;

/// <summary>What tables know short texts by.</summary>
internal static class ShortText
{
    /// <summary>Up to seven bytes as one number, in which each of them counts. No loop, since the processor would guess its end wrong.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Key(ReadOnlySpan<byte> text)
    {
        if (text.Length >= 4)
            return BinaryPrimitives.ReadUInt32LittleEndian(text) | ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(text[^4..]) << 32);
        return text.Length == 0 ? 0 : text[0] | ((ulong)text[text.Length >> 1] << 8) | ((ulong)text[^1] << 16);
    }
}
