using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace BingAds.Emulator.OAuth;

/// <summary>A good answer of the token end point, and how it and a refusal are written.</summary>
internal sealed record TokenAnswer(string AccessToken, string Scope, long ExpiresIn, string? RefreshToken)
{
    public static Task WriteAsync(HttpContext context, TokenAnswer answer, SignInProvider provider) => WriteAsync(context, 200, json =>
    {
        json.WriteString("token_type", "Bearer");
        json.WriteString("scope", answer.Scope);
        json.WriteNumber("expires_in", answer.ExpiresIn);
        if (provider == SignInProvider.Microsoft)
            json.WriteNumber("ext_expires_in", answer.ExpiresIn);
        json.WriteString("access_token", answer.AccessToken);
        if (answer.RefreshToken is not null)
            json.WriteString("refresh_token", answer.RefreshToken);
    });

    public static Task WriteAsync(HttpContext context, OAuthError error, SignInProvider provider, Guid trace, DateTimeOffset now)
        => WriteAsync(context, error.Status, json =>
        {
            json.WriteString("error", error.Error);
            if (provider == SignInProvider.Google)
            {
                json.WriteString("error_description", error.Description);
                return;
            }

            var time = now.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
            json.WriteString("error_description", $"{error.Text} Trace ID: {trace} Correlation ID: {trace} Timestamp: {time}");
            json.WriteStartArray("error_codes");
            json.WriteNumberValue(error.Number);
            json.WriteEndArray();
            json.WriteString("timestamp", time);
            json.WriteString("trace_id", trace);
            json.WriteString("correlation_id", trace);
        });

    private static async Task WriteAsync(HttpContext context, int status, Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = buffer.WrittenCount;
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.Body.WriteAsync(buffer.WrittenMemory, context.RequestAborted).ConfigureAwait(false);
    }

    // A record prints its members, and these are secrets.
    private bool PrintMembers(System.Text.StringBuilder builder)
    {
        builder.Append("Scope = ").Append(Scope).Append(", ExpiresIn = ").Append(ExpiresIn);
        return true;
    }
}
