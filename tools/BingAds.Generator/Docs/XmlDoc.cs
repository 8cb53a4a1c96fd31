using System.Text.RegularExpressions;

namespace BingAds.Generator.Docs;

/// <summary>Puts ready text (escaped, with its tags) into the lines of a documentation comment.</summary>
internal static partial class XmlDoc
{
    private const int Width = 130;

    public static string Code(string name) => "<c>" + Escape(name) + "</c>";

    public static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);

    public static string Link(string page, string? anchor = null) =>
        $"<see href=\"https://learn.microsoft.com/en-us/advertising/{page}?view=bingads-13{(anchor is null ? "" : "#" + Anchor(anchor))}\">Reference</see>.";

    /// <summary>The element on one line if it fits, else wrapped between its tags.</summary>
    public static IEnumerable<string> Element(string tag, IReadOnlyList<string> sentences)
    {
        if (sentences.Count == 0)
            yield break;
        var text = string.Join(' ', sentences);
        // A link alone stays on one line, however long its address is.
        if ((sentences.Count == 1 && text.StartsWith("<see ", StringComparison.Ordinal)) || text.Length + (2 * tag.Length) + 5 <= Width)
        {
            yield return $"<{tag}>{text}</{tag}>";
            yield break;
        }

        yield return $"<{tag}>";
        foreach (var line in Wrap(text))
            yield return line;
        yield return $"</{tag}>";
    }

    // Tags hold blanks of their own, so a line may not end inside one.
    private static IEnumerable<string> Wrap(string text)
    {
        var line = "";
        foreach (Match word in Unbroken().Matches(text))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > Width)
            {
                yield return line;
                line = "";
            }

            line += line.Length == 0 ? word.Value : " " + word.Value;
        }

        yield return line;
    }

    private static string Anchor(string name) => name.ToLowerInvariant();

    [GeneratedRegex(@"(?:<[^>]*>|[^\s<])+")]
    private static partial Regex Unbroken();
}
