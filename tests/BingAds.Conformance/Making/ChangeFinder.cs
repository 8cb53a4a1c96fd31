using System.Text.Json.Nodes;
using BingAds.Conformance.Contract;

namespace BingAds.Conformance.Making;

/// <summary>Finds, for each kind of change, the first place of a made response where it can be made.</summary>
internal static class ChangeFinder
{
    public static IEnumerable<(string Transport, string Mutation, string Path)> Find(JsonObject body, ObjectShape shape)
    {
        yield return ("rest", "unknownPropertyTop", "$");
        yield return ("rest", "emptyObjectBody", "$");
        yield return ("soap", "unchangedRewritten", "$");
        if (shape.MemberNames.Count == 0) yield break;
        yield return ("soap", "unknownElementTop", "Body");
        foreach (var name in new[] { "emptyBody", "nullBody", "htmlBody" }) yield return ("rest", name, "$");
        var first = body.First(static m => m.Value is not null).Key;
        yield return ("rest", "camelCaseTop", "$." + first);
        yield return ("rest", "missingPropertyTop", "$." + first);

        var done = new HashSet<string>();
        foreach (var (path, node, nodeShape) in Walk(body, shape, "$"))
        {
            // An item of a list of plain numbers has no null to fall back to.
            if (path.EndsWith(']') && nodeShape is PrimitiveShape) continue;
            foreach (var change in Changes(node, nodeShape).Where(c => done.Add(c.Transport + c.Mutation))) yield return (change.Transport, change.Mutation, path);
        }
    }

    private static IEnumerable<(string Transport, string Mutation)> Changes(JsonNode node, Shape? shape)
    {
        switch (shape)
        {
            case ObjectShape type when node is JsonObject { Count: > 2 }:
                yield return ("rest", "unknownPropertyNested");
                yield return ("rest", "missingPropertyNested");
                yield return ("soap", "unknownElementNestedFirst");
                yield return ("soap", "unknownElementNestedLast");
                yield return ("soap", "missingElementNested");
                yield return ("soap", "elementsInReverseOrder");
                yield return ("soap", "unknownXsiType");
                if (!type.IsPolymorphic) break;
                yield return ("rest", "unknownPolymorphicType");
                yield return ("rest", "missingPolymorphicType");
                break;
            case EnumShape words:
                var kind = words.IsFlags ? ":flags" : ":enum";
                yield return ("rest", "unknownEnum" + kind);
                yield return ("rest", "enumAsNumber" + kind);
                yield return ("rest", "enumLowerCase" + kind);
                yield return ("soap", "unknownEnum" + kind);
                break;
            case PrimitiveShape { Name: "long" }:
                yield return ("rest", "longAsNumber");
                yield return ("rest", "longAsEmptyString");
                break;
            case PrimitiveShape { Name: "int" }:
                yield return ("rest", "intAsString");
                yield return ("rest", "nullForValueType");
                yield return ("soap", "nilForValueType");
                break;
        }
    }

    /// <summary>All values below the message itself. A discriminator is no word of a list like others, so it is passed over.</summary>
    private static IEnumerable<(string Path, JsonNode Node, Shape? Shape)> Walk(JsonNode node, Shape? shape, string path)
    {
        switch (node)
        {
            case JsonObject form when shape is ObjectShape type:
                var exact = type.ForJson(form["Type"] is JsonValue word && word.TryGetValue<string>(out var text) ? text : null);
                foreach (var (name, value) in form)
                {
                    if (value is null || (name == "Type" && exact.IsPolymorphic)) continue;
                    var inner = exact.Member(name);
                    yield return ($"{path}.{name}", value, inner);
                    foreach (var found in Walk(value, inner, $"{path}.{name}")) yield return found;
                }

                break;
            case JsonArray items when shape is ListShape list:
                for (var i = 0; i < items.Count; i++)
                {
                    if (items[i] is not { } item) continue;
                    yield return ($"{path}[{i}]", item, list.Item);
                    foreach (var found in Walk(item, list.Item, $"{path}[{i}]")) yield return found;
                }

                break;
        }
    }
}
