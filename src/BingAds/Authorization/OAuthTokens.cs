using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace BingAds;

/// <summary>What a sign-in or a refresh gave: an access token, how long it lives, and the refresh token. Never changes once made.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class OAuthTokens
{
    private readonly TimeProvider _time;
    private readonly DateTimeOffset _expires;

    /// <summary>Takes tokens that come from elsewhere, as received now.</summary>
    /// <param name="accessToken">The access token.</param>
    /// <param name="accessTokenExpiresInSeconds">For how many seconds from now it works; null when that is not known.</param>
    /// <param name="refreshToken">The refresh token; null when there is none.</param>
    /// <param name="timeProvider">The clock; the system's by default.</param>
    public OAuthTokens(string accessToken, long? accessTokenExpiresInSeconds = null, string? refreshToken = null, TimeProvider? timeProvider = null)
        : this(NotEmpty(accessToken), accessTokenExpiresInSeconds, refreshToken, null, null, default, timeProvider ?? TimeProvider.System)
    {
    }

    internal OAuthTokens(
        string accessToken, long? expiresInSeconds, string? refreshToken, string? scope,
        DateTimeOffset? received, JsonElement responseJson, TimeProvider timeProvider)
    {
        _time = timeProvider;
        AccessToken = accessToken;
        AccessTokenExpiresInSeconds = expiresInSeconds;
        RefreshToken = string.IsNullOrEmpty(refreshToken) ? null : refreshToken;
        Scope = scope;
        ResponseJson = responseJson;
        AccessTokenReceivedDateTime = received ?? timeProvider.GetUtcNow();
        _expires = expiresInSeconds is { } seconds ? AddSeconds(AccessTokenReceivedDateTime, seconds) : DateTimeOffset.MaxValue;
    }

    /// <summary>The access token; empty when only a refresh token is known (<see cref="FromRefreshToken"/>).</summary>
    public string AccessToken { get; }

    /// <summary>For how many seconds after <see cref="AccessTokenReceivedDateTime"/> the access token works; null when the answer did not say.</summary>
    public long? AccessTokenExpiresInSeconds { get; }

    /// <summary>When the answer arrived, in UTC.</summary>
    public DateTimeOffset AccessTokenReceivedDateTime { get; }

    /// <summary>Whether the access token's time is over. False when the answer did not say how long it lives.</summary>
    public bool AccessTokenExpired => AccessToken.Length == 0 || _time.GetUtcNow() >= _expires;

    /// <summary>The refresh token; null when the grant gives none.</summary>
    public string? RefreshToken { get; }

    /// <summary>
    /// The scopes that were granted, separated by spaces; null when the answer did not say. The service wants <c>msads.manage</c> among them.
    /// </summary>
    public string? Scope { get; }

    /// <summary>
    /// The whole answer of the token endpoint, tokens included: keep it out of logs. <see cref="JsonValueKind.Undefined"/> when the tokens came from elsewhere, such as a store.
    /// </summary>
    public JsonElement ResponseJson { get; }

    /// <summary>Takes a refresh token that was kept from an earlier sign-in; the access token is fetched with it when the first call needs one.</summary>
    public static OAuthTokens FromRefreshToken(string refreshToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(refreshToken);
        return new OAuthTokens("", 0, refreshToken, null, null, default, TimeProvider.System);
    }

    /// <summary>Writes what a store has to keep, as JSON. It holds the tokens in clear: the store must protect it.</summary>
    public string ToStoredJson()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            WriteStored(json);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Reads what <see cref="ToStoredJson"/> wrote.</summary>
    /// <exception cref="FormatException">The text is something else. The error does not show it.</exception>
    public static OAuthTokens FromStoredJson(string json, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            using var document = JsonDocument.Parse(json);
            return ReadStored(document.RootElement, timeProvider ?? TimeProvider.System);
        }
        catch (JsonException)
        {
            throw new FormatException("This is not a stored token: the text is not JSON.");
        }
    }

    /// <summary>Says when the access token ends and what there is; shows no token.</summary>
    public override string ToString()
    {
        var end = AccessToken.Length == 0 ? "no access token"
            : AccessTokenExpiresInSeconds is null ? "access token of unknown life"
            : "access token until " + _expires.ToString("u", CultureInfo.InvariantCulture);
        return $"OAuthTokens: {end}, {(RefreshToken is null ? "no refresh token" : "with refresh token")}";
    }

    /// <summary>Whether it is time to get a new access token, the given span before the end.</summary>
    internal bool IsDue(TimeSpan skew)
    {
        if (AccessToken.Length == 0)
            return true;
        if (AccessTokenExpiresInSeconds is null)
            return false;
        // A token that lives shorter than the skew would otherwise be due from its first second, and each call would fetch another.
        var half = (_expires - AccessTokenReceivedDateTime) / 2;
        return _time.GetUtcNow() >= _expires - (skew < half ? skew : half);
    }

    /// <summary>The token as a REST call sends it, put together once for all calls.</summary>
    internal string BearerText => field ??= "Bearer " + AccessToken;

    internal void WriteStored(Utf8JsonWriter json)
    {
        json.WriteString("received"u8, AccessTokenReceivedDateTime);
        json.WriteString("access_token"u8, AccessToken);
        if (AccessTokenExpiresInSeconds is { } seconds)
            json.WriteNumber("expires_in"u8, seconds);
        if (RefreshToken is not null)
            json.WriteString("refresh_token"u8, RefreshToken);
        if (Scope is not null)
            json.WriteString("scope"u8, Scope);
    }

    internal static OAuthTokens ReadStored(JsonElement json, TimeProvider timeProvider)
    {
        if (json.ValueKind == JsonValueKind.Object
            && json.TryGetProperty("received"u8, out var received) && received.ValueKind == JsonValueKind.String && received.TryGetDateTimeOffset(out var time)
            && OAuthAnswer.Text(json, "access_token") is { } accessToken)
        {
            return new OAuthTokens(
                accessToken, OAuthAnswer.Seconds(json, "expires_in"), OAuthAnswer.Text(json, "refresh_token"), OAuthAnswer.Text(json, "scope"),
                time, default, timeProvider);
        }
        throw new FormatException("This is not a stored token: the time or the access token is missing.");
    }

    private static string NotEmpty(string accessToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(accessToken);
        return accessToken;
    }

    private static DateTimeOffset AddSeconds(DateTimeOffset time, long seconds)
    {
        if (seconds <= 0)
            return time;
        return seconds < (DateTimeOffset.MaxValue - time).TotalSeconds ? time.AddSeconds(seconds) : DateTimeOffset.MaxValue;
    }
}
