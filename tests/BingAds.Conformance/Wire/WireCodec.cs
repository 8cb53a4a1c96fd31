using System.Buffers;
using System.Collections;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using BingAds.Conformance.Compare;
using BingAds.Conformance.Contract;
using BingAds.Contract;

namespace BingAds.Conformance.Wire;

/// <summary>The readers and writers under test, from text to objects and back.</summary>
internal static class WireCodec
{
    /// <summary>The recordings hold nothing that the contract doesn't know but this member of the recording SDK's own base class.</summary>
    private const string KnownStranger = "ExtensionData";

    public static OperationInfo Operation(string service, string operation) =>
        ApiCatalog.FindOperation(Enum.Parse<ServiceName>(service), operation)
            ?? throw new InvalidOperationException($"The catalogue has no operation {service}.{operation}.");

    public static ApiObject ReadJson(OperationInfo operation, bool response, string body)
    {
        var value = New(operation, response);
        WireJson.ReadInto(value, Encoding.UTF8.GetBytes(body));
        return value;
    }

    /// <summary>A client leaves nulls out, a server writes them: responses are written as a server does.</summary>
    public static string WriteJson(ApiObject value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        WireJson.Write(value, buffer, writeNulls: value is ApiResponse);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static ApiObject ReadXml(OperationInfo operation, bool response, XElement element)
    {
        var value = New(operation, response);
        var envelope = new XElement(WireNames.Soap + "Envelope", new XElement(WireNames.Soap + "Body", element));
        return ReadXml(value, ToText(envelope));
    }

    /// <summary>Reads the content of an envelope exactly as it was recorded.</summary>
    public static ApiObject ReadXml(OperationInfo operation, bool response, string envelope) => ReadXml(New(operation, response), envelope);

    public static XElement WriteXml(ApiObject value)
    {
        var bytes = new MemoryStream();
        using (var writer = XmlDictionaryWriter.CreateTextWriter(bytes, new UTF8Encoding(false), ownsStream: false)) WireXml.Write(value, writer);
        return SoapEnvelope.Load(Encoding.UTF8.GetString(bytes.ToArray()));
    }

    /// <summary>Names and places of all members that were taken for unknown.</summary>
    public static IEnumerable<string> Strangers(object? value, string path = "$")
    {
        switch (value)
        {
            case IApiObject form:
                if (form.Unknown.TypeName is { } type) yield return $"{path}: the type '{type}' was not known";
                foreach (var member in form.Unknown.Where(static m => m.Name != KnownStranger)) yield return $"{path}.{member.Name}: the member was not known";
                foreach (var name in form.MemberNames)
                {
                    foreach (var stranger in Strangers(form[name], $"{path}.{name}")) yield return stranger;
                }

                break;
            case string or byte[]:
                break;
            case IEnumerable items:
                var i = 0;
                foreach (var item in items)
                {
                    foreach (var stranger in Strangers(item, $"{path}[{i}]")) yield return stranger;
                    i++;
                }

                break;
        }
    }

    private static ApiObject New(OperationInfo operation, bool response) => response ? operation.CreateResponse() : operation.CreateRequest();

    private static ApiObject ReadXml(ApiObject value, string envelope)
    {
        using var reader = WireXml.CreateReader(Encoding.UTF8.GetBytes(envelope));
        reader.MoveToContent();
        reader.ReadStartElement("Envelope", WireNames.Soap.NamespaceName);
        if (reader.MoveToContent() == XmlNodeType.Element && reader.LocalName == "Header") reader.Skip();
        reader.MoveToContent();
        reader.ReadStartElement("Body", WireNames.Soap.NamespaceName);
        reader.MoveToContent();
        WireXml.ReadInto(value, reader);
        return value;
    }

    /// <summary>Written so that blanks and carriage returns survive.</summary>
    private static string ToText(XElement element)
    {
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, NewLineHandling = NewLineHandling.Entitize }))
        {
            element.Save(writer);
        }

        return text.ToString();
    }
}
