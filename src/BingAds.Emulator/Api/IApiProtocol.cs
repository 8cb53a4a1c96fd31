using BingAds.Contract;
using Microsoft.AspNetCore.Http;

namespace BingAds.Emulator.Api;

/// <summary>One transport: from bytes to a request and from a response or fault to bytes.</summary>
internal interface IApiProtocol
{
    /// <summary>Reads credentials and request out of a body.</summary>
    /// <exception cref="ApiFaultException">It can't be read.</exception>
    (ApiCredentials Credentials, ApiRequest Request) Read(HttpContext context, OperationInfo operation, ReadOnlyMemory<byte> body);

    Task WriteAsync(HttpContext context, ServiceName service, ApiResponse response, string trackingId);

    Task WriteFaultAsync(HttpContext context, ServiceName service, ApiFaultException fault, string trackingId);
}
