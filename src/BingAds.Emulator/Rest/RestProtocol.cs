using System.Buffers;
using BingAds.Contract;
using BingAds.Emulator.Api;
using BingAds.Errors;
using Microsoft.AspNetCore.Http;

namespace BingAds.Emulator.Rest;

/// <summary>JSON over HTTP verbs and paths.</summary>
internal sealed class RestProtocol : IApiProtocol
{
    private const string Bearer = "Bearer ";

    public (ApiCredentials Credentials, ApiRequest Request) Read(HttpContext context, OperationInfo operation, ReadOnlyMemory<byte> body)
    {
        var credentials = Credentials(context.Request.Headers);
        var request = operation.CreateRequest();
        if (!body.IsEmpty)
        {
            try
            {
                WireJson.ReadInto(request, body.Span, keepNulls: true);
            }
            catch (BrokenResponseException e)
            {
                throw ApiFaultException.Access(ErrorNumber.ApiInputValidationError, e.Message);
            }
        }

        return (credentials, request);
    }

    /// <summary>Who calls, by HTTP headers: those of REST calls, and of uploads to an address that was given out.</summary>
    public static ApiCredentials Credentials(IHeaderDictionary headers)
    {
        var authorization = headers.Authorization.ToString();
        return new ApiCredentials
        {
            AccessToken = authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? authorization[Bearer.Length..].Trim() : Text("AuthenticationToken"),
            UserName = Text("UserName"),
            Password = Text("Password"),
            DeveloperToken = Text("DeveloperToken"),
            CustomerId = ApiCredentials.Id(Text("CustomerId"), ErrorNumber.UserIsNotAuthorized),
            AccountId = ApiCredentials.Id(Text("CustomerAccountId") ?? Text("AccountId"), ErrorNumber.InvalidAccountId),
        };

        string? Text(string name) => headers[name].ToString() is { Length: > 0 } text ? text : null;
    }

    public Task WriteAsync(HttpContext context, ServiceName service, ApiResponse response, string trackingId)
        => WriteAsync(context, 200, response, trackingId);

    public Task WriteFaultAsync(HttpContext context, ServiceName service, ApiFaultException fault, string trackingId)
        => WriteAsync(context, fault.Status ?? ErrorNumber.HttpStatus(fault.Codes[0]), FaultBody.Create(service, fault, trackingId), trackingId);

    private static async Task WriteAsync(HttpContext context, int status, ApiObject body, string trackingId)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        WireJson.Write(body, buffer, writeNulls: true);
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = buffer.WrittenCount;
        context.Response.Headers["TrackingId"] = trackingId;
        await context.Response.Body.WriteAsync(buffer.WrittenMemory, context.RequestAborted).ConfigureAwait(false);
    }
}
