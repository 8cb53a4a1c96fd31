using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BingAds.Conformance.Scenarios;

/// <summary>When two values of a script are the same: numbers as numbers, a long as text like the number, dates as instants.</summary>
public static class ScriptEquality
{
    public static bool Same(JsonNode? left, JsonNode? right) => (left, right) switch
    {
        (null, null) => true,
        (JsonValue one, JsonValue other) => SameScalar(one, other),
        (JsonArray one, JsonArray other) => one.Count == other.Count && one.Zip(other).All(static pair => Same(pair.First, pair.Second)),
        (JsonObject one, JsonObject other) => one.Select(static m => m.Key).Union(other.Select(static m => m.Key)).All(name => Same(one[name], other[name])),
        _ => false,
    };

    /// <summary>Whether a value equals the wanted one, or, where that is an object, has all its members.</summary>
    public static bool Fits(JsonNode? value, JsonNode? wanted) => wanted is JsonObject members
        ? value is JsonObject found && members.All(m => Fits(found[m.Key], m.Value))
        : Same(value, wanted);

    /// <summary>The value as a number: a number, or digits as text.</summary>
    public static decimal? Number(JsonNode? node) => node is JsonValue value && value.GetValueKind() is JsonValueKind.Number or JsonValueKind.String
        && decimal.TryParse(ScriptValues.AsText(node), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool SameScalar(JsonValue left, JsonValue right)
    {
        var (one, other) = (left.GetValueKind(), right.GetValueKind());
        if (one == JsonValueKind.Number || other == JsonValueKind.Number)
        {
            return one is JsonValueKind.True or JsonValueKind.False || other is JsonValueKind.True or JsonValueKind.False
                ? false
                : Number(left) is { } a && Number(right) is { } b && a == b;
        }

        if (one != JsonValueKind.String || other != JsonValueKind.String) return one == other;
        var (text, wanted) = (left.GetValue<string>(), right.GetValue<string>());
        return text == wanted || (Instant(text) is { } then && Instant(wanted) == then);
    }

    /// <summary>Only texts that start like an ISO date: <c>2026-03-01</c>, or one with a time. Without a zone it is UTC.</summary>
    private static DateTimeOffset? Instant(string text) =>
        text.Length >= 10 && text[4] == '-' && text[7] == '-' && (text.Length == 10 || text[10] == 'T') &&
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)
            ? instant
            : null;
}
