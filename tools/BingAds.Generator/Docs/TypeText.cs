using System.Text.RegularExpressions;

namespace BingAds.Generator.Docs;

/// <summary>The name of a type as a phrase; names made from generic types get a readable form.</summary>
internal static partial class TypeText
{
    private static readonly Dictionary<string, string> s_primitives = new(StringComparer.Ordinal)
    {
        ["string"] = "text", ["long"] = "whole number", ["int"] = "whole number", ["double"] = "number", ["dateTime"] = "time", ["base64Binary"] = "bytes",
    };

    // Names whose words do not add up to what the type is.
    private static readonly Dictionary<string, string> s_known = new(StringComparer.Ordinal)
    {
        ["HTML5"] = "HTML5 asset",
        ["PageVisitorsWhoDidNotVisitAnotherPageRule"] = "rule for visitors of one page who did not visit another",
        ["PageVisitorsWhoVisitedAnotherPageRule"] = "rule for visitors of one page who visited another",
        ["RecommendationBase"] = "recommendation",
    };

    /// <summary>"ad group", "range of numbers", "pair".</summary>
    public static string Phrase(string type)
    {
        if (s_known.TryGetValue(type, out var known))
            return known;
        if (Pair().Match(type) is { Success: true } pair)
            return $"pair of {s_primitives[pair.Groups[1].Value]} (key) and {s_primitives[pair.Groups[2].Value]} (value)";
        if (Generic().Match(type) is { Success: true } generic)
        {
            var inner = generic.Groups[2].Value;
            return Words.Split(generic.Groups[1].Value) + " of " + English.Plural(s_primitives.GetValueOrDefault(inner) ?? Bare(inner));
        }

        return Bare(type);
    }

    /// <summary>The phrase as the owner of a member: "pair" without saying of what.</summary>
    public static string Short(string type) => Pair().IsMatch(type) ? "pair" : Phrase(type);

    private static string Bare(string type) => Words.Split(type.EndsWith("Enum", StringComparison.Ordinal) ? type[..^4] : type);

    [GeneratedRegex("^KeyValue(?:Pair|Entity)Of(long|string)(long|int|string|dateTime|base64Binary)$")]
    private static partial Regex Pair();

    [GeneratedRegex("^(RangeResult|RangeResultByType|Selection)Of(.+)$")]
    private static partial Regex Generic();
}
