using System.Buffers;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;
using BingAds.Contract;
using BingAds.V13.CampaignManagement;

namespace BingAds.Tests.Clients;

/// <summary>Answers in the form of either transport, from the same objects; a test may change the JSON or the XML before it goes out.</summary>
internal static class Replies
{
    public const string Track = "track-1";

    private static readonly XNamespace s_soap = "http://schemas.xmlsoap.org/soap/envelope/";

    public static XNamespace Instance { get; } = "http://www.w3.org/2001/XMLSchema-instance";

    public static StubReply Ok(ApiTransport transport, ApiResponse response, Action<JsonObject>? json = null, Action<XElement>? xml = null, string service = "CampaignManagement")
    {
        if (transport == ApiTransport.Rest)
        {
            var node = Json(response);
            json?.Invoke(node);
            return OfJson(200, node);
        }

        var element = Xml(response);
        xml?.Invoke(element);
        return OfXml(200, element, service);
    }

    /// <summary>A fault object with an HTTP status; SOAP answers each with 500.</summary>
    public static StubReply Fault(
        ApiTransport transport, int status, ApiObject fault, Action<JsonObject>? json = null, Action<XElement>? xml = null, string service = "CampaignManagement")
    {
        if (transport == ApiTransport.Rest)
        {
            var node = Json(fault);
            node["Type"] ??= fault.TypeName;
            json?.Invoke(node);
            return OfJson(status, node);
        }

        var element = Xml(fault);
        xml?.Invoke(element);
        return OfXml(500, new XElement(
            s_soap + "Fault", new XElement("faultcode", "s:Server"), new XElement("faultstring", "Invalid client data."), new XElement("detail", element)), service);
    }

    /// <summary>The fault that all services use for sign-in, rights and limits.</summary>
    public static StubReply Fault(ApiTransport transport, int status, int code, string name) => Fault(transport, status, new AdApiFaultDetail
    {
        TrackingId = Track,
        Errors = [new() { Code = code, ErrorCode = name, Message = $"Words about {name}." }],
    });

    public static StubReply Expired(ApiTransport transport) => Fault(transport, 401, 109, "AuthenticationTokenExpired");

    public static StubReply OfJson(int status, JsonNode body) =>
        new StubReply(status, body.ToJsonString(), "application/json; charset=utf-8").With("TrackingId", Track);

    public static StubReply OfXml(int status, XElement body, string service = "CampaignManagement") => new(
        status,
        new XElement(
            s_soap + "Envelope",
            new XElement(s_soap + "Header", new XElement(XNamespace.Get(ApiCatalog.XmlNamespace(Enum.Parse<ServiceName>(service))) + "TrackingId", Track)),
            new XElement(s_soap + "Body", body)).ToString(SaveOptions.DisableFormatting),
        "text/xml; charset=utf-8");

    private static JsonObject Json(ApiObject value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        WireJson.Write(value, buffer, writeNulls: true);
        return (JsonObject)JsonNode.Parse(buffer.WrittenSpan)!;
    }

    private static XElement Xml(ApiObject value)
    {
        var stream = new MemoryStream();
        using (var xml = XmlDictionaryWriter.CreateTextWriter(stream, Encoding.UTF8, ownsStream: false))
        {
            WireXml.Write(value, xml);
        }

        return XElement.Parse(Encoding.UTF8.GetString(stream.ToArray()));
    }
}
