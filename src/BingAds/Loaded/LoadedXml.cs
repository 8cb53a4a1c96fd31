using System.Xml.Linq;
using BingAds.Contract;
using BingAds.Contract.Xml;

namespace BingAds.Loaded;

/// <summary>Writes and reads objects of a loaded contract as XML.</summary>
internal static class LoadedXml
{
    private static readonly XNamespace s_instance = XmlNames.InstanceNamespace;

    public static XElement Write(UntypedObject value, XName element)
    {
        var result = new XElement(element);
        for (var i = 0; i < value.Members.Count; i++)
        {
            var member = value.Members[i];
            if (value.Value(i) is { } set)
                Add(result, value.Contract, member, set);
            else if (value.IsNull(i) || (member.IsRequired && member.IsNillable))
                result.Add(new XElement(member.Name, new XAttribute(s_instance + "nil", "true")));
        }

        foreach (var unknown in value.Unknown.Where(static u => u.IsXml))
        {
            result.Add(XElement.Parse(unknown.Raw));
        }

        return result;
    }

    /// <exception cref="FormatException">The element does not fit the contract.</exception>
    public static UntypedObject Read(ServiceContract contract, LoadedType declared, XElement element)
    {
        var value = new UntypedObject(contract, TypeOf(contract, declared, element, out var unknownType));
        value.Unknown.TypeName = unknownType;
        foreach (var child in element.Elements())
        {
            var place = Place(value, child);
            if (place < 0)
                value.Unknown.TryAdd(new UnknownMember(child.Name.LocalName, child.ToString(SaveOptions.DisableFormatting), IsXml: true));
            else if (!IsNil(child))
                Set(value, place, child);
        }

        return value;
    }

    private static void Set(UntypedObject value, int place, XElement child)
    {
        var member = value.Members[place];
        var contract = value.Contract;
        if (member.IsRepeated)
        {
            if (value.Value(place) is not List<object?> list)
                value.Set(place, list = []);
            list.Add(One(contract, member, child));
        }
        else if (contract.Resolve(member.Type)?.Item is { } item)
        {
            value.Set(place, child.Elements().Select(e => One(contract, item, e)).ToList());
        }
        else
        {
            value.Set(place, One(contract, member, child));
        }
    }

    private static object? One(ServiceContract contract, LoadedMember member, XElement element)
    {
        if (IsNil(element))
            return null;
        var type = contract.Resolve(member.Type);
        if (type?.Item is { } item)
            return element.Elements().Select(e => One(contract, item, e)).ToList();
        if (type is { Values: not null })
            return type.IsFlags ? FlagNames.Join(FlagNames.Split(element.Value)) : element.Value;
        if (type is not null && (type.Own.Length > 0 || type.BaseName is { } parent && contract.FindType(parent) is not null || element.HasElements))
            return Read(contract, type, element);
        try
        {
            return LoadedText.Read(contract.Primitive(member.Type), element.Value);
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            // Without the value itself, which may be confidential.
            throw new FormatException($"'{member.Name.LocalName}' holds no {contract.Primitive(member.Type)}.");
        }
    }

    private static void Add(XElement parent, ServiceContract contract, LoadedMember member, object value)
    {
        if (member.IsRepeated)
        {
            foreach (var item in (List<object?>)value)
            {
                parent.Add(Element(contract, member with { IsRepeated = false }, item));
            }
        }
        else
        {
            parent.Add(Element(contract, member, value));
        }
    }

    private static XElement Element(ServiceContract contract, LoadedMember member, object? value)
    {
        switch (value)
        {
            case null:
                return new XElement(member.Name, new XAttribute(s_instance + "nil", "true"));
            case UntypedObject inner:
                var element = Write(inner, member.Name);
                if (contract.Resolve(member.Type) != inner.Type)
                    AddType(element, inner.Type.Name);
                return element;
            case List<object?> list:
                var item = contract.Resolve(member.Type)!.Item! with { IsRepeated = false };
                return new XElement(member.Name, list.Select(i => Element(contract, item, i)));
            default:
                var text = LoadedText.Of(value);
                if (contract.Resolve(member.Type) is { IsFlags: true })
                    text = text.Replace(", ", " ", StringComparison.Ordinal).Replace(',', ' ');
                if (XmlText.IndexOfInvalid(text) is >= 0 and var bad)
                    throw new ArgumentException($"The text of '{member.Name.LocalName}' has the character U+{(int)text[bad]:X4} at position {bad}, which XML can't hold.");
                return new XElement(member.Name, text);
        }
    }

    private static void AddType(XElement element, XName type)
    {
        element.Add(new XAttribute(XNamespace.Xmlns + "t", type.NamespaceName), new XAttribute(s_instance + "type", $"t:{type.LocalName}"));
    }

    // A subtype that even the loaded contract does not have is read as what was declared, and its name kept.
    private static LoadedType TypeOf(ServiceContract contract, LoadedType declared, XElement element, out string? unknown)
    {
        unknown = null;
        if ((string?)element.Attribute(s_instance + "type") is not { } name)
            return declared;
        if (contract.FindType(SchemaReader.Qualify(element, name.Trim())) is { } type)
            return type;
        unknown = name[(name.IndexOf(':') + 1)..];
        return declared;
    }

    private static bool IsNil(XElement element) => (string?)element.Attribute(s_instance + "nil") is "true" or "1";

    private static int Place(UntypedObject value, XElement child)
    {
        for (var i = 0; i < value.Members.Count; i++)
        {
            if (value.Members[i].Name.LocalName == child.Name.LocalName)
                return i;
        }

        return -1;
    }
}
