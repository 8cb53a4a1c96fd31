using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace BingAds;

/// <summary>A parsed reply, for message plug-ins.</summary>
public sealed class MessageContext
{
    internal MessageContext(ServiceName service, string operation, int httpStatus, ResponseHeaders headers)
    {
        Service = service;
        Operation = operation;
        HttpStatus = httpStatus;
        Headers = headers;
    }

    /// <summary>The service called.</summary>
    public ServiceName Service { get; }

    /// <summary>The operation called.</summary>
    public string Operation { get; }

    /// <summary>HTTP status of the reply.</summary>
    public int HttpStatus { get; }

    /// <summary>HTTP headers of the reply.</summary>
    public ResponseHeaders Headers { get; }

    /// <summary>REST: the body; null over SOAP and where the body is no JSON. May be changed or replaced.</summary>
    public JsonNode? Json { get; set; }

    /// <summary>SOAP: the whole envelope; null over REST. May be changed or replaced.</summary>
    public XDocument? Xml { get; set; }
}
