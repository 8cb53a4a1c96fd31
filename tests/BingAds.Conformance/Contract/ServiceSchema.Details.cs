using System.Text.Json;
using System.Xml.Linq;

namespace BingAds.Conformance.Contract;

/// <summary>A member as it is written: its names, its type and the namespace of its element.</summary>
internal sealed record FieldDetails(string Name, string JsonName, string Type, string? Array, XNamespace Namespace);

/// <summary>How the items of a list are named in XML, and what they are.</summary>
internal sealed record ListDetails(XName Item, string Of);

/// <summary>An operation with its routes and messages.</summary>
internal sealed record OperationDetails(
    string Name, string Verb, string Path, string SoapAction, string Request, string Response, IReadOnlyList<string> Faults);

/// <summary>A type of a family, and the value of <c>Type</c> that tells it.</summary>
/// <param name="IsMember">Whether <c>Type</c> is an ordinary member too, and so an element in XML.</param>
internal sealed record FamilyDetails(IReadOnlyDictionary<string, string> Values, string Root, bool IsMember, bool IsRootAbstract);

/// <summary>What only a writer needs to know: names, namespaces and order.</summary>
public sealed partial class ServiceSchema
{
    private Dictionary<string, JsonElement>? _lists;

    internal XNamespace Namespace => NamespaceOf("svc");

    internal string RestPrefix => _root.GetProperty("rest").GetProperty("prefix").GetString()!;

    internal string SoapPath => new Uri(_root.GetProperty("soap").GetProperty("production").GetString()!).AbsolutePath;

    internal IReadOnlyList<string> SoapHeaders => Texts(_root.GetProperty("soap").GetProperty("requestHeaders"));

    internal IEnumerable<OperationDetails> Operations => _root.GetProperty("operations").EnumerateArray().Select(static o => new OperationDetails(
        o.GetProperty("name").GetString()!, o.GetProperty("verb").GetString()!, o.GetProperty("path").GetString()!, o.GetProperty("action").GetString()!,
        o.GetProperty("request").GetString()!, o.GetProperty("response").GetString()!, Texts(o.GetProperty("faults"))));

    /// <summary>All members in the order of the wire: those of the base first.</summary>
    internal IEnumerable<FieldDetails> Fields(string typeName)
    {
        var type = _types[typeName];
        var inherited = type.TryGetProperty("base", out var baseName) ? Fields(baseName.GetString()!) : [];
        var ns = TypeNamespace(typeName);
        return inherited.Concat(type.GetProperty("fields").EnumerateArray().Where(static f => !f.TryGetProperty("removed", out _)).Select(f => new FieldDetails(
            f.GetProperty("name").GetString()!,
            (f.TryGetProperty("json", out var json) ? json : f.GetProperty("name")).GetString()!,
            f.GetProperty("type").GetString()!,
            f.TryGetProperty("array", out var array) ? array.GetString() : null,
            ns)));
    }

    /// <summary>The namespace of a type's name and of its own members; messages are in the service's.</summary>
    internal XNamespace TypeNamespace(string typeName) =>
        _types[typeName].TryGetProperty("ns", out var key) ? NamespaceOf(key.GetString()!) : Namespace;

    internal ListDetails List(string name)
    {
        _lists ??= _root.GetProperty("arrays").EnumerateArray().ToDictionary(static a => a.GetProperty("name").GetString()!);
        var list = _lists[name];
        return new ListDetails(NamespaceOf(list.GetProperty("ns").GetString()!) + list.GetProperty("item").GetString()!, list.GetProperty("of").GetString()!);
    }

    /// <summary>The families that a type belongs to, the widest first; mostly one or none.</summary>
    internal IEnumerable<FamilyDetails> Families(string typeName) => _root.GetProperty("hierarchies").EnumerateArray()
        .Where(h => h.GetProperty("values").TryGetProperty(typeName, out _))
        .Select(static h => new FamilyDetails(
            h.GetProperty("values").EnumerateObject().ToDictionary(static v => v.Name, static v => v.Value.GetString()!),
            h.GetProperty("root").GetString()!,
            h.GetProperty("carrier").GetString() == "member",
            h.TryGetProperty("rootAbstract", out var isAbstract) && isAbstract.GetBoolean()))
        .OrderByDescending(static f => f.Values.Count);

    /// <summary>A type and all that are derived from it, by name.</summary>
    internal IEnumerable<string> DerivedTypes(string typeName) =>
        _types.Keys.Where(name => IsDerivedFrom(name, typeName)).Order(StringComparer.Ordinal);

    internal bool IsDerivedFrom(string typeName, string baseName) =>
        typeName == baseName || (_types[typeName].TryGetProperty("base", out var parent) && IsDerivedFrom(parent.GetString()!, baseName));

    private XNamespace NamespaceOf(string key) => _root.GetProperty("namespaces").GetProperty(key).GetString()!;

    private static List<string> Texts(JsonElement list) => list.EnumerateArray().Select(static t => t.GetString()!).ToList();
}
