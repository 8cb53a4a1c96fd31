using System.Text;
using Microsoft.AspNetCore.Http;

namespace BingAds.Emulator.Files;

/// <summary>How the storage behind links says no: a status and a little XML, nothing of the API's faults.</summary>
internal static class StorageRefusal
{
    public static Task ForgedAsync(HttpContext context) => WriteAsync(context, 403, "AuthenticationFailed", "The signature does not fit the link.");

    public static Task ExpiredAsync(HttpContext context) => WriteAsync(context, 403, "AuthenticationFailed", "The link is expired.");

    public static Task MissingAsync(HttpContext context) => WriteAsync(context, 404, "BlobNotFound", "There is no such file.");

    public static Task PlannedAsync(HttpContext context, Fault fault) => fault.Kind == FaultKind.ExpiredLink
        ? ExpiredAsync(context)
        : WriteAsync(context, fault.Status ?? 500, "InternalError", "This failure was asked for.");

    public static async Task WriteAsync(HttpContext context, int status, string code, string message)
    {
        var body = Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"utf-8\"?><Error><Code>{code}</Code><Message>{message}</Message></Error>");
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/xml";
        context.Response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
            await context.Response.Body.WriteAsync(body, context.RequestAborted).ConfigureAwait(false);
    }
}
