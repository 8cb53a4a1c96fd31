namespace BingAds.Conformance.Contract;

/// <summary>A message or type of one service with its members, those of its base types included.</summary>
public sealed record ObjectShape : Shape
{
    private readonly ServiceSchema _service;
    private readonly Dictionary<string, string> _members;
    private readonly Dictionary<string, string> _derivedByJsonType;

    internal ObjectShape(ServiceSchema service, string name, Dictionary<string, string> members, Dictionary<string, string> derivedByJsonType)
    {
        _service = service;
        _members = members;
        _derivedByJsonType = derivedByJsonType;
        Name = name;
    }

    public string Name { get; }

    /// <summary>Whether a JSON object of this type tells its exact type in the member <c>Type</c>.</summary>
    public bool IsPolymorphic => _derivedByJsonType.Count > 0;

    public IReadOnlyCollection<string> MemberNames => _members.Keys;

    /// <summary>The shape of a member; null for one that the contract doesn't know.</summary>
    public Shape? Member(string name) => _members.TryGetValue(name, out var type) ? _service.ShapeOf(type) : null;

    /// <summary>The same by element name: only pairs spell their members differently in XML.</summary>
    public Shape? XmlMember(string name) => Member(name) ?? Member(char.ToUpperInvariant(name[0]) + name[1..]);

    /// <summary>The exact type of an object whose member <c>Type</c> holds this value; this type where that says nothing known.</summary>
    public ObjectShape ForJson(string? type) =>
        type is not null && _derivedByJsonType.TryGetValue(type, out var name) ? _service.TypeShape(name) ?? this : this;

    /// <summary>The exact type of an element with this <c>i:type</c>.</summary>
    public ObjectShape ForXml(string? type) => type is null ? this : _service.TypeShape(type) ?? this;
}
