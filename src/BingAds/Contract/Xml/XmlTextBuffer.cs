using System.Buffers;
using System.Xml;

namespace BingAds.Contract.Xml;

/// <summary>
/// The text of one element, in pooled characters: numbers and names are read from there without a string, and a text that came before in the
/// same body gives the same string again.
/// </summary>
internal ref struct XmlTextBuffer
{
    private const int LongestText = 256;
    private const int CacheSize = 256;

    private char[]? _characters;
    private string?[]? _texts;
    private int _length;

    public readonly ReadOnlySpan<char> Span => _characters.AsSpan(0, _length);

    public void Clear() => _length = 0;

    /// <summary>Adds the text node on which the reader stands; false if the text is too long, and the rest of the node is still to be read.</summary>
    public bool TryAppend(XmlDictionaryReader xml)
    {
        if (!xml.CanReadValueChunk)
        {
            return false;
        }

        _characters ??= ArrayPool<char>.Shared.Rent(LongestText + 1);

        // There is always room for two, because half of a surrogate pair is never given.
        while (_length < LongestText)
        {
            var room = LongestText + 1 - _length;
            var read = xml.ReadValueChunk(_characters, _length, room);
            _length += read;
            if (read < room - 1)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The text as a string, the one made before if there is one.</summary>
    public string ToText()
    {
        if (_length == 0)
        {
            return "";
        }

        _texts ??= ArrayPool<string?>.Shared.Rent(CacheSize);
        var characters = Span;
        ref var slot = ref _texts[Hash(characters) % CacheSize];
        if (slot is null || !characters.SequenceEqual(slot))
        {
            slot = characters.ToString();
        }

        return slot;
    }

    public void Dispose()
    {
        if (_characters is { } characters)
        {
            _characters = null;
            ArrayPool<char>.Shared.Return(characters);
        }

        if (_texts is { } texts)
        {
            _texts = null;
            ArrayPool<string?>.Shared.Return(texts, clearArray: true);
        }
    }

    // Both ends and the length: texts of one member mostly differ there.
    private static uint Hash(ReadOnlySpan<char> text)
    {
        var hash = (uint)text.Length;
        for (var i = 0; i < Math.Min(text.Length, 8); i++)
        {
            hash = (((hash * 31) + text[i]) * 31) + text[^(i + 1)];
        }

        return hash;
    }
}
