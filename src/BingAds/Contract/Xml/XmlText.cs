using System.Buffers;
using System.Xml;

namespace BingAds.Contract.Xml;

/// <summary>Which characters XML 1.0 can hold.</summary>
internal static class XmlText
{
    // Everything below U+0020 but tab, line feed and carriage return, the surrogates and the two non-characters.
    private static readonly SearchValues<char> s_suspicious = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Where(static c => c is not (9 or 10 or 13)).Concat(Enumerable.Range(0xD800, 0x800)).Concat([0xFFFE, 0xFFFF]).Select(static c => (char)c)]);

    /// <summary>Place of the first character that XML can't hold, or -1.</summary>
    public static int IndexOfInvalid(string text)
    {
        var i = text.AsSpan().IndexOfAny(s_suspicious);
        for (; i >= 0 && i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (!XmlConvert.IsXmlChar(text[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
