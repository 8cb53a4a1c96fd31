using System.Xml.Linq;

namespace BingAds.Loaded;

/// <summary>Reads the types of one XML schema, as far as descriptions of services use it: sequences, extensions, lists, enums.</summary>
internal sealed class SchemaReader(XElement schema, Dictionary<XName, LoadedType> types, Dictionary<XName, LoadedMember> elements)
{
    public static readonly XNamespace Xsd = "http://www.w3.org/2001/XMLSchema";

    private readonly XNamespace _target = (string?)schema.Attribute("targetNamespace") ?? "";

    private bool IsQualified => (string?)schema.Attribute("elementFormDefault") == "qualified";

    /// <exception cref="FormatException">It says something that cannot be understood.</exception>
    public void Read()
    {
        foreach (var child in schema.Elements())
        {
            if (child.Name == Xsd + "complexType")
                types.TryAdd(_target + NameOf(child), Complex(child, _target + NameOf(child)));
            else if (child.Name == Xsd + "simpleType")
                types.TryAdd(_target + NameOf(child), Simple(child, _target + NameOf(child)));
            else if (child.Name == Xsd + "element")
                elements.TryAdd(_target + NameOf(child), Member(child, _target));
        }
    }

    private static string NameOf(XElement element) =>
        (string?)element.Attribute("name") ?? throw new FormatException($"A global '{element.Name.LocalName}' of the schema has no name.");

    /// <summary>A name that is the value of an attribute: with a prefix, or of the default namespace.</summary>
    public static XName Qualify(XElement at, string name)
    {
        var cut = name.IndexOf(':');
        if (cut < 0)
            return at.GetDefaultNamespace() + name;
        var ns = at.GetNamespaceOfPrefix(name[..cut]) ?? throw new FormatException($"The prefix of '{name}' is not declared.");
        return ns + name[(cut + 1)..];
    }

    private LoadedType Complex(XElement element, XName name)
    {
        var extension = element.Element(Xsd + "complexContent")?.Element(Xsd + "extension");
        var parent = (string?)extension?.Attribute("base");
        return new LoadedType(name, parent is null ? null : Qualify(extension!, parent), [.. Members(extension ?? element, isRepeated: false)]);
    }

    private IEnumerable<LoadedMember> Members(XElement group, bool isRepeated)
    {
        foreach (var child in group.Elements())
        {
            if (child.Name == Xsd + "element")
            {
                var member = Member(child, IsQualified ? _target : XNamespace.None);
                yield return isRepeated ? member with { IsRepeated = true } : member;
            }
            else if (child.Name == Xsd + "sequence" || child.Name == Xsd + "all" || child.Name == Xsd + "choice")
            {
                foreach (var member in Members(child, isRepeated || IsMany(child)))
                {
                    yield return child.Name == Xsd + "choice" ? member with { IsRequired = false } : member;
                }
            }
        }
    }

    private LoadedMember Member(XElement element, XNamespace ns)
    {
        var isNillable = (string?)element.Attribute("nillable") is "true" or "1";
        var isRequired = (string?)element.Attribute("minOccurs") != "0";
        if ((string?)element.Attribute("ref") is { } reference)
        {
            // What it refers to may be read later, so only the name is taken.
            var target = Qualify(element, reference);
            return new LoadedMember(target, new LoadedTypeReference(target), isNillable, isRequired, IsMany(element));
        }

        var name = ns + NameOf(element);
        var type = (string?)element.Attribute("type") is { } known ? new LoadedTypeReference(Qualify(element, known))
            : element.Element(Xsd + "complexType") is { } complex ? new LoadedTypeReference(name, Complex(complex, name))
            : element.Element(Xsd + "simpleType") is { } simple ? new LoadedTypeReference(name, Simple(simple, name))
            : new LoadedTypeReference(Xsd + "anyType");
        return new LoadedMember(name, type, isNillable, isRequired, IsMany(element));
    }

    private static LoadedType Simple(XElement element, XName name)
    {
        if (element.Element(Xsd + "list") is { } list)
        {
            var items = list.Element(Xsd + "simpleType") is { } inner ? Simple(inner, name).Values : null;
            return new LoadedType(name, null, [], items ?? [], isFlags: true);
        }

        var restriction = element.Element(Xsd + "restriction");
        var values = restriction?.Elements(Xsd + "enumeration").Select(static e => (string?)e.Attribute("value") ?? "").ToArray() ?? [];
        var parent = (string?)restriction?.Attribute("base");
        return values.Length > 0 || parent is null ? new LoadedType(name, null, [], values) : new LoadedType(name, Qualify(restriction!, parent), []);
    }

    private static bool IsMany(XElement element) => (string?)element.Attribute("maxOccurs") is { } most && most is not ("0" or "1");
}
