using System.Text.Json;

namespace BingAds.Conformance.Contract;

/// <summary>The contract of one service as shapes, read from the contract's own file and not from the code under test.</summary>
public sealed partial class ServiceSchema
{
    private readonly JsonElement _root;
    private readonly Dictionary<string, JsonElement> _types;
    private readonly Dictionary<string, EnumShape> _enums;
    private readonly Dictionary<string, ObjectShape> _shapes = new(StringComparer.Ordinal);
    private readonly List<Dictionary<string, string>> _hierarchies;

    private ServiceSchema(JsonElement root)
    {
        _root = root;
        Name = root.GetProperty("service").GetString()!;
        _types = root.GetProperty("types").EnumerateArray()
            .Concat(root.GetProperty("messages").EnumerateArray())
            .ToDictionary(static t => t.GetProperty("name").GetString()!, StringComparer.Ordinal);
        _enums = root.GetProperty("enums").EnumerateArray().Select(ReadEnum).ToDictionary(static e => e.Name, StringComparer.Ordinal);
        _hierarchies = root.GetProperty("hierarchies").EnumerateArray()
            .Select(static h => h.GetProperty("values").EnumerateObject().ToDictionary(static v => v.Name, static v => v.Value.GetString()!))
            .ToList();
    }

    /// <summary>The service's name, such as <c>CampaignManagement</c>.</summary>
    public string Name { get; }

    public static ServiceSchema Parse(Stream json)
    {
        using var document = JsonDocument.Parse(json);
        return new ServiceSchema(document.RootElement.Clone());
    }

    /// <summary>The request message of an operation, or its response.</summary>
    public ObjectShape? Message(string operation, bool response) => TypeShape(operation + (response ? "Response" : "Request"));

    /// <summary>The shape of a type or message; null when the contract has none of that name.</summary>
    public ObjectShape? TypeShape(string name)
    {
        lock (_shapes)
        {
            if (_shapes.TryGetValue(name, out var shape)) return shape;
            if (!_types.TryGetValue(name, out var type)) return null;
            return _shapes[name] = new ObjectShape(this, name, Members(type), DerivedByJsonType(name));
        }
    }

    /// <summary>The shape of a type expression such as <c>long?[]</c>.</summary>
    internal Shape? ShapeOf(string type)
    {
        if (type.EndsWith("[]", StringComparison.Ordinal)) return ShapeOf(type[..^2]) is { } item ? new ListShape(item) : null;
        if (type.StartsWith("map<", StringComparison.Ordinal)) return new MapShape();
        var name = type.TrimEnd('?');
        if (_enums.TryGetValue(name, out var words)) return words;
        return (Shape?)TypeShape(name) ?? new PrimitiveShape(name);
    }

    private Dictionary<string, string> Members(JsonElement type)
    {
        var members = type.TryGetProperty("base", out var baseName) && _types.TryGetValue(baseName.GetString()!, out var baseType)
            ? Members(baseType)
            : new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in type.GetProperty("fields").EnumerateArray())
        {
            var name = field.TryGetProperty("json", out var json) ? json : field.GetProperty("name");
            members[name.GetString()!] = field.GetProperty("type").GetString()!;
        }

        return members;
    }

    private Dictionary<string, string> DerivedByJsonType(string name)
    {
        var derived = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var hierarchy in _hierarchies.Where(h => h.ContainsKey(name)))
        {
            foreach (var (type, value) in hierarchy) derived.TryAdd(value, type);
        }

        return derived;
    }

    private static EnumShape ReadEnum(JsonElement value) => new(
        value.GetProperty("name").GetString()!,
        value.TryGetProperty("flags", out var flags) && flags.GetBoolean(),
        value.GetProperty("values").EnumerateObject().ToDictionary(static v => v.Name, static v => v.Value.GetInt64(), StringComparer.Ordinal));
}
