using System.Net;
using System.Text.Json;

namespace BingAds.Emulator.Tests;

/// <summary>Talks to the sign-in pages the way a browser and an application do.</summary>
internal sealed class SignInClient : IDisposable
{
    public const string Scope = "https://ads.microsoft.com/msads.manage offline_access";
    public const string Redirect = "http://localhost:8400/back";

    private readonly HttpClient _http;

    public SignInClient(EmulatorHost emulator) => _http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = emulator.BaseAddress };

    public static Dictionary<string, string> CodeRequest(string clientId = DemoCredentials.ClientId) => new()
    {
        ["client_id"] = clientId,
        ["response_type"] = "code",
        ["redirect_uri"] = Redirect,
        ["scope"] = Scope,
        ["state"] = "st+a te&1",
    };

    public Task<HttpResponseMessage> OpenAsync(Dictionary<string, string> query, string path = "/common/oauth2/v2.0/authorize") => _http.GetAsync(path + "?" + Encode(query));

    public Task<HttpResponseMessage> DecideAsync(Dictionary<string, string> query, string decision, string path = "/common/oauth2/v2.0/authorize")
        => _http.PostAsync(path + "?" + Encode(query), new FormUrlEncodedContent([new("decision", decision), new("user", DemoCredentials.UserName)]));

    /// <summary>Accepts on the page and returns what the redirect carries.</summary>
    public async Task<Dictionary<string, string>> AcceptAsync(Dictionary<string, string> query, string path = "/common/oauth2/v2.0/authorize")
    {
        using var response = await DecideAsync(query, "accept", path);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        return Answer(response);
    }

    public async Task<(HttpStatusCode Status, JsonElement Json)> TokenAsync(Dictionary<string, string> form, string path = "/common/oauth2/v2.0/token")
    {
        using var response = await _http.PostAsync(path, new FormUrlEncodedContent(form));
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return (response.StatusCode, json.RootElement.Clone());
    }

    public static Dictionary<string, string> CodeForm(string code) => new()
    {
        ["grant_type"] = "authorization_code",
        ["client_id"] = DemoCredentials.ClientId,
        ["redirect_uri"] = Redirect,
        ["code"] = code,
    };

    public static Dictionary<string, string> RefreshForm(string token = DemoCredentials.RefreshToken) => new()
    {
        ["grant_type"] = "refresh_token",
        ["client_id"] = DemoCredentials.ClientId,
        ["refresh_token"] = token,
    };

    /// <summary>The pairs behind <c>?</c> or <c>#</c> of the redirect.</summary>
    public static Dictionary<string, string> Answer(HttpResponseMessage response)
    {
        var text = response.Headers.Location!.OriginalString;
        var pairs = text[(text.IndexOfAny(['?', '#']) + 1)..].Split('&');
        return pairs.Select(static p => p.Split('=')).ToDictionary(static p => Uri.UnescapeDataString(p[0]), static p => Uri.UnescapeDataString(p[1]));
    }

    public void Dispose() => _http.Dispose();

    private static string Encode(Dictionary<string, string> pairs)
        => string.Join('&', pairs.Select(static p => Uri.EscapeDataString(p.Key) + "=" + Uri.EscapeDataString(p.Value)));
}
