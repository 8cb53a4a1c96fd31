using System.Text.Json;
using System.Text.Json.Serialization;
using BingAds.Contract;
using BingAds.Emulator.Api;
using Microsoft.AspNetCore.Http;

namespace BingAds.Emulator.Bulk;

/// <summary>Body of the answer to the POST of a file: not one of the API's faults.</summary>
internal sealed record UploadAnswer(string TrackingId, string? RequestId, int? Code, string? ErrorCode, string? Message)
{
    public static Task WriteAsync(HttpContext context, string trackingId, string? requestId)
        => WriteAsync(context, 200, new(trackingId, requestId, null, null, null));

    public static Task WriteAsync(HttpContext context, string trackingId, string? requestId, int code, int status)
    {
        RequestNotes.Of(context).Codes.Add(code);
        var name = ErrorTexts.Name(code, ServiceName.Bulk);
        return WriteAsync(context, status, new(trackingId, requestId, code, name, ErrorTexts.Message(code, name)));
    }

    private static async Task WriteAsync(HttpContext context, int status, UploadAnswer answer)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(answer, UploadAnswerJson.Default.UploadAnswer);
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = body.Length;
        context.Response.Headers["TrackingId"] = answer.TrackingId;
        await context.Response.Body.WriteAsync(body, context.RequestAborted).ConfigureAwait(false);
    }
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(UploadAnswer))]
internal sealed partial class UploadAnswerJson : JsonSerializerContext;
