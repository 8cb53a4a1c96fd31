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
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public string Get(ReadOnlySpan<byte> text)
    {
        if (text.Length == 0)
            return "";
        if (text.Length > MaxBytes)
            return Make(text);
        var place = Hash(text);
        return IsAt(place, text) ? _texts[place]! : Take(text, place);
    }

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
            return Make(text);
        var place = Hash(text);
        isKnown = IsAt(place, text);
        return isKnown ? _texts[place]! : Take(text, place);
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsAt(int place, ReadOnlySpan<byte> text) => _lengths[place] == text.Length && text.SequenceEqual(_bytes.AsSpan(place * MaxBytes, text.Length));

    // Set apart, as what makes a string needs many registers, which the usual way would have to save.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private string Take(ReadOnlySpan<byte> text, int place)
    {
        var made = Make(text);
        text.CopyTo(_bytes.AsSpan(place * MaxBytes, MaxBytes));
        _lengths[place] = (byte)text.Length;
        _texts[place] = made;
        return made;
    }

    /// <summary>Nearly all texts are ASCII, and those take one walk over the bytes in place of three.</summary>
    internal static string Make(ReadOnlySpan<byte> text) => Ascii.IsValid(text) ? Encoding.Latin1.GetString(text) : Encoding.UTF8.GetString(text);

    /// <summary>
    /// Length, first eight and last sixteen bytes; texts alike in all of them share a place, which costs only a miss. Eight at the end are too few: names such as
    /// <c>Ad Group 1 of 1234</c>, <c>Ad Group 2 of 1234</c> would drive each other out.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Hash(ReadOnlySpan<byte> text)
    {
        ulong first, last;
        if (text.Length >= 16)
        {
            first = BinaryPrimitives.ReadUInt64LittleEndian(text);
            last = BinaryPrimitives.ReadUInt64LittleEndian(text[^8..]) ^ (BinaryPrimitives.ReadUInt64LittleEndian(text[^16..]) * 0xC2B2_AE3D_27D4_EB4F);
        }
        else if (text.Length >= 8)
        {
            first = BinaryPrimitives.ReadUInt64LittleEndian(text);
            last = BinaryPrimitives.ReadUInt64LittleEndian(text[^8..]);
        }
        else
        {
            first = ShortText.Key(text);
            last = 0;
        }

        var mixed = (first ^ BitOperations.RotateLeft(last, 29) ^ (ulong)text.Length) * 0x9E37_79B9_7F4A_7C15;
        return (int)(mixed >> 56);
    }
}
