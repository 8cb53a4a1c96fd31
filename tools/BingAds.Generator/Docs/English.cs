using System.Globalization;

namespace BingAds.Generator.Docs;

/// <summary>The little grammar that the texts need: articles, plurals, verbs.</summary>
internal static class English
{
    private static readonly HashSet<string> s_uncountable = new(StringComparer.Ordinal)
    {
        "data", "metadata", "info", "information", "opt-out", "audio", "feedback", "voice", "status", "credit", "traffic", "competition",
    };

    private static readonly HashSet<string> s_singularS = new(StringComparer.Ordinal)
    {
        "status", "address", "business", "basis", "analysis", "access", "news", "bonus", "focus", "process", "class", "radius", "progress",
    };

    private static readonly string[] s_links = [" by ", " for ", " of ", " to ", " from ", " in ", " with ", " at ", " on ", " per "];

    /// <summary>"a campaign", "an ad group", "a URL", "frequency cap settings".</summary>
    public static string WithArticle(string phrase)
    {
        if (IsPlural(phrase) || s_uncountable.Contains(Head(phrase)))
            return phrase;
        return (StartsWithVowelSound(phrase) ? "an " : "a ") + phrase;
    }

    /// <summary>Whether the noun that a phrase is about is a plural: "frequency cap settings", "searches by week".</summary>
    public static bool IsPlural(string phrase)
    {
        var head = Head(phrase);
        return head == "media" || (head.Length > 2 && head.EndsWith('s') && !head.EndsWith("ss", StringComparison.Ordinal)
            && !s_singularS.Contains(head) && (head == "URLs" || head == "KPIs" || !IsAbbreviation(head)));
    }

    public static string Plural(string phrase)
    {
        if (IsPlural(phrase) || s_uncountable.Contains(LastWord(phrase)))
            return phrase;
        if (phrase.EndsWith('y') && !"aeiou".Contains(phrase[^2]))
            return phrase[..^1] + "ies";
        return phrase.EndsWith('s') || phrase.EndsWith('x') || phrase.EndsWith("ch", StringComparison.Ordinal) ? phrase + "es" : phrase + "s";
    }

    /// <summary>Third person: "add" is "adds", "search" is "searches".</summary>
    public static string ThirdPerson(string verb)
    {
        if (verb.EndsWith("ch", StringComparison.Ordinal) || verb.EndsWith("ss", StringComparison.Ordinal))
            return verb + "es";
        return verb.EndsWith("ly", StringComparison.Ordinal) ? verb[..^1] + "ies" : verb + "s";
    }

    public static string UpperFirst(string text) =>
        text.StartsWith("iOS", StringComparison.Ordinal) ? text : char.ToUpper(text[0], CultureInfo.InvariantCulture) + text[1..];

    /// <summary>"A", "A or B", "A, B or C".</summary>
    public static string List(IReadOnlyList<string> items, string last = "or") => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => string.Join(", ", items.Take(items.Count - 1)) + " " + last + " " + items[^1],
    };

    private static string Head(string phrase)
    {
        foreach (var link in s_links)
        {
            var at = phrase.IndexOf(link, StringComparison.Ordinal);
            if (at > 0)
                phrase = phrase[..at];
        }

        return LastWord(phrase);
    }

    private static string LastWord(string phrase) => phrase[(phrase.LastIndexOf(' ') + 1)..];

    private static bool IsAbbreviation(string word) => word.Length > 1 && word.All(c => char.IsUpper(c) || char.IsDigit(c));

    private static bool StartsWithVowelSound(string phrase)
    {
        var word = phrase.Split(' ')[0];
        if (IsAbbreviation(word))
            return "AEFHILMNORSX".Contains(word[0]);                          // said letter by letter
        foreach (var consonant in (string[])["user", "use", "uni", "one", "euro"])
        {
            if (word.StartsWith(consonant, StringComparison.OrdinalIgnoreCase))
                return false;
        }

        return word.StartsWith("hour", StringComparison.Ordinal) || "aeiouAEIOU".Contains(word[0]);
    }
}
