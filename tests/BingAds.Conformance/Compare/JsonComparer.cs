using System.Text.Json;
using BingAds.Conformance.Contract;

namespace BingAds.Conformance.Compare;

/// <summary>Compares two JSON bodies by meaning: member order and escapes are free, a null member equals an absent one, the text of a number counts.</summary>
public static class JsonComparer
{
    public static IReadOnlyList<Difference> Compare(string expected, string actual, Shape? shape = null, CompareOptions? options = null)
    {
        using var left = JsonDocument.Parse(expected);
        JsonDocument right;
        try
        {
            right = JsonDocument.Parse(actual);
        }
        catch (JsonException error)
        {
            return [new Difference("$", "a JSON value", error.Message)];
        }

        using (right)
        {
            return Compare(left.RootElement, right.RootElement, shape, options);
        }
    }

    public static IReadOnlyList<Difference> Compare(JsonElement expected, JsonElement actual, Shape? shape = null, CompareOptions? options = null)
    {
        var differences = new List<Difference>();
        Value("$", expected, actual, shape, options ?? CompareOptions.Strict, differences, top: true);
        return differences;
    }

    private static void Value(string path, JsonElement expected, JsonElement actual, Shape? shape, CompareOptions options, List<Difference> found, bool top = false)
    {
        if (expected.ValueKind != actual.ValueKind)
        {
            found.Add(new Difference(path, Show(expected), Show(actual)));
            return;
        }

        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                Members(path, expected, actual, shape, options, found, top);
                break;
            case JsonValueKind.Array:
                Items(path, expected, actual, (shape as ListShape)?.Item, options, found);
                break;
            case JsonValueKind.String:
                if (!SameText(expected.GetString()!, actual.GetString()!, shape)) found.Add(new Difference(path, Show(expected), Show(actual)));
                break;
            case JsonValueKind.Number:
                if (expected.GetRawText() != actual.GetRawText()) found.Add(new Difference(path, Show(expected), Show(actual)));
                break;
        }
    }

    private static void Members(string path, JsonElement expected, JsonElement actual, Shape? shape, CompareOptions options, List<Difference> found, bool top)
    {
        var objectShape = (shape as ObjectShape)?.ForJson(TypeOf(expected) ?? TypeOf(actual));
        foreach (var member in expected.EnumerateObject())
        {
            var memberShape = objectShape?.Member(member.Name);
            var isThere = actual.TryGetProperty(member.Name, out var other);
            if (IsNothing(member.Value, memberShape, options, top) && (!isThere || IsNothing(other, memberShape, options, top))) continue;
            if (!isThere) found.Add(new Difference($"{path}.{member.Name}", Show(member.Value), "nothing"));
            else Value($"{path}.{member.Name}", member.Value, other, memberShape, options, found);
        }

        foreach (var member in actual.EnumerateObject())
        {
            if (expected.TryGetProperty(member.Name, out _) || IsNothing(member.Value, objectShape?.Member(member.Name), options, top)) continue;
            found.Add(new Difference($"{path}.{member.Name}", "nothing", Show(member.Value)));
        }
    }

    private static void Items(string path, JsonElement expected, JsonElement actual, Shape? item, CompareOptions options, List<Difference> found)
    {
        var (left, right) = (expected.GetArrayLength(), actual.GetArrayLength());
        if (left != right) found.Add(new Difference(path, $"{left} items", $"{right} items"));
        for (var i = 0; i < Math.Min(left, right); i++)
        {
            Value($"{path}[{i}]", expected[i], actual[i], item, options, found);
        }
    }

    private static bool IsNothing(JsonElement value, Shape? shape, CompareOptions options, bool top) =>
        value.ValueKind == JsonValueKind.Null ||
        (options.EmptyTopListIsNull && top && shape is ListShape && value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 0);

    /// <summary>Only a set of flags may differ in blanks: in any other text a blank after a comma is data.</summary>
    private static bool SameText(string expected, string actual, Shape? shape) =>
        expected == actual ||
        (shape is EnumShape { IsFlags: true } &&
         expected.Split(',', StringSplitOptions.TrimEntries).SequenceEqual(actual.Split(',', StringSplitOptions.TrimEntries)));

    private static string? TypeOf(JsonElement value) =>
        value.TryGetProperty("Type", out var type) && type.ValueKind == JsonValueKind.String ? type.GetString() : null;

    private static string Show(JsonElement value) => value.GetRawText();
}
