using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace BingAds.Conformance.Scenarios;

/// <summary>The tests that an expectation may ask for.</summary>
public static class ScriptTest
{
    /// <summary>Members of an expectation that say where to look and how sure it is, not what to test.</summary>
    private static readonly HashSet<string> s_notATest = ["path", "sure", "note", "row", "column", "type", "where"];

    /// <summary>Checks the one test of an expectation; null when it holds, else what is wrong.</summary>
    /// <param name="expectation">The expectation with everything filled in.</param>
    /// <param name="found">What its path led to.</param>
    /// <param name="isMany">Whether the path ends in a list of what was found for every element.</param>
    /// <exception cref="ScriptException">There is not exactly one test, or it is unknown.</exception>
    public static string? Check(JsonObject expectation, JsonNode? found, bool isMany)
    {
        var tests = expectation.Where(static m => !s_notATest.Contains(m.Key)).ToList();
        if (tests.Count != 1) throw new ScriptException($"An expectation has exactly one test: {expectation.ToJsonString()}");
        var (name, wanted) = (tests[0].Key, tests[0].Value);
        var holds = name == "is" ? Is(wanted!.GetValue<string>(), found, isMany) : Holds(name, wanted, found);
        return holds ? null : $"{name} {Show(wanted)} does not hold for {Show(found)}";
    }

    private static bool Is(string word, JsonNode? found, bool isMany)
    {
        if (isMany && word is "id" or "null" or "notNull" or "text" or "number" or "empty" or "notEmpty" && found is JsonArray each)
        {
            return each.All(item => IsOne(word, item));
        }

        return IsOne(word, found);
    }

    private static bool IsOne(string word, JsonNode? found) => word switch
    {
        "null" => found is null,
        "notNull" => found is not null,
        "empty" => IsEmpty(found),
        "notEmpty" => !IsEmpty(found),
        "id" => ScriptEquality.Number(found) is > 0 and var id && decimal.IsInteger(id),
        "text" => Text(found) is { Length: > 0 },
        "number" => found is JsonValue && ScriptEquality.Number(found) is not null,
        "distinct" => found is JsonArray list && IsDistinct(list),
        _ => throw new ScriptException($"There is no test 'is {word}'."),
    };

    private static bool Holds(string name, JsonNode? wanted, JsonNode? found) => name switch
    {
        "equals" => ScriptEquality.Same(found, wanted),
        "notEquals" => !ScriptEquality.Same(found, wanted),
        "oneOf" => List(wanted, name).Any(one => ScriptEquality.Same(found, one)),
        "count" => Count(found) == ScriptEquality.Number(wanted),
        "countAtLeast" => Count(found) >= ScriptEquality.Number(wanted),
        "countAtMost" => Count(found) <= ScriptEquality.Number(wanted),
        "contains" => found is JsonArray list && list.Any(item => ScriptEquality.Fits(item, wanted)),
        "excludes" => found is null || (found is JsonArray others && !others.Any(item => ScriptEquality.Fits(item, wanted))),
        "sameSet" => SameSet(found, List(wanted, name)),
        "atLeast" => ScriptEquality.Number(found) >= ScriptEquality.Number(wanted),
        "atMost" => ScriptEquality.Number(found) <= ScriptEquality.Number(wanted),
        "matches" => Text(found) is { } text && Regex.IsMatch(text, Text(wanted)!, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5)),
        _ => throw new ScriptException($"There is no test '{name}'."),
    };

    /// <summary>Null counts 0; anything that is not a list has no length, so that every test of it fails.</summary>
    private static decimal? Count(JsonNode? found) => found switch
    {
        null => 0,
        JsonArray list => list.Count,
        _ => null,
    };

    private static bool IsEmpty(JsonNode? found) => found switch
    {
        null => true,
        JsonArray list => list.Count == 0,
        JsonValue => Text(found) is { Length: 0 },
        _ => false,
    };

    private static bool IsDistinct(JsonArray list)
    {
        for (var i = 0; i < list.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (ScriptEquality.Same(list[i], list[j])) return false;
            }
        }

        return true;
    }

    private static bool SameSet(JsonNode? found, JsonArray wanted)
    {
        var list = found as JsonArray ?? [];
        return list.Count == wanted.Count && IsDistinct(list) && IsDistinct(wanted) && wanted.All(one => list.Any(item => ScriptEquality.Fits(item, one)));
    }

    private static JsonArray List(JsonNode? wanted, string test) =>
        wanted as JsonArray ?? throw new ScriptException($"The test '{test}' takes a list.");

    private static string? Text(JsonNode? found) =>
        found is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    private static string Show(JsonNode? node)
    {
        var text = node?.ToJsonString() ?? "null";
        return text.Length <= 200 ? text : text[..200] + "…";
    }
}
