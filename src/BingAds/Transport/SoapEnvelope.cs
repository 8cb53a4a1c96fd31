using System.Text;
using System.Xml;
using BingAds.Contract;
using BingAds.Contract.Xml;
using BingAds.Errors;

namespace BingAds.Transport;

/// <summary>The envelope around a SOAP body.</summary>
internal static class SoapEnvelope
{
    /// <summary>Writes an envelope with header elements in the service's namespace.</summary>
    public static void Write(PooledBuffer output, ServiceName service, RequestHeaders headers, Action<XmlDictionaryWriter> writeBody)
    {
        using var xml = XmlDictionaryWriter.CreateTextWriter(new PooledBufferStream(output), Encoding.UTF8, ownsStream: false);
        var ns = ApiCatalog.For(service).Namespace.Uri;
        xml.WriteStartElement("s", XmlNames.Envelope, XmlNames.Soap);
        xml.WriteStartElement("s", XmlNames.Header, XmlNames.Soap);
        foreach (var (name, value) in headers.AsSpan())
        {
            xml.WriteElementString("h", name, ns, value);
        }

        xml.WriteEndElement();
        xml.WriteStartElement("s", XmlNames.Body, XmlNames.Soap);
        writeBody(xml);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>Reads an envelope: each header element, then the element in the body.</summary>
    /// <exception cref="BrokenResponseException">It is no envelope, or broken.</exception>
    public static void Read(ReadOnlyMemory<byte> envelope, int maxDepth, Action<string, string> readHeader, Action<XmlDictionaryReader> readBody)
    {
        try
        {
            using var xml = WireXml.CreateReader(envelope, maxDepth);
            xml.MoveToContent();
            Enter(xml, XmlNames.Envelope);
            if (xml.MoveToContent() == XmlNodeType.Element && xml.IsStartElement(XmlNames.Header, XmlNames.Soap))
            {
                ReadHeaders(xml, readHeader);
                xml.MoveToContent();
            }

            Enter(xml, XmlNames.Body);
            if (xml.MoveToContent() != XmlNodeType.Element)
            {
                throw At(xml, "the body of the envelope is empty");
            }

            readBody(xml);
            if (xml.MoveToContent() != XmlNodeType.EndElement)
            {
                throw At(xml, "the body of the envelope holds more than one element");
            }

            xml.ReadEndElement();
            xml.MoveToContent();
            xml.ReadEndElement();
        }
        catch (Exception exception) when (WireError.IsBrokenInput(exception))
        {
            throw WireError.Broken(exception, "XML", nameof(ServiceClientOptions.MaxDepth));
        }
    }

    private static void Enter(XmlDictionaryReader xml, XmlDictionaryString name)
    {
        if (!xml.IsStartElement(name, XmlNames.Soap))
        {
            throw At(xml, $"expected the element '{name.Value}' of a SOAP envelope, found '{xml.LocalName}'");
        }

        if (xml.IsEmptyElement)
        {
            throw At(xml, $"the element '{name.Value}' is empty");
        }

        xml.Read();
    }

    private static void ReadHeaders(XmlDictionaryReader xml, Action<string, string> readHeader)
    {
        if (xml.IsEmptyElement)
        {
            xml.Read();
            return;
        }

        xml.Read();
        while (xml.MoveToContent() == XmlNodeType.Element)
        {
            var name = xml.LocalName;
            readHeader(name, xml.ReadInnerText());
        }

        xml.ReadEndElement();
    }

    // All text inside, whatever elements are around it.
    private static string ReadInnerText(this XmlDictionaryReader xml)
    {
        using var inner = xml.ReadSubtree();
        var text = new StringBuilder();
        while (inner.Read())
        {
            if (inner.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
            {
                text.Append(inner.Value);
            }
        }

        inner.Close();
        xml.Read();
        return text.ToString();
    }

    private static WireException At(XmlDictionaryReader xml, string message) =>
        new(message, (xml as IXmlLineInfo)?.LineNumber, (xml as IXmlLineInfo)?.LinePosition ?? 0);
}
