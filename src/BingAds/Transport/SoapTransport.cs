using System.Text;
using System.Xml;
using System.Xml.Linq;
using BingAds.Contract;
using BingAds.Contract.Xml;
using BingAds.Services;

namespace BingAds.Transport;

/// <summary>SOAP 1.1, document/literal: one address a service, credentials and ids as elements of the envelope's header.</summary>
internal sealed class SoapTransport(Func<ServiceName, Uri> endpoint, int maxDepth) : ITransport
{
    public HeaderTarget Target => HeaderTarget.Soap;

    public string ContentType => "text/xml; charset=utf-8";

    public Uri GetAddress(OperationInfo operation) => endpoint(operation.Service);

    public HttpMethod GetVerb(OperationInfo operation) => HttpMethod.Post;

    public void Write(ApiRequest request, RequestHeaders headers, PooledBuffer body) =>
        SoapEnvelope.Write(body, request.Operation.Service, headers, xml =>
        {
            if (request is RawRequest { Xml: { } element })
            {
                element.WriteTo(xml);
            }
            else
            {
                WireXml.Write(request, xml);
            }
        });

    public void SetHeaders(HttpRequestMessage message, OperationInfo operation, RequestHeaders headers) =>
        message.Headers.TryAddWithoutValidation("SOAPAction", $"\"{operation.SoapAction}\"");

    public void Parse(HttpReply reply, MessageContext context, IReadOnlyList<IMessagePlugin> plugins)
    {
        try
        {
            using var reader = WireXml.CreateReader(reply.Body.Memory, maxDepth);
            context.Xml = XDocument.Load(reader, LoadOptions.PreserveWhitespace);
        }
        catch (Exception exception) when (WireError.IsBrokenInput(exception))
        {
            // No XML: the plug-ins see the status and the headers, and the call ends with an error of its own.
        }

        foreach (var plugin in plugins)
        {
            plugin.Parsed(context);
        }

        if (context.Xml is { } changed)
        {
            reply.Body.Clear();
            using var xml = XmlDictionaryWriter.CreateTextWriter(new PooledBufferStream(reply.Body), Encoding.UTF8, ownsStream: false);
            changed.WriteTo(xml);
        }
    }

    public FaultReader.Fault? Read(HttpReply reply, ApiResponse response, OperationInfo operation)
    {
        FaultReader.Fault? fault = null;
        if (!reply.IsSuccess && !LooksLikeXml(reply.Body.Span))
        {
            return null;
        }

        SoapEnvelope.Read(reply.Body.Memory, maxDepth, ReadHeader, ReadBody);
        return fault;

        void ReadHeader(string name, string value)
        {
            if (name == "TrackingId")
            {
                response.TrackingId = value;
            }

            (response as RawResponse)?.EnvelopeHeaders.Add(new(name, value));
        }

        void ReadBody(XmlDictionaryReader xml)
        {
            if (xml.LocalName == "Fault")
            {
                fault = FaultReader.ReadXml(xml, operation.Service);
            }
            else if (response is RawResponse raw)
            {
                raw.Xml = (XElement)XNode.ReadFrom(xml);
            }
            else if (xml.LocalName == response.WireType.Name)
            {
                WireXml.ReadInto(response, xml);
            }
            else
            {
                throw new WireException($"expected the element '{response.WireType.Name}', found '{xml.LocalName}'", (xml as IXmlLineInfo)?.LineNumber, (xml as IXmlLineInfo)?.LinePosition ?? 0);
            }
        }
    }

    private static bool LooksLikeXml(ReadOnlySpan<byte> body)
    {
        var start = body.StartsWith("\uFEFF"u8) ? body[3..] : body;
        return start.IndexOf("Envelope"u8) is >= 0 and < 512;
    }
}
