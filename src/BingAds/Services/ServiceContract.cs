using System.Collections.Frozen;
using System.Xml.Linq;
using BingAds.Contract;
using BingAds.Loaded;

namespace BingAds;

/// <summary>
/// A service's contract as its own description tells it (WSDL), loaded at run time: operations and types that are newer than this package, as objects without classes, over SOAP.
/// </summary>
/// <example>
/// <code>
/// using var service = new ServiceClient(ServiceName.CampaignManagement, authorization);
/// var contract = await service.LoadContractAsync("CampaignManagementService.wsdl");
/// var request = contract.Create("GetDreamsByIdsRequest");
/// request["DreamIds"] = new[] { 1L, 2L };
/// var response = await service.CallAsync("GetDreamsByIds", request);
/// </code>
/// </example>
public sealed class ServiceContract
{
    private static readonly XNamespace s_wsdl = "http://schemas.xmlsoap.org/wsdl/";
    private static readonly XNamespace s_soap = "http://schemas.xmlsoap.org/wsdl/soap/";

    private readonly string _xml;
    private readonly FrozenDictionary<XName, LoadedType> _types;
    private readonly FrozenDictionary<XName, LoadedMember> _elements;
    private readonly FrozenDictionary<string, LoadedOperation> _operations;
    private readonly FrozenDictionary<string, LoadedType> _byName;

    private ServiceContract(XDocument document)
    {
        var root = document.Root?.Name == s_wsdl + "definitions" ? document.Root : throw new FormatException($"This is no WSDL: its root is '{document.Root?.Name.LocalName}'.");
        _xml = document.ToString(SaveOptions.DisableFormatting);
        var types = new Dictionary<XName, LoadedType>();
        var elements = new Dictionary<XName, LoadedMember>();
        foreach (var schema in root.Elements(s_wsdl + "types").Elements(SchemaReader.Xsd + "schema"))
        {
            new SchemaReader(schema, types, elements).Read();
        }

        _types = types.ToFrozenDictionary();
        _elements = elements.ToFrozenDictionary();
        _operations = Operations(root).ToFrozenDictionary(static o => o.Name, StringComparer.OrdinalIgnoreCase);
        var byName = new Dictionary<string, LoadedType>(StringComparer.OrdinalIgnoreCase);
        foreach (var message in _operations.Values.SelectMany(static o => new[] { o.Request, o.Response }))
        {
            if (Resolve(new LoadedTypeReference(message)) is { } type)
                byName.TryAdd(message.LocalName, type);
        }

        foreach (var type in _types.Values)
        {
            byName.TryAdd(type.Name.LocalName, type);
        }

        _byName = byName.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Names of all operations.</summary>
    public IReadOnlyList<string> OperationNames => [.. _operations.Values.Select(static o => o.Name).Order(StringComparer.Ordinal)];

    /// <summary>Names of all types and messages that have members.</summary>
    public IReadOnlyList<string> TypeNames =>
        [.. _byName.Where(static p => p.Value is { Values: null, Item: null }).Select(static p => p.Key).Order(StringComparer.Ordinal)];

    /// <summary>Names of all enums.</summary>
    public IReadOnlyList<string> EnumNames => [.. _types.Values.Where(static t => t.Values is not null).Select(static t => t.Name.LocalName).Order(StringComparer.Ordinal)];

    /// <summary>Reads a description with its schemas in it (<c>?singleWsdl</c>), or what <see cref="ToXml"/> gave.</summary>
    /// <exception cref="FormatException">It is no such description; the message says what is wrong.</exception>
    public static ServiceContract Parse(string wsdl)
    {
        ArgumentNullException.ThrowIfNull(wsdl);
        using var text = new StringReader(wsdl);
        return new ServiceContract(DescriptionLoader.Parse(text));
    }

    internal static ServiceContract From(XDocument document) => new(document);

    /// <summary>The whole description as one document, to keep and to <see cref="Parse"/> again.</summary>
    public string ToXml() => _xml;

    /// <summary>Makes an empty object of a type or message; also of one that has a class in this package.</summary>
    /// <param name="name">Name of the type or message, in any letter case; that of an operation means its request.</param>
    /// <exception cref="ArgumentException">The contract has no such type; the message lists the nearest.</exception>
    public UntypedObject Create(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return TryCreate(name) ?? throw new ArgumentException($"The loaded contract has no type '{name}'.{Nearest.Hint(name, TypeNames)}", nameof(name));
    }

    /// <summary>The values of an enum; null if there is none of that name.</summary>
    public IReadOnlyList<string>? EnumValues(string enumName) => _byName.GetValueOrDefault(enumName)?.Values;

    internal UntypedObject? TryCreate(string name) =>
        (_byName.GetValueOrDefault(name) ?? (FindOperation(name) is { } operation ? Resolve(new LoadedTypeReference(operation.Request)) : null)) is { Values: null, Item: null } type
            ? new UntypedObject(this, type)
            : null;

    internal LoadedOperation? FindOperation(string name) =>
        _operations.GetValueOrDefault(name) ?? _operations.GetValueOrDefault(name.Replace("_", "", StringComparison.Ordinal));

    internal LoadedType? FindType(XName name) => _types.GetValueOrDefault(name);

    /// <summary>The type that a reference means; null for one of XML's own, or one that is not there.</summary>
    internal LoadedType? Resolve(LoadedTypeReference reference)
    {
        if (reference.InPlace is { } type || _types.TryGetValue(reference.Name, out type))
            return type;
        return _elements.TryGetValue(reference.Name, out var element) && element.Type.Name != reference.Name ? Resolve(element.Type) : _elements.GetValueOrDefault(reference.Name)?.Type.InPlace;
    }

    /// <summary>All members of a type, those of its bases first.</summary>
    internal IReadOnlyList<LoadedMember> Members(LoadedType type) =>
        type.BaseName is { } name && FindType(name) is { } parent && parent != type ? [.. Members(parent), .. type.Own] : type.Own;

    /// <summary>What one of XML's own types is: that of a restriction without values, too.</summary>
    internal string Primitive(LoadedTypeReference reference)
    {
        var type = Resolve(reference);
        return type is null ? reference.Name.LocalName : type.BaseName is { } parent && type.Own.Length == 0 ? Primitive(new LoadedTypeReference(parent)) : "string";
    }

    private static IEnumerable<LoadedOperation> Operations(XElement root)
    {
        var messages = root.Elements(s_wsdl + "message").ToDictionary(
            static m => (string?)m.Attribute("name") ?? "",
            static m => m.Elements(s_wsdl + "part").Where(static p => p.Attribute("element") is not null).Select(static p => SchemaReader.Qualify(p, (string)p.Attribute("element")!)).FirstOrDefault());
        var actions = root.Elements(s_wsdl + "binding").Elements(s_wsdl + "operation").DistinctBy(static o => (string?)o.Attribute("name")).ToDictionary(
            static o => (string?)o.Attribute("name") ?? "", static o => (string?)o.Element(s_soap + "operation")?.Attribute("soapAction"));
        foreach (var operation in root.Elements(s_wsdl + "portType").Elements(s_wsdl + "operation"))
        {
            var name = (string?)operation.Attribute("name") ?? throw new FormatException("An operation of the WSDL has no name.");
            yield return new LoadedOperation(name, actions.GetValueOrDefault(name) ?? name, Message(operation, "input"), Message(operation, "output"));
        }

        XName Message(XElement operation, string direction)
        {
            var message = (string?)operation.Element(s_wsdl + direction)?.Attribute("message") ?? "";
            return messages.GetValueOrDefault(message[(message.IndexOf(':') + 1)..])
                ?? throw new FormatException($"The {direction} of the operation '{(string?)operation.Attribute("name")}' is no message with an element.");
        }
    }
}
