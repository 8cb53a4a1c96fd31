using System.Xml;

namespace BingAds.Emulator.Descriptions;

/// <summary>Writes the XML schema of one namespace of a service.</summary>
internal sealed class XmlSchemaWriter(ServiceContract contract, XmlWriter writer)
{
    public const string Xsd = "http://www.w3.org/2001/XMLSchema";
    public const string Own = "svc";

    /// <param name="ns">Key of the namespace.</param>
    /// <param name="location">Where the schema of another namespace is; null if all stand in one document.</param>
    public void Write(string ns, Func<string, string>? location)
    {
        writer.WriteStartElement("xs", "schema", Xsd);
        writer.WriteAttributeString("elementFormDefault", "qualified");
        writer.WriteAttributeString("targetNamespace", contract.Namespaces[ns]);
        Prefixes();
        foreach (var other in contract.Namespaces.Where(n => n.Key != ns))
        {
            writer.WriteStartElement("import", Xsd);
            writer.WriteAttributeString("namespace", other.Value);
            if (location is not null)
                writer.WriteAttributeString("schemaLocation", location(other.Key));
            writer.WriteEndElement();
        }

        if (ns == Own)
            Messages();
        foreach (var type in contract.Types.Where(t => t.Ns == ns))
        {
            Type(type);
        }

        foreach (var array in contract.Arrays.Where(a => a.Ns == ns))
        {
            Array(array);
        }

        foreach (var values in contract.Enums.Where(e => e.Ns == ns))
        {
            Enum(values);
        }

        writer.WriteEndElement();
    }

    /// <summary>Declares a prefix for each namespace, so that names can be used as values of attributes.</summary>
    public void Prefixes()
    {
        writer.WriteAttributeString("xmlns", "xs", null, Xsd);
        foreach (var (prefix, uri) in contract.Namespaces)
        {
            writer.WriteAttributeString("xmlns", prefix, null, uri);
        }
    }

    private void Messages()
    {
        foreach (var message in contract.Messages)
        {
            writer.WriteStartElement("element", Xsd);
            writer.WriteAttributeString("name", message.Name);
            writer.WriteStartElement("complexType", Xsd);
            Sequence(message.Fields);
            writer.WriteEndElement();
            writer.WriteEndElement();
        }

        foreach (var header in contract.Soap.RequestHeaders.Union(contract.Soap.ResponseHeaders))
        {
            Element(header, "xs:string", isNillable: true);
        }
    }

    private void Type(ContractType type)
    {
        writer.WriteStartElement("complexType", Xsd);
        writer.WriteAttributeString("name", type.Name);
        if (type.Base is { } name)
        {
            writer.WriteStartElement("complexContent", Xsd);
            writer.WriteAttributeString("mixed", "false");
            writer.WriteStartElement("extension", Xsd);
            writer.WriteAttributeString("base", $"{contract.FindType(name)!.Ns}:{name}");
            Sequence(type.Fields);
            writer.WriteEndElement();
            writer.WriteEndElement();
        }
        else
        {
            Sequence(type.Fields);
        }

        writer.WriteEndElement();
        Element(type.Name, $"{type.Ns}:{type.Name}", !type.Struct);
    }

    private void Array(ContractArray array)
    {
        writer.WriteStartElement("complexType", Xsd);
        writer.WriteAttributeString("name", array.Name);
        writer.WriteStartElement("sequence", Xsd);
        if (array.Entry is { } entry)
        {
            writer.WriteStartElement("element", Xsd);
            writer.WriteAttributeString("minOccurs", "0");
            writer.WriteAttributeString("maxOccurs", "unbounded");
            writer.WriteAttributeString("name", array.Item);
            writer.WriteStartElement("complexType", Xsd);
            writer.WriteStartElement("sequence", Xsd);
            foreach (var part in entry)
            {
                Element(part, "xs:string", isNillable: true);
            }

            writer.WriteEndElement();
            writer.WriteEndElement();
            writer.WriteEndElement();
        }
        else
        {
            var isList = array.Of.EndsWith(']');
            Element(array.Item, isList ? $"{contract.FindArray(array.Item)!.Ns}:{array.Item}" : TypeName(array.Of.TrimEnd('?')), isList || IsNillable(array.Of), "0", "unbounded");
        }

        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private void Enum(ContractEnum values)
    {
        writer.WriteStartElement("simpleType", Xsd);
        writer.WriteAttributeString("name", values.Name);
        if (values.Flags)
        {
            writer.WriteStartElement("list", Xsd);
            writer.WriteStartElement("simpleType", Xsd);
            Names(values);
            writer.WriteEndElement();
            writer.WriteEndElement();
        }
        else
        {
            Names(values);
        }

        writer.WriteEndElement();
    }

    private void Names(ContractEnum values)
    {
        writer.WriteStartElement("restriction", Xsd);
        writer.WriteAttributeString("base", "xs:string");
        foreach (var name in values.Values.Keys)
        {
            writer.WriteStartElement("enumeration", Xsd);
            writer.WriteAttributeString("value", name);
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }

    private void Sequence(ContractField[] fields)
    {
        writer.WriteStartElement("sequence", Xsd);
        foreach (var field in fields.Where(static f => !f.Removed))
        {
            var type = field.Array is { } array ? $"{contract.FindArray(array)!.Ns}:{array}" : TypeName(field.Bare);
            Element(field.Name, type, field.IsList || IsNillable(field.Type), field.Required ? null : "0");
        }

        writer.WriteEndElement();
    }

    private void Element(string name, string type, bool isNillable, string? minOccurs = null, string? maxOccurs = null)
    {
        writer.WriteStartElement("element", Xsd);
        if (minOccurs is not null)
            writer.WriteAttributeString("minOccurs", minOccurs);
        if (maxOccurs is not null)
            writer.WriteAttributeString("maxOccurs", maxOccurs);
        writer.WriteAttributeString("name", name);
        if (isNillable)
            writer.WriteAttributeString("nillable", "true");
        writer.WriteAttributeString("type", type);
        writer.WriteEndElement();
    }

    private bool IsNillable(string type) => type.EndsWith('?') || type is "string" or "base64" || contract.FindType(type) is { Struct: false };

    private string TypeName(string type) => type switch
    {
        "bool" => "xs:boolean",
        "byte" => "xs:unsignedByte",
        "base64" => "xs:base64Binary",
        "string" or "short" or "int" or "long" or "double" or "decimal" or "dateTime" => "xs:" + type,
        _ => $"{contract.FindType(type)?.Ns ?? contract.FindEnum(type)?.Ns ?? throw new InvalidOperationException($"The contract has no type '{type}'.")}:{type}",
    };
}
