using System.Xml;
using BingAds.Contract;
using BingAds.Emulator.Api;
using BingAds.Errors;
using Microsoft.AspNetCore.Http;

namespace BingAds.Emulator.Soap;

/// <summary>XML in envelopes.</summary>
internal sealed class SoapProtocol : IApiProtocol
{
    public (ApiCredentials Credentials, ApiRequest Request) Read(HttpContext context, OperationInfo operation, ReadOnlyMemory<byte> body)
    {
        try
        {
            using var reader = WireXml.CreateReader(body);
            var headers = SoapEnvelope.Open(reader);
            var credentials = new ApiCredentials
            {
                AccessToken = Text("AuthenticationToken"),
                UserName = Text("UserName"),
                Password = Text("Password"),
                DeveloperToken = Text("DeveloperToken"),
                CustomerId = ApiCredentials.Id(Text("CustomerId"), ErrorNumber.UserIsNotAuthorized),
                AccountId = ApiCredentials.Id(Text("CustomerAccountId"), ErrorNumber.InvalidAccountId),
            };
            var request = operation.CreateRequest();
            if (reader.LocalName != request.TypeName)
                throw ApiFaultException.Access(ErrorNumber.ApiInputValidationError, $"The body holds '{reader.LocalName}' where '{request.TypeName}' is expected.");
            WireXml.ReadInto(request, reader, keepNulls: true);
            return (credentials, request);

            string? Text(string name) => headers.TryGetValue(name, out var text) && text.Length > 0 ? text : null;
        }
        catch (Exception e) when (e is XmlException or BrokenResponseException)
        {
            throw ApiFaultException.Access(ErrorNumber.ApiInputValidationError, e.Message);
        }
    }

    public Task WriteAsync(HttpContext context, ServiceName service, ApiResponse response, string trackingId)
        => SendAsync(context, 200, SoapEnvelope.Write(ApiCatalog.XmlNamespace(service), trackingId, writer => WireXml.Write(response, writer)));

    public Task WriteFaultAsync(HttpContext context, ServiceName service, ApiFaultException fault, string trackingId)
    {
        var detail = FaultBody.Create(service, fault, trackingId);
        return SendAsync(context, 500, SoapEnvelope.Write(ApiCatalog.XmlNamespace(service), trackingId, writer => SoapEnvelope.WriteFault(writer, detail)));
    }

    private static async Task SendAsync(HttpContext context, int status, byte[] envelope)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/xml; charset=utf-8";
        context.Response.ContentLength = envelope.Length;
        await context.Response.Body.WriteAsync(envelope, context.RequestAborted).ConfigureAwait(false);
    }
}
