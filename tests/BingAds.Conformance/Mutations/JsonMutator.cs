using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using BingAds.Conformance.Contract;

namespace BingAds.Conformance.Mutations;

/// <summary>Makes one deliberate change to a JSON body.</summary>
public static class JsonMutator
{
    private const string UnknownValue = """{"Words":["a",null,"ö\"<&>"],"Amount":1.10,"Big":"9007199254740993","Deep":{"IsSo":true,"Nothing":null}}""";

    private static readonly JsonSerializerOptions s_asItStands = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The changed body, or null when the mutation is unknown.</summary>
    /// <exception cref="InvalidOperationException">The path leads to nothing that the change could be made to.</exception>
    public static string? Apply(string body, string mutation, string path, Shape? message = null)
    {
        switch (Mutation.BaseName(mutation))
        {
            case "emptyBody": return "";
            case "nullBody": return "null";
            case "htmlBody": return "<html><body>Moved</body></html>";
            case "emptyObjectBody": return "{}";
        }

        var root = JsonNode.Parse(body)!;
        var at = MemberPath.Parse(path);
        switch (Mutation.BaseName(mutation))
        {
            case "unknownPropertyTop" or "unknownPropertyNested":
                Object(root, at)[Mutation.UnknownName] = JsonNode.Parse(UnknownValue);
                break;
            case "missingPropertyTop":
                Object(root, at.Parent).Remove((string)at.Last);
                break;
            case "missingPropertyNested":
                RemoveFirstMember(Object(root, at));
                break;
            case "camelCaseTop":
                Rename(Object(root, at.Parent), (string)at.Last, JsonNamingPolicy.CamelCase.ConvertName((string)at.Last));
                break;
            case "unknownPolymorphicType":
                Object(root, at)["Type"] = Mutation.UnknownType;
                break;
            case "missingPolymorphicType":
                Object(root, at).Remove("Type");
                break;
            case "nullForValueType":
                Replace(root, at, null);
                break;
            case "longAsEmptyString":
                Replace(root, at, "");
                break;
            case "longAsNumber":
                Replace(root, at, JsonNode.Parse(Find(root, at)!.GetValue<string>()));
                break;
            case "intAsString":
                Replace(root, at, Find(root, at)!.ToJsonString());
                break;
            case "unknownEnum":
                Replace(root, at, Mutation.UnknownWord);
                break;
            case "enumLowerCase":
                Replace(root, at, Find(root, at)!.GetValue<string>().ToLowerInvariant());
                break;
            case "enumAsNumber":
                Replace(root, at, NumberOf(Find(root, at)!.GetValue<string>(), ShapeAt(root, at, message) as EnumShape));
                break;
            default:
                return null;
        }

        return root.ToJsonString(s_asItStands);
    }

    /// <summary>Puts another value in the place of one.</summary>
    public static string WithValue(string body, string path, JsonNode? value)
    {
        var root = JsonNode.Parse(body)!;
        Replace(root, MemberPath.Parse(path), value);
        return root.ToJsonString(s_asItStands);
    }

    /// <summary>The value that a path leads to.</summary>
    public static JsonNode? ValueAt(string body, string path) => Find(JsonNode.Parse(body), MemberPath.Parse(path));

    private static JsonNode? Find(JsonNode? node, MemberPath path)
    {
        foreach (var step in path.Steps)
        {
            node = (node, step) switch
            {
                (JsonObject parent, string name) => parent[name],
                (JsonArray list, int position) when position < list.Count => list[position],
                _ => null,
            };
        }

        return node ?? throw new InvalidOperationException($"Nothing at {path}.");
    }

    private static JsonObject Object(JsonNode root, MemberPath path) =>
        Find(root, path) as JsonObject ?? throw new InvalidOperationException($"No object at {path}.");

    private static void Replace(JsonNode root, MemberPath path, JsonNode? value)
    {
        var parent = Find(root, path.Parent);
        if (path.Last is string name) ((JsonObject)parent!)[name] = value;
        else ((JsonArray)parent!)[(int)path.Last] = value;
    }

    /// <summary>Not the discriminator: leaving that out is a change of its own.</summary>
    private static void RemoveFirstMember(JsonObject value)
    {
        if (value.Select(static m => m.Key).FirstOrDefault(static name => name != "Type") is { } name) value.Remove(name);
    }

    private static void Rename(JsonObject value, string from, string to)
    {
        var members = value.ToList();
        value.Clear();
        foreach (var (name, member) in members) value[name == from ? to : name] = member;
    }

    private static long NumberOf(string words, EnumShape? shape) => words
        .Split(',', StringSplitOptions.TrimEntries)
        .Aggregate(0L, (sum, word) => sum | (shape is not null && shape.Values.TryGetValue(word, out var number) ? number : 1));

    private static Shape? ShapeAt(JsonNode? node, MemberPath path, Shape? shape)
    {
        foreach (var step in path.Steps)
        {
            switch (step)
            {
                case string name:
                    var type = (node as JsonObject)?["Type"] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
                    shape = (shape as ObjectShape)?.ForJson(type).Member(name);
                    node = (node as JsonObject)?[name];
                    break;
                case int position:
                    shape = (shape as ListShape)?.Item;
                    node = node is JsonArray list && position < list.Count ? list[position] : null;
                    break;
            }
        }

        return shape;
    }
}
