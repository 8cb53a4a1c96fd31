namespace BingAds.Generator.Model;

/// <summary>One service as its contract file states it.</summary>
internal sealed record Contract(
    string Service,
    IReadOnlyDictionary<string, string> Namespaces,
    SoapFacts Soap,
    RestFacts Rest,
    IReadOnlyList<OperationModel> Operations,
    IReadOnlyList<MessageModel> Messages,
    IReadOnlyList<TypeModel> Types,
    IReadOnlyDictionary<string, ListModel> Lists,
    IReadOnlyList<HierarchyModel> Hierarchies,
    IReadOnlyList<EnumModel> Enums)
{
    private readonly Dictionary<string, TypeModel> _types = Types.ToDictionary(static t => t.Name, StringComparer.Ordinal);
    private readonly Dictionary<string, EnumModel> _enums = Enums.ToDictionary(static e => e.Name, StringComparer.Ordinal);

    public TypeModel? FindType(string? name) => name is null ? null : _types.GetValueOrDefault(name);

    public EnumModel? FindEnum(string name) => _enums.GetValueOrDefault(name);

    /// <summary>The family of a type: the outermost, if families lie within each other.</summary>
    public HierarchyModel? FindHierarchy(string type) =>
        Hierarchies.FirstOrDefault(h => h.NestedIn is null && h.Values.Any(v => v.Type == type));

    /// <summary>Whether another type derives from this one.</summary>
    public bool HasSubtypes(string type) => Types.Any(t => t.Base == type);

    /// <summary>All fields of a type on the wire: those of its bases first.</summary>
    public IEnumerable<(TypeModel Owner, FieldModel Field)> AllFields(TypeModel type)
    {
        var inherited = FindType(type.Base) is { } parent ? AllFields(parent) : [];
        return inherited.Concat(type.Fields.Select(f => (type, f)));
    }
}

internal sealed record SoapFacts(string Production, string Sandbox, IReadOnlyList<string> RequestHeaders);

internal sealed record RestFacts(string Production, string Sandbox, string Prefix);

internal sealed record OperationModel(
    string Name, string Action, string Request, string Response, string Verb, string Path, bool IsIdempotent, int? PageSize, IReadOnlyList<string> Faults);

internal sealed record MessageModel(string Name, bool IsRequest, IReadOnlyList<FieldModel> Fields);

internal sealed record TypeModel(
    string Name, string Namespace, string? Base, string? JsonType, IReadOnlyList<FieldModel> Fields);

/// <param name="WireName">Name of the XML element.</param>
/// <param name="Name">Name in JSON and in C#.</param>
/// <param name="Type">Type expression, as the contract's README describes it.</param>
/// <param name="List">Name of the list shape, for lists and maps.</param>
internal sealed record FieldModel(string WireName, string Name, string Type, string? List, bool IsRequired, bool IsOmittedWhenNull);

/// <param name="Item">Name of the elements in the list.</param>
/// <param name="Namespace">Key of their namespace.</param>
/// <param name="Of">Type expression of an item.</param>
internal sealed record ListModel(string Name, string Namespace, string Item, string Of);

internal sealed record HierarchyModel(string Root, bool HasTypeMember, string? NestedIn, IReadOnlyList<(string Type, string Value)> Values);

internal sealed record EnumModel(string Name, bool IsFlags, IReadOnlyList<string> Values);
