using System.Xml;
using BingAds.Contract;

namespace BingAds.Emulator.Soap;

/// <summary>The SOAP 1.1 envelope: header elements in, a body or a fault out.</summary>
internal static class SoapEnvelope
{
    public const string Namespace = "http://schemas.xmlsoap.org/soap/envelope/";

    private static readonly string[] s_elements = ["Envelope", "Header", "Body"];

    /// <summary>Reads the header elements by name, and leaves the reader on the first element of the body.</summary>
    /// <exception cref="XmlException">It is no envelope.</exception>
    public static Dictionary<string, string> Open(XmlDictionaryReader reader)
    {
        var headers = new Dictionary<string, string>(StringComparer.Ordinal);
        reader.MoveToContent();
        reader.ReadStartElement(s_elements[0], Namespace);
        if (reader.MoveToContent() == XmlNodeType.Element && reader.IsStartElement(s_elements[1], Namespace))
            ReadHeaders(reader, headers);
        reader.MoveToContent();
        reader.ReadStartElement(s_elements[2], Namespace);
        if (reader.MoveToContent() != XmlNodeType.Element)
            throw new XmlException("The body is empty.");
        return headers;
    }

    public static byte[] Write(string serviceNamespace, string trackingId, Action<XmlDictionaryWriter> body)
    {
        using var stream = new MemoryStream();
        using (var writer = XmlDictionaryWriter.CreateTextWriter(stream, System.Text.Encoding.UTF8, ownsStream: false))
        {
            writer.WriteStartElement("s", s_elements[0], Namespace);
            writer.WriteStartElement("s", s_elements[1], Namespace);
            writer.WriteElementString("TrackingId", serviceNamespace, trackingId);
            writer.WriteEndElement();
            writer.WriteStartElement("s", s_elements[2], Namespace);
            body(writer);
            writer.WriteEndElement();
            writer.WriteEndElement();
        }

        return stream.ToArray();
    }

    public static void WriteFault(XmlDictionaryWriter writer, ApiObject detail)
    {
        writer.WriteStartElement("s", "Fault", Namespace);
        writer.WriteElementString("faultcode", "s:Server");
        writer.WriteElementString("faultstring", "Invalid client data. Check the fault's detail.");
        writer.WriteStartElement("detail");
        WireXml.Write(detail, writer);
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void ReadHeaders(XmlDictionaryReader reader, Dictionary<string, string> headers)
    {
        if (reader.IsEmptyElement)
        {
            reader.Read();
            return;
        }

        reader.ReadStartElement();
        while (reader.MoveToContent() == XmlNodeType.Element)
        {
            var name = reader.LocalName;
            headers[name] = reader.ReadElementContentAsString();
        }

        reader.ReadEndElement();
    }
}
