using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using BingAds.Files;

namespace BingAds.Bulk.Converters;

/// <summary>
/// Walks over JSON as ads have it: objects of texts and whole numbers. It knows less than JSON has, and says no to everything else, valid or not; so a no means
/// that somebody who knows all the rules has to look.
/// </summary>
internal ref struct CompactJson(ReadOnlySpan<byte> text)
{
    // Texts of ads have at most some hundred bytes.
    private const int LongestEscaped = 512;

    private readonly ReadOnlySpan<byte> _text = text;
    private int _at;

    public readonly bool IsAtEnd => _at == _text.Length;

    /// <summary>Goes over one of the characters that JSON is built of, and blanks before it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Take(byte sign)
    {
        if ((uint)_at < (uint)_text.Length && _text[_at] == sign)
        {
            _at++;
            return true;
        }

        return TakeAfterBlanks(sign);
    }

    /// <summary>Goes over a text in quotes.</summary>
    /// <param name="raw">What stands between the quotes.</param>
    /// <param name="isEscaped">Whether there are backslashes in it.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TakeText(out ReadOnlySpan<byte> raw, out bool isEscaped)
    {
        raw = default;
        isEscaped = false;
        if (!Take((byte)'"'))
        {
            return false;
        }

        var start = _at;
        while (true)
        {
            var end = Stop(start: _at);
            if (end == _text.Length || _text[end] < ' ')
            {
                return false;
            }

            if (_text[end] == '"')
            {
                raw = _text[start..end];
                _at = end + 1;
                return true;
            }

            // A backslash, and what it stands before.
            isEscaped = true;
            _at = Math.Min(end + 2, _text.Length);
        }
    }

    /// <summary>Goes over a whole number without sign; what stands behind it is the caller's matter.</summary>
    public bool TakeNumber(out long number)
    {
        SkipBlanks();
        var digits = _text[_at..];
        var end = digits.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        digits = end < 0 ? digits : digits[..end];
        _at += digits.Length;
        number = 0;
        return (digits.Length == 1 || (digits.Length > 1 && digits[0] != '0')) && CellParser.TryInt64(digits, out number);
    }

    /// <summary>Takes the backslashes off a text; null for one with numbered characters, or one that is too long.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static string? Unescape(ReadOnlySpan<byte> raw)
    {
        if (raw.Length > LongestEscaped)
        {
            return null;
        }

        Span<byte> target = stackalloc byte[LongestEscaped];
        var written = 0;
        for (int at; (at = raw.IndexOf((byte)'\\')) >= 0; raw = raw[(at + 2)..])
        {
            raw[..at].CopyTo(target[written..]);
            written += at;
            var plain = raw[at + 1] switch
            {
                (byte)'"' or (byte)'\\' or (byte)'/' => raw[at + 1],
                (byte)'b' => (byte)'\b',
                (byte)'f' => (byte)'\f',
                (byte)'n' => (byte)'\n',
                (byte)'r' => (byte)'\r',
                (byte)'t' => (byte)'\t',
                _ => (byte)0,
            };
            if (plain == 0)
            {
                return null;
            }

            target[written++] = plain;
        }

        raw.CopyTo(target[written..]);
        return StringCache.Make(target[..(written + raw.Length)]);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool TakeAfterBlanks(byte sign)
    {
        SkipBlanks();
        if (_at == _text.Length || _text[_at] != sign)
        {
            return false;
        }

        _at++;
        return true;
    }

    private void SkipBlanks()
    {
        while (_at < _text.Length && _text[_at] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
        {
            _at++;
        }
    }

    // The next quote, backslash or control character; the end where there is none.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly int Stop(int start)
    {
        ref var first = ref MemoryMarshal.GetReference(_text);
        for (; start + Vector128<byte>.Count <= _text.Length; start += Vector128<byte>.Count)
        {
            var bytes = Vector128.LoadUnsafe(ref first, (nuint)start);
            var stops = (Vector128.Equals(bytes, Vector128.Create((byte)'"')) | Vector128.Equals(bytes, Vector128.Create((byte)'\\'))
                | Vector128.LessThan(bytes, Vector128.Create((byte)' '))).ExtractMostSignificantBits();
            if (stops != 0)
            {
                return start + System.Numerics.BitOperations.TrailingZeroCount(stops);
            }
        }

        while (start < _text.Length && _text[start] >= ' ' && _text[start] is not ((byte)'"' or (byte)'\\'))
        {
            start++;
        }

        return start;
    }
}
