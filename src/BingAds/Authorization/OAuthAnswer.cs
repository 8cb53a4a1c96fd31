using System.Globalization;
using System.Net;
using System.Text.Json;
using BingAds.Errors;

namespace BingAds;

/// <summary>Reads what a token endpoint answers, be it tokens, an OAuth error, or a page of something in between.</summary>
internal static class OAuthAnswer
{
    /// <summary>Reads the tokens.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="retryAfter">How long the service asked to wait.</param>
    /// <param name="body">The body, cut at some sane length.</param>
    /// <param name="previousRefreshToken">Kept when the answer brings no new one, as Google's doesn't.</param>
    /// <param name="secrets">What was sent and must not come back in an error's text.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="OAuthTokenRequestException">There are none.</exception>
    internal static OAuthTokens ReadTokens(
        HttpStatusCode status, TimeSpan? retryAfter, ReadOnlyMemory<byte> body, string? previousRefreshToken, SecretMask secrets, TimeProvider time)
    {
        var succeeded = status is >= HttpStatusCode.OK and < HttpStatusCode.Ambiguous;
        if (TryParse(body) is not { ValueKind: JsonValueKind.Object } json)
        {
            // Tokens may be in a broken answer of a success, so nothing of it is shown.
            throw new OAuthTokenRequestException(
                OAuthTokenRequestException.UnreadableAnswer,
                succeeded ? "The answer is not a JSON object." : secrets.Snippet(body.Span),
                status)
            {
                RetryAfter = retryAfter,
            };
        }
        if (Text(json, "error") is { Length: > 0 } || !succeeded)
            throw ReadError(status, retryAfter, json, secrets);
        if (Text(json, "access_token") is not { Length: > 0 } accessToken)
            throw new OAuthTokenRequestException(OAuthTokenRequestException.UnreadableAnswer, "The answer holds no access_token.", status);
        var refreshToken = Text(json, "refresh_token") is { Length: > 0 } fresh ? fresh : previousRefreshToken;
        return new OAuthTokens(accessToken, Seconds(json, "expires_in"), refreshToken, Text(json, "scope"), null, json, time);
    }

    internal static string? Text(JsonElement json, string name)
        => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>A number of seconds, written as a number or as text; null when there is none.</summary>
    internal static long? Seconds(JsonElement json, string name)
    {
        if (!json.TryGetProperty(name, out var value))
            return null;
        return value.ValueKind switch
        {
            JsonValueKind.Number => Seconds(value.GetRawText()),
            JsonValueKind.String => Seconds(value.GetString()!),
            _ => null,
        };
    }

    internal static long? Seconds(string text)
        => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && double.IsFinite(seconds)
            ? (long)Math.Clamp(seconds, 0, 1e15)
            : null;

    private static JsonElement? TryParse(ReadOnlyMemory<byte> body)
    {
        if (body.Span.StartsWith("\uFEFF"u8))
            body = body[3..];
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static OAuthTokenRequestException ReadError(HttpStatusCode status, TimeSpan? retryAfter, JsonElement json, SecretMask secrets)
    {
        var code = Text(json, "error");
        var description = Text(json, "error_description");
        // Google writes some errors as an object with a status and a message.
        if (code is null && json.TryGetProperty("error", out var nested) && nested.ValueKind == JsonValueKind.Object)
        {
            code = Text(nested, "status");
            description = Text(nested, "message");
        }
        return new OAuthTokenRequestException(
            string.IsNullOrWhiteSpace(code) ? OAuthTokenRequestException.UnreadableAnswer : secrets.Short(code),
            description is null ? null : secrets.Short(description),
            status,
            Numbers(json, description),
            Text(json, "correlation_id") is { } correlation ? secrets.Short(correlation) : null,
            Text(json, "trace_id") is { } trace ? secrets.Short(trace) : null)
        {
            RetryAfter = retryAfter,
        };
    }

    private static List<int> Numbers(JsonElement json, string? description)
    {
        var numbers = new List<int>();
        if (json.TryGetProperty("error_codes", out var codes) && codes.ValueKind == JsonValueKind.Array)
        {
            foreach (var code in codes.EnumerateArray())
            {
                if (code.ValueKind == JsonValueKind.Number && code.TryGetInt32(out var number))
                    numbers.Add(number);
            }
        }
        if (numbers.Count == 0 && AadstsNumber(description) is { } inText)
            numbers.Add(inText);
        return numbers;
    }

    /// <summary>The number after "AADSTS" in a description: a redirect carries it nowhere else.</summary>
    internal static int? AadstsNumber(string? description)
    {
        const string Mark = "AADSTS";
        if (description?.IndexOf(Mark, StringComparison.Ordinal) is not (>= 0 and var start))
            return null;
        var digits = description.AsSpan(start + Mark.Length);
        var end = digits.IndexOfAnyExceptInRange('0', '9');
        return int.TryParse(end < 0 ? digits : digits[..end], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
