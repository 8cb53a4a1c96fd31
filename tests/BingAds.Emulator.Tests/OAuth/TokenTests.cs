using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace BingAds.Emulator.Tests.OAuth;

public sealed class TokenTests : IAsyncLifetime
{
    private const string Verifier = "a-verifier-that-is-long-enough-0123456789-_~.";

    private readonly EmulatorOptions _options = new();
    private EmulatorHost? _emulator;
    private SignInClient? _client;

    public ValueTask InitializeAsync()
    {
        _options.Clock.Freeze(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        if (_emulator is not null)
            await _emulator.DisposeAsync();
    }

    [Fact]
    public async Task Code_becomes_tokens_and_the_refresh_token_becomes_new_ones()
    {
        var client = await StartAsync();
        var code = (await client.AcceptAsync(SignInClient.CodeRequest()))["code"];
        var (status, first) = await client.TokenAsync(SignInClient.CodeForm(code));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("Bearer", first.GetProperty("token_type").GetString());
        Assert.Equal(3600, first.GetProperty("expires_in").GetInt64());
        Assert.Equal("https://ads.microsoft.com/msads.manage", first.GetProperty("scope").GetString());

        var (_, second) = await client.TokenAsync(SignInClient.RefreshForm(first.GetProperty("refresh_token").GetString()!));
        Assert.NotEqual(first.GetProperty("access_token").GetString(), second.GetProperty("access_token").GetString());
        Assert.NotEqual(first.GetProperty("refresh_token").GetString(), second.GetProperty("refresh_token").GetString());
    }

    [Fact]
    public async Task Code_is_good_once_and_for_five_minutes()
    {
        var client = await StartAsync();
        var code = (await client.AcceptAsync(SignInClient.CodeRequest()))["code"];
        await client.TokenAsync(SignInClient.CodeForm(code));
        Assert.Equal("invalid_grant", await ErrorAsync(SignInClient.CodeForm(code)));

        var late = (await client.AcceptAsync(SignInClient.CodeRequest()))["code"];
        _options.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal("invalid_grant", await ErrorAsync(SignInClient.CodeForm(late)));
    }

    [Theory]
    [InlineData("S256", Verifier, null)]
    [InlineData("S256", "another-verifier-that-is-long-enough-0123456789", "invalid_grant")]
    [InlineData("S256", "", "invalid_grant")]
    [InlineData("plain", Verifier, null)]
    [InlineData("plain", "another-verifier-that-is-long-enough-0123456789", "invalid_grant")]
    public async Task Proof_key_is_checked(string method, string verifier, string? error)
    {
        var client = await StartAsync();
        var query = SignInClient.CodeRequest();
        query["code_challenge_method"] = method;
        query["code_challenge"] = method == "plain"
            ? Verifier
            : System.Buffers.Text.Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));
        var form = SignInClient.CodeForm((await client.AcceptAsync(query))["code"]);
        if (verifier.Length > 0)
            form["code_verifier"] = verifier;
        var (_, json) = await client.TokenAsync(form);
        Assert.Equal(error, json.TryGetProperty("error", out var e) ? e.GetString() : null);
    }

    [Fact]
    public async Task Refused_proof_leaves_the_code_good_for_who_knows_the_verifier()
    {
        var client = await StartAsync();
        var query = SignInClient.CodeRequest();
        query["code_challenge"] = Verifier;
        var form = SignInClient.CodeForm((await client.AcceptAsync(query))["code"]);
        Assert.Equal("invalid_grant", await ErrorAsync(form));
        form["code_verifier"] = Verifier;
        Assert.Equal(HttpStatusCode.OK, (await client.TokenAsync(form)).Status);
    }

    [Theory]
    [InlineData(false, null)]
    [InlineData(true, "invalid_grant")]
    public async Task Used_refresh_token_is_refused_only_when_rotation_is_strict(bool strict, string? error)
    {
        _options.StrictRotation = strict;
        var client = await StartAsync();
        await client.TokenAsync(SignInClient.RefreshForm());
        var (_, again) = await client.TokenAsync(SignInClient.RefreshForm());
        Assert.Equal(error, again.TryGetProperty("error", out var e) ? e.GetString() : null);
    }

    [Fact]
    public async Task Refresh_token_ends_after_ninety_days()
    {
        var client = await StartAsync();
        _options.Clock.Advance(TimeSpan.FromDays(89));
        Assert.Equal(HttpStatusCode.OK, (await client.TokenAsync(SignInClient.RefreshForm())).Status);
        _options.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal("invalid_grant", await ErrorAsync(SignInClient.RefreshForm()));
    }

    [Fact]
    public async Task Refresh_may_ask_for_less_but_not_for_more()
    {
        var client = await StartAsync();
        var form = SignInClient.RefreshForm();
        form["scope"] = "https://ads.microsoft.com/msads.manage";
        Assert.Equal("https://ads.microsoft.com/msads.manage", (await client.TokenAsync(form)).Json.GetProperty("scope").GetString());
        form["scope"] = "https://ads.microsoft.com/msads.manage https://graph.example/all";
        Assert.Equal("invalid_grant", await ErrorAsync(form));
    }

    [Theory]
    [InlineData("grant_type", "", "invalid_request")]
    [InlineData("grant_type", "password", "unsupported_grant_type")]
    [InlineData("client_id", "", "invalid_request")]
    [InlineData("client_id", "nobody", "unauthorized_client")]
    [InlineData("client_secret", "any", "invalid_request")]
    [InlineData("refresh_token", "", "invalid_request")]
    [InlineData("refresh_token", "made-up", "invalid_grant")]
    [InlineData("refresh_token", DemoCredentials.WebRefreshToken, "invalid_grant")]
    public async Task Refusal_says_which_rule_was_broken(string field, string value, string error)
    {
        var client = await StartAsync();
        var form = SignInClient.RefreshForm();
        form[field] = value;
        var (status, json) = await client.TokenAsync(form);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(error, json.GetProperty("error").GetString());
        Assert.StartsWith("AADSTS", json.GetProperty("error_description").GetString(), StringComparison.Ordinal);
        Assert.Equal(1, json.GetProperty("error_codes").GetArrayLength());
        Assert.True(Guid.TryParse(json.GetProperty("trace_id").GetString(), out _));
        Assert.True(Guid.TryParse(json.GetProperty("correlation_id").GetString(), out _));
    }

    [Theory]
    [InlineData(null, "invalid_client", HttpStatusCode.Unauthorized)]
    [InlineData("wrong", "invalid_client", HttpStatusCode.Unauthorized)]
    [InlineData(DemoCredentials.WebClientSecret, null, HttpStatusCode.OK)]
    public async Task Web_application_must_know_its_secret(string? secret, string? error, HttpStatusCode expected)
    {
        var client = await StartAsync();
        var form = SignInClient.RefreshForm(DemoCredentials.WebRefreshToken);
        form["client_id"] = DemoCredentials.WebClientId;
        if (secret is not null)
            form["client_secret"] = secret;
        var (status, json) = await client.TokenAsync(form);
        Assert.Equal(expected, status);
        Assert.Equal(error, json.TryGetProperty("error", out var e) ? e.GetString() : null);
    }

    [Fact]
    public async Task Google_gives_a_refresh_token_only_for_offline_access_with_consent_and_none_on_refresh()
    {
        const string path = "/o/oauth2/v2/auth";
        var client = await StartAsync();
        var query = SignInClient.CodeRequest(DemoCredentials.GoogleClientId);
        query["scope"] = "openid email profile";
        Assert.DoesNotContain("refresh_token", (await RedeemAsync()).EnumerateObject().Select(static p => p.Name));

        query["access_type"] = "offline";
        query["prompt"] = "consent";
        var tokens = await RedeemAsync();
        var (_, refreshed) = await client.TokenAsync(
            new()
            {
                ["grant_type"] = "refresh_token",
                ["client_id"] = DemoCredentials.GoogleClientId,
                ["client_secret"] = DemoCredentials.GoogleClientSecret,
                ["refresh_token"] = tokens.GetProperty("refresh_token").GetString()!,
            },
            "/token");
        Assert.NotEmpty(refreshed.GetProperty("access_token").GetString()!);
        Assert.False(refreshed.TryGetProperty("refresh_token", out _));

        async Task<System.Text.Json.JsonElement> RedeemAsync()
        {
            var form = SignInClient.CodeForm((await client.AcceptAsync(query, path))["code"]);
            form["client_id"] = DemoCredentials.GoogleClientId;
            form["client_secret"] = DemoCredentials.GoogleClientSecret;
            return (await client.TokenAsync(form, "/token")).Json;
        }
    }

    [Fact]
    public async Task Same_seed_and_calls_give_the_same_tokens_and_another_seed_others()
    {
        var tokens = new List<string>();
        foreach (var seed in new[] { "one", "one", "two" })
        {
            await using var emulator = await EmulatorHost.StartAsync(new EmulatorOptions { Seed = seed });
            using var client = new SignInClient(emulator);
            tokens.Add((await client.TokenAsync(SignInClient.RefreshForm())).Json.GetProperty("access_token").GetString()!);
        }

        Assert.Equal(tokens[0], tokens[1]);
        Assert.NotEqual(tokens[0], tokens[2]);
    }

    private async Task<SignInClient> StartAsync()
    {
        _emulator = await EmulatorHost.StartAsync(_options);
        return _client = new SignInClient(_emulator);
    }

    private async Task<string?> ErrorAsync(Dictionary<string, string> form) => (await _client!.TokenAsync(form)).Json.GetProperty("error").GetString();
}
