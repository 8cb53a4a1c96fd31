using BingAds.Contract;
using BingAds.Errors;

namespace BingAds.Transport;

/// <summary>Bytes on HTTP: what differs between REST and SOAP, and nothing else.</summary>
internal interface ITransport
{
    HeaderTarget Target { get; }

    string ContentType { get; }

    Uri GetAddress(OperationInfo operation);

    HttpMethod GetVerb(OperationInfo operation);

    /// <summary>Writes the request's body. For SOAP the headers are part of it.</summary>
    void Write(ApiRequest request, RequestHeaders headers, PooledBuffer body);

    /// <summary>Puts what goes into HTTP headers on the message.</summary>
    void SetHeaders(HttpRequestMessage message, OperationInfo operation, RequestHeaders headers);

    /// <summary>Lets the plug-ins see and change the reply.</summary>
    void Parse(HttpReply reply, MessageContext context, IReadOnlyList<IMessagePlugin> plugins);

    /// <summary>Reads the reply into the response.</summary>
    /// <returns>The fault that it holds in place of a response, if it does.</returns>
    FaultReader.Fault? Read(HttpReply reply, ApiResponse response, OperationInfo operation);
}
