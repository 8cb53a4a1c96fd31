using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;

namespace BingAds.Files;

/// <summary>White space around UTF-8 text.</summary>
internal static class CellText
{
    /// <summary>Cuts all white space that Unicode knows off both ends.</summary>
    /// <param name="text">UTF-8; bytes that are none count as text.</param>
    /// <param name="fromStart">Bytes cut off the start.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text, out int fromStart)
    {
        fromStart = 0;
        return text.Length == 0 || (IsPlain(text[0]) && IsPlain(text[^1])) ? text : TrimEnds(text, out fromStart);
    }

    /// <summary>Whether a byte is certainly no part of white space.</summary>
    public static bool IsPlain(byte b) => b is > 0x20 and < 0x80;

    private static ReadOnlySpan<byte> TrimEnds(ReadOnlySpan<byte> text, out int fromStart)
    {
        var length = text.Length;
        while (text.Length > 0 && !IsPlain(text[0]) && Rune.DecodeFromUtf8(text, out var rune, out var bytes) == OperationStatus.Done && Rune.IsWhiteSpace(rune))
            text = text[bytes..];
        fromStart = length - text.Length;
        while (text.Length > 0 && !IsPlain(text[^1]) && Rune.DecodeLastFromUtf8(text, out var rune, out var bytes) == OperationStatus.Done && Rune.IsWhiteSpace(rune))
            text = text[..^bytes];
        return text;
    }
}
