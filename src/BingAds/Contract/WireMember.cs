using System.Text;
using System.Text.Json;
using System.Xml;

namespace BingAds.Contract;

/// <summary>What the writers must know of a member beyond its name.</summary>
[Flags]
internal enum WireFlags : byte
{
    None = 0,

    /// <summary>The contract wants it in each object.</summary>
    Required = 1,

    /// <summary>REST: a server leaves it out when it has no value, where it writes null for all others.</summary>
    OmitWhenNull = 2,

    /// <summary>An id at the top of a request that a call fills in when it is not set: its account or its customer.</summary>
    CallId = 4,

    /// <summary>SOAP: written as nil when it has no value, because it must be there.</summary>
    NilWhenNull = 8,

    /// <summary>An object, or objects in a list, that may be of a subtype of the declared type.</summary>
    Subtypes = 16,
}

/// <summary>One member of a type or message, its names encoded once for both formats.</summary>
internal sealed class WireMember
{
    private readonly string _element;
    private readonly WireNamespace _ns;
    private XmlDictionaryString? _xmlName;

    /// <param name="name">Name of the SOAP element, and of the JSON member unless <paramref name="json"/> says otherwise.</param>
    /// <param name="type">Type expression, as the contract writes it.</param>
    /// <param name="ns">Namespace of the element: that of the type that declares the member.</param>
    /// <param name="flags">What a writer must know.</param>
    /// <param name="json">Name in JSON where it differs.</param>
    /// <param name="item">Name of the elements in a list; null if the member is no list.</param>
    /// <param name="itemNs">Their namespace.</param>
    /// <param name="innerItem">Name of the elements in the lists of a list of lists, in the same namespace.</param>
    public WireMember(
        string name, string type, WireNamespace ns, WireFlags flags = WireFlags.None, string? json = null,
        string? item = null, WireNamespace? itemNs = null, string? innerItem = null)
    {
        Name = json ?? name;
        Utf8 = Encoding.UTF8.GetBytes(Name);
        Json = JsonEncodedText.Encode(Name, WireJson.Encoder);
        _element = name;
        _ns = ns;
        Type = type;
        Flags = flags;
        DeclaredType = (flags & WireFlags.Subtypes) != 0 ? type.TrimEnd('[', ']', '?') : null;
        if (item is not null)
        {
            Item = new WireMember(item, ItemType(type), itemNs!, flags & WireFlags.Subtypes, item: innerItem, itemNs: innerItem is null ? null : itemNs);
        }
    }

    /// <summary>Name in C# and in JSON.</summary>
    public string Name { get; }

    public byte[] Utf8 { get; }

    public JsonEncodedText Json { get; }

    // On first use, because a program that uses REST should not even load what XML needs. Of two made at once, one wins, and both are equal.
    public XmlDictionaryString XmlName => _xmlName ??= new XmlDictionaryString(XmlDictionary.Empty, _element, 0);

    public XmlDictionaryString XmlNamespace => _ns.Xml;

    /// <summary>Type expression of the contract: <c>long?</c>, <c>string[]</c>, <c>Campaign</c>.</summary>
    public string Type { get; }

    public WireFlags Flags { get; }

    /// <summary>Declared type of an object that may be of a subtype; null where it can't be.</summary>
    public string? DeclaredType { get; }

    /// <summary>The elements of a list, else null.</summary>
    public WireMember? Item { get; }

    private static string ItemType(string list) => list.EndsWith("[]", StringComparison.Ordinal) ? list[..^2] : "string";
}
