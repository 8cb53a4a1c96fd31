using System.Text.Json.Nodes;
using System.Xml.Linq;
using BingAds.Contract;
using BingAds.Contract.Json;
using BingAds.Contract.Xml;

namespace BingAds.Services;

/// <summary>Messages without a contract, for routes that this version does not know.</summary>
internal static class RawMessages
{
    public static readonly WireType Type = new("Raw", new WireNamespace(""), static () => throw new InvalidOperationException("A raw message is not made by name."), []);

    public static OperationInfo Soap(ServiceName service, string soapAction, bool isIdempotent = false) => new(
        service, soapAction, "POST", "", soapAction, isIdempotent,
        static () => throw new InvalidOperationException("A raw request is not made by its operation."), static () => new RawResponse());

    public static OperationInfo Route(ServiceName service, HttpMethod verb, string path)
    {
        // A known route keeps what is known of it: whether it can be repeated.
        var known = ApiCatalog.FindOperationByRoute(verb.Method, $"{ApiCatalog.For(service).RestPrefix}/{path}");
        return new OperationInfo(
            service, known?.Name ?? $"{verb.Method} {path}", verb.Method, path, "", known?.IsIdempotent ?? false,
            static () => throw new InvalidOperationException("A raw request is not made by its operation."), static () => new RawResponse());
    }
}

/// <summary>A request body as it is: JSON over REST, an element over SOAP.</summary>
internal sealed class RawRequest(OperationInfo operation, JsonNode? json = null, XElement? xml = null) : ApiRequest
{
    public XElement? Xml => xml;

    public override OperationInfo Operation => operation;

    internal override WireType WireType => RawMessages.Type;

    internal override void Write(ref JsonWireWriter writer) => writer.Raw(json);

    internal override void Write(ref XmlWireWriter writer) => throw new InvalidOperationException("SOAP takes the element itself.");

    internal override void Read(ref JsonWireReader reader) => throw new InvalidOperationException("A raw request is not read.");

    internal override void Read(ref XmlWireReader reader) => throw new InvalidOperationException("A raw request is not read.");

    internal override object? GetMember(int index) => null;

    internal override void SetMember(int index, object? value)
    {
    }
}

/// <summary>A response body as it is.</summary>
internal sealed class RawResponse : ApiResponse
{
    public JsonNode? Body { get; private set; }

    public XElement? Xml { get; set; }

    public List<KeyValuePair<string, string>> EnvelopeHeaders { get; } = [];

    internal override WireType WireType => RawMessages.Type;

    internal override void Write(ref JsonWireWriter writer) => writer.Raw(Body);

    internal override void Write(ref XmlWireWriter writer) => throw new InvalidOperationException("SOAP gives the element itself.");

    internal override void Read(ref JsonWireReader reader) => Body = reader.ReadRaw();

    internal override void Read(ref XmlWireReader reader) => throw new InvalidOperationException("SOAP gives the element itself.");

    internal override object? GetMember(int index) => null;

    internal override void SetMember(int index, object? value)
    {
    }
}
