using System.Xml;

namespace BingAds.Emulator.Descriptions;

/// <summary>Describes a service for SOAP clients of any language (WSDL 1.1, document and literal).</summary>
internal sealed class WsdlWriter(ServiceContract contract, XmlWriter writer, string address)
{
    private const string Wsdl = "http://schemas.xmlsoap.org/wsdl/";
    private const string Soap = "http://schemas.xmlsoap.org/wsdl/soap/";
    private const string Http = "http://schemas.xmlsoap.org/soap/http";

    private string Name => contract.Service + "Service";

    /// <summary>Where the schema of a namespace is.</summary>
    public static string SchemaAddress(string address, string ns) => $"{address}?xsd={ns}";

    /// <param name="isSingle">Whether the schemas stand in it, or are imported.</param>
    public void Write(bool isSingle)
    {
        var schemas = new XmlSchemaWriter(contract, writer);
        writer.WriteStartElement("wsdl", "definitions", Wsdl);
        writer.WriteAttributeString("name", Name);
        writer.WriteAttributeString("targetNamespace", contract.Namespaces[XmlSchemaWriter.Own]);
        writer.WriteAttributeString("xmlns", "soap", null, Soap);
        schemas.Prefixes();
        writer.WriteStartElement("types", Wsdl);
        if (isSingle)
        {
            foreach (var ns in contract.Namespaces.Keys)
            {
                schemas.Write(ns, null);
            }
        }
        else
        {
            Imports();
        }

        writer.WriteEndElement();
        foreach (var operation in contract.Operations)
        {
            Message(operation.Request, contract.Soap.RequestHeaders);
            Message(operation.Response, contract.Soap.ResponseHeaders);
        }

        foreach (var fault in contract.Operations.SelectMany(static o => o.Faults).Distinct())
        {
            writer.WriteStartElement("message", Wsdl);
            writer.WriteAttributeString("name", FaultMessage(fault));
            Part("detail", $"{contract.FindType(fault)!.Ns}:{fault}");
            writer.WriteEndElement();
        }

        PortType();
        Binding();
        Service();
        writer.WriteEndElement();
    }

    private static string FaultMessage(string fault) => fault + "Message";

    private void Imports()
    {
        writer.WriteStartElement("xs", "schema", XmlSchemaWriter.Xsd);
        foreach (var (key, uri) in contract.Namespaces)
        {
            writer.WriteStartElement("import", XmlSchemaWriter.Xsd);
            writer.WriteAttributeString("namespace", uri);
            writer.WriteAttributeString("schemaLocation", SchemaAddress(address, key));
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }

    private void Message(string message, string[] headers)
    {
        writer.WriteStartElement("message", Wsdl);
        writer.WriteAttributeString("name", message);
        Part("parameters", $"svc:{message}");
        foreach (var header in headers)
        {
            Part(header, $"svc:{header}");
        }

        writer.WriteEndElement();
    }

    private void Part(string name, string element)
    {
        writer.WriteStartElement("part", Wsdl);
        writer.WriteAttributeString("name", name);
        writer.WriteAttributeString("element", element);
        writer.WriteEndElement();
    }

    private void PortType()
    {
        writer.WriteStartElement("portType", Wsdl);
        writer.WriteAttributeString("name", contract.Soap.PortType);
        foreach (var operation in contract.Operations)
        {
            writer.WriteStartElement("operation", Wsdl);
            writer.WriteAttributeString("name", operation.Name);
            Direction("input", operation.Request);
            Direction("output", operation.Response);
            foreach (var fault in operation.Faults)
            {
                writer.WriteStartElement("fault", Wsdl);
                writer.WriteAttributeString("name", fault);
                writer.WriteAttributeString("message", $"svc:{FaultMessage(fault)}");
                writer.WriteEndElement();
            }

            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }

    private void Direction(string direction, string message)
    {
        writer.WriteStartElement(direction, Wsdl);
        writer.WriteAttributeString("message", $"svc:{message}");
        writer.WriteEndElement();
    }

    private void Binding()
    {
        writer.WriteStartElement("binding", Wsdl);
        writer.WriteAttributeString("name", "Binding");
        writer.WriteAttributeString("type", $"svc:{contract.Soap.PortType}");
        writer.WriteStartElement("binding", Soap);
        writer.WriteAttributeString("transport", Http);
        writer.WriteEndElement();
        foreach (var operation in contract.Operations)
        {
            writer.WriteStartElement("operation", Wsdl);
            writer.WriteAttributeString("name", operation.Name);
            writer.WriteStartElement("operation", Soap);
            writer.WriteAttributeString("soapAction", operation.Action);
            writer.WriteAttributeString("style", "document");
            writer.WriteEndElement();
            Body("input", operation.Request, contract.Soap.RequestHeaders);
            Body("output", operation.Response, contract.Soap.ResponseHeaders);
            foreach (var fault in operation.Faults)
            {
                writer.WriteStartElement("fault", Wsdl);
                writer.WriteAttributeString("name", fault);
                writer.WriteStartElement("fault", Soap);
                writer.WriteAttributeString("name", fault);
                writer.WriteAttributeString("use", "literal");
                writer.WriteEndElement();
                writer.WriteEndElement();
            }

            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }

    private void Body(string direction, string message, string[] headers)
    {
        writer.WriteStartElement(direction, Wsdl);
        foreach (var header in headers)
        {
            writer.WriteStartElement("header", Soap);
            writer.WriteAttributeString("message", $"svc:{message}");
            writer.WriteAttributeString("part", header);
            writer.WriteAttributeString("use", "literal");
            writer.WriteEndElement();
        }

        writer.WriteStartElement("body", Soap);
        writer.WriteAttributeString("use", "literal");
        writer.WriteAttributeString("parts", "parameters");
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private void Service()
    {
        writer.WriteStartElement("service", Wsdl);
        writer.WriteAttributeString("name", Name);
        writer.WriteStartElement("port", Wsdl);
        writer.WriteAttributeString("name", $"BasicHttpBinding_{contract.Soap.PortType}");
        writer.WriteAttributeString("binding", "svc:Binding");
        writer.WriteStartElement("address", Soap);
        writer.WriteAttributeString("location", address);
        writer.WriteEndElement();
        writer.WriteEndElement();
        writer.WriteEndElement();
    }
}
