using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using BingAds.Conformance.Contract;

namespace BingAds.Conformance.Making.Cells;

/// <summary>Where a column lives inside its entity, in the notation of the contract: <c>A.B(C).Settings[D].E</c> or <c>A.List[0].E</c>.</summary>
internal sealed class CellPath
{
    private readonly List<Segment> _segments;

    private CellPath(List<Segment> segments) => _segments = segments;

    /// <summary>Classes that settings, and the like, of this path are of.</summary>
    public string? ElementClass => _segments.Select(static s => s.Element).FirstOrDefault(static e => e is not null);

    public int? Index => _segments.Select(static s => s.Index).FirstOrDefault(static i => i is not null);

    public static CellPath Parse(string text)
    {
        var segments = new List<Segment>();
        foreach (var part in text.Split('.'))
        {
            var at = part.AsSpan().IndexOfAny('(', '[');
            var (name, rest) = at < 0 ? (part, "") : (part[..at], part[(at + 1)..^1]);
            segments.Add(at < 0 ? new Segment(name) : part[at] == '('
                ? new Segment(name, Cast: rest)
                : int.TryParse(rest, CultureInfo.InvariantCulture, out var index) ? new Segment(name, Index: index) : new Segment(name, Element: rest));
        }

        return new CellPath(segments);
    }

    /// <summary>The same place with one class chosen where several may hold it, or another element of a list.</summary>
    public CellPath With(string? element = null, int? index = null) =>
        new([.. _segments.Select(s => s with { Element = s.Element is null ? null : element ?? s.Element, Index = s.Index is null ? null : index ?? s.Index })]);

    public CellPath Parent() => new([.. _segments.SkipLast(1)]);

    /// <summary>The chain of members as the cells' form writes it.</summary>
    public string Property => string.Join('.', _segments.Select(static s => s switch
    {
        { Index: { } index } => string.Create(CultureInfo.InvariantCulture, $"{s.Member}[{index}]"),
        { Element: { } element } => $"{s.Member}[$type={element}]",
        _ => s.Member,
    }));

    /// <summary>The classes that parts of the chain have at run time.</summary>
    public JsonObject? Casts()
    {
        var casts = new JsonObject();
        var chain = new StringBuilder();
        foreach (var segment in _segments)
        {
            chain.Append(chain.Length > 0 ? "." : "").Append(segment.Member);
            if (segment.Cast is { } name) casts[chain.ToString()] = name;
        }

        return casts.Count == 0 ? null : casts;
    }

    /// <summary>Puts a value at the place, with all objects on the way.</summary>
    public void Set(JsonObject entity, BulkRecordFacts record, ServiceSchema api, JsonNode? value)
    {
        var (at, type) = (entity, (string?)null);
        foreach (var segment in _segments.SkipLast(1))
        {
            var declared = type is null ? record.Properties[segment.Member].Type : api.Fields(type).Single(f => f.Name == segment.Member).Type;
            type = segment.Cast ?? segment.Element ?? Item(declared);
            at = segment.Index is null && segment.Element is null ? Child(at, segment, type) : Element(at, segment, type);
        }

        at[_segments[^1].Member] = value?.DeepClone();
    }

    /// <summary>The value at the place; null where anything on the way is missing.</summary>
    public JsonNode? Get(JsonObject entity)
    {
        JsonNode? at = entity;
        foreach (var segment in _segments)
        {
            at = at is JsonObject form ? form[segment.Member] : null;
            if (segment.Cast is { } cast && at?["$type"]?.GetValue<string>() != cast) return null;
            if (segment.Index is { } index) at = at is JsonArray list && index < list.Count ? list[index] : null;
            if (segment.Element is { } element) at = (at as JsonArray)?.FirstOrDefault(e => e?["$type"]?.GetValue<string>() == element);
        }

        return at;
    }

    private static JsonObject Child(JsonObject at, Segment segment, string type)
    {
        if (at[segment.Member] is JsonObject child && (segment.Cast is null || child["$type"]?.GetValue<string>() == type)) return child;
        var made = new JsonObject { ["$type"] = type };
        at[segment.Member] = made;
        return made;
    }

    private static JsonObject Element(JsonObject at, Segment segment, string type)
    {
        var list = at[segment.Member] as JsonArray;
        if (list is null) at[segment.Member] = list = [];
        if (segment.Index is { } index)
        {
            while (list.Count <= index) list.Add((JsonNode)new JsonObject { ["$type"] = type });
            return (JsonObject)list[index]!;
        }

        if (list.FirstOrDefault(e => e?["$type"]?.GetValue<string>() == type) is JsonObject found) return found;
        var made = new JsonObject { ["$type"] = type };
        list.Add((JsonNode)made);
        return made;
    }

    private static string Item(string type) => type.Replace("[]", "", StringComparison.Ordinal).TrimEnd('?');

    private sealed record Segment(string Member, string? Cast = null, int? Index = null, string? Element = null);
}
