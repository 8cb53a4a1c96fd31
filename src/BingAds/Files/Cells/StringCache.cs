using System.Buffers.Binary;
using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;

namespace BingAds.Files;

/// <summary>
/// Gives the same string for the same short text again, so that texts which repeat from row to row are made once. 256 places, each text having one; a new
/// text takes the place over. Not safe for use by two threads at once. Give it back with <see cref="Dispose"/>: its arrays are pooled.
/// </summary>
internal sealed class StringCache : IDisposable
{
    private const int Places = 256;

    /// <summary>Longer texts seldom repeat, and comparing them costs as much as it saves.</summary>
    private const int MaxBytes = 160;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(Places * MaxBytes);
    private string?[] _texts = ArrayPool<string?>.Shared.Rent(Places);
    private byte[] _lengths = ArrayPool<byte>.Shared.Rent(Places);

    public StringCache() => Array.Clear(_lengths, 0, Places);

    /// <summary>The text as a string; bytes that are no UTF-8 become U+FFFD.</summary>
    public string Get(ReadOnlySpan<byte> text) => Get(text, out _);

    /// <inheritdoc cref="Get(ReadOnlySpan{byte})"/>
    /// <param name="text">The text.</param>
    /// <param name="isKnown">Whether nothing had to be made.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public string Get(ReadOnlySpan<byte> text, out bool isKnown)
    {
        isKnown = text.Length == 0;
        if (isKnown)
            return "";
        if (text.Length > MaxBytes)
            return Encoding.UTF8.GetString(text);
        var place = Hash(text);
        var known = _bytes.AsSpan(place * MaxBytes, MaxBytes);
        if (_lengths[place] == text.Length && text.SequenceEqual(known[..text.Length]))
        {
            isKnown = true;
            return _texts[place]!;
        }

        var made = Encoding.UTF8.GetString(text);
        text.CopyTo(known);
        _lengths[place] = (byte)text.Length;
        _texts[place] = made;
        return made;
    }

    public void Dispose()
    {
        var (bytes, texts, lengths) = (_bytes, _texts, _lengths);
        (_bytes, _texts, _lengths) = ([], [], []);
        if (bytes.Length == 0)
            return;
        ArrayPool<byte>.Shared.Return(bytes);
        ArrayPool<byte>.Shared.Return(lengths);

        // The next to rent the array must not keep the texts of this file alive.
        ArrayPool<string?>.Shared.Return(texts, clearArray: true);
    }

    /// <summary>Length, first and last eight bytes; texts alike in all three share a place, which costs only a miss.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Hash(ReadOnlySpan<byte> text)
    {
        ulong first, last;
        if (text.Length >= 8)
        {
            first = BinaryPrimitives.ReadUInt64LittleEndian(text);
            last = BinaryPrimitives.ReadUInt64LittleEndian(text[^8..]);
        }
        else
        {
            first = last = 0;
            foreach (var b in text)
                first = (first << 8) | b;
        }

        var mixed = (first ^ BitOperations.RotateLeft(last, 29) ^ (ulong)text.Length) * 0x9E37_79B9_7F4A_7C15;
        return (int)(mixed >> 56);
    }
}
