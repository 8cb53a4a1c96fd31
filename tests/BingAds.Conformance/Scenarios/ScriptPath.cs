using System.Globalization;
using System.Text.Json.Nodes;

namespace BingAds.Conformance.Scenarios;

/// <summary>A path into a response: <c>$</c>, <c>.Name</c>, <c>[0]</c>, <c>[*]</c> and <c>[?Member=value]</c>.</summary>
public sealed class ScriptPath
{
    private readonly IReadOnlyList<Step> _steps;

    private ScriptPath(IReadOnlyList<Step> steps) => _steps = steps;

    private abstract record Step;

    private sealed record Member(string Name) : Step;

    private sealed record Position(int Index) : Step;

    private sealed record Every : Step;

    private sealed record First(string[] Member, string Value) : Step;

    /// <summary>Whether the path ends in a list of what was found for every element.</summary>
    public bool IsMany => _steps.Any(static s => s is Every);

    /// <param name="fill">Fills in what the value of a <c>[?Member=value]</c> leaves open; done after parsing, so that the value may hold any character.</param>
    /// <exception cref="ScriptException">The text is no such path.</exception>
    public static ScriptPath Parse(string text, Func<string, string>? fill = null)
    {
        if (!text.StartsWith('$')) throw new ScriptException($"A path starts with '$': '{text}'.");
        var steps = new List<Step>();
        var at = 1;
        while (at < text.Length)
        {
            switch (text[at])
            {
                case '.':
                    var end = text.AsSpan(at + 1).IndexOfAny('.', '[') is var i and >= 0 ? at + 1 + i : text.Length;
                    if (end == at + 1) throw new ScriptException($"An empty name in '{text}'.");
                    steps.Add(new Member(text[(at + 1)..end]));
                    at = end;
                    break;
                case '[':
                    var close = Closing(text, at);
                    steps.Add(Bracket(text[(at + 1)..close], text, fill));
                    at = close + 1;
                    break;
                default:
                    throw new ScriptException($"'{text[at]}' was not expected in '{text}'.");
            }
        }

        return new ScriptPath(steps);
    }

    /// <summary>What the path leads to; null where it leads nowhere.</summary>
    public JsonNode? Find(JsonNode? root) => Follow(root, 0);

    private JsonNode? Follow(JsonNode? node, int from)
    {
        for (var i = from; i < _steps.Count; i++)
        {
            switch (_steps[i])
            {
                case Member member:
                    node = (node as JsonObject)?[member.Name];
                    break;
                case Position position:
                    node = node is JsonArray list && position.Index < list.Count ? list[position.Index] : null;
                    break;
                case First first:
                    node = (node as JsonArray)?.FirstOrDefault(item => TextAt(item, first.Member) == first.Value);
                    break;
                case Every:
                    return new JsonArray((node as JsonArray ?? []).Select(item => Follow(item, i + 1)?.DeepClone()).ToArray());
            }
        }

        return node;
    }

    private static string? TextAt(JsonNode? node, string[] members)
    {
        foreach (var name in members) node = (node as JsonObject)?[name];
        return node is JsonValue ? ScriptValues.AsText(node) : null;
    }

    /// <summary>The end of a bracket; a reference such as <c>${ids[1]}</c> inside it has brackets of its own.</summary>
    private static int Closing(string text, int open)
    {
        for (var i = open + 1; i < text.Length; i++)
        {
            if (text[i] == ']') return i;
            if (text[i] != '$' || i + 1 == text.Length || text[i + 1] != '{') continue;
            var brace = text.IndexOf('}', i);
            if (brace < 0) break;
            i = brace;
        }

        throw new ScriptException($"No ']' in '{text}'.");
    }

    private static Step Bracket(string inside, string text, Func<string, string>? fill)
    {
        if (inside == "*") return new Every();
        if (inside.StartsWith('?') && inside.IndexOf('=') is var equals and > 0)
        {
            var value = inside[(equals + 1)..];
            return new First(inside[1..equals].Split('.'), fill is null ? value : fill(value));
        }

        return int.TryParse(inside, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? new Position(index)
            : throw new ScriptException($"'[{inside}]' can't be read in '{text}'.");
    }
}
