using System.Text;

namespace BingAds.Emulator.Rules;

/// <summary>What texts may be.</summary>
internal static class TextRules
{
    /// <summary>Whether it is a name of at most that many characters: not blank, no line breaks or other control characters.</summary>
    public static bool IsName(string? text, int maxLength) => !string.IsNullOrWhiteSpace(text) && text.Length <= maxLength && !HasControl(text);

    public static bool HasControl(string text) => text.Any(char.IsControl);

    /// <summary>Names that differ in case only are the same to most families.</summary>
    public static string? FoldCase(string? text) => text?.Trim().ToUpperInvariant();

    /// <summary>As keywords are compared: any case, blanks run together.</summary>
    public static string FoldKeyword(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();

    /// <summary>Length in an ad: a tag counts as the default text in it, a double-width character as two.</summary>
    public static int ShownLength(string text)
    {
        var length = 0;
        foreach (var rune in WithoutTags(text).EnumerateRunes())
        {
            length += IsWide(rune) ? 2 : 1;
        }

        return length;
    }

    public static bool HasTags(string text) => text.Contains('{', StringComparison.Ordinal);

    /// <summary>Whether braces only stand in pairs, around something, and not within each other.</summary>
    public static bool HasProperTags(string text)
    {
        var open = -1;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '{' && open >= 0)
                return false;
            if (text[i] == '{')
                open = i;
            else if (text[i] == '}' && (open < 0 || open == i - 1))
                return false;
            else if (text[i] == '}')
                open = -1;
        }

        return open < 0;
    }

    /// <summary><c>Buy {KeyWord:shoes} now</c> gives <c>Buy shoes now</c>; a tag without a default gives nothing.</summary>
    public static string WithoutTags(string text)
    {
        if (!HasTags(text))
            return text;
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var end = text[i] == '{' ? text.IndexOf('}', i) : -1;
            if (end < 0)
            {
                result.Append(text[i]);
                continue;
            }

            var tag = text.AsSpan(i + 1, end - i - 1);
            var colon = tag.IndexOf(':');
            if (colon >= 0)
                result.Append(tag[(colon + 1)..]);
            i = end;
        }

        return result.ToString();
    }

    private static bool IsWide(Rune rune) => rune.Value is
        (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF)
        or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x1F300 and <= 0x1FAFF) or (>= 0x20000 and <= 0x3FFFD);
}
