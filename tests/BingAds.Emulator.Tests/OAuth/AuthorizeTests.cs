using System.Net;

namespace BingAds.Emulator.Tests.OAuth;

public sealed class AuthorizeTests : IAsyncLifetime
{
    private EmulatorHost _emulator = null!;
    private SignInClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _emulator = await EmulatorHost.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        _client = new SignInClient(_emulator);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _emulator.DisposeAsync();
    }

    [Fact]
    public async Task Consent_page_shows_who_asks_and_loads_nothing_from_elsewhere()
    {
        using var response = await _client.OpenAsync(SignInClient.CodeRequest());
        var html = await response.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("Demo desktop application", html, StringComparison.Ordinal);
        Assert.Contains(DemoCredentials.UserName, html, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\">", html, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.DoesNotContain("src=", html, StringComparison.Ordinal);
        Assert.DoesNotContain("href=", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Consent_page_encodes_what_the_address_carries()
    {
        var query = SignInClient.CodeRequest();
        query["scope"] = "<script>alert(1)</script>";
        query["login_hint"] = "\"><img>";
        using var response = await _client.OpenAsync(query);
        var html = await response.Content.ReadAsStringAsync();
        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("query", '?')]
    [InlineData("fragment", '#')]
    public async Task Code_and_unchanged_state_come_back_where_they_were_asked_for(string mode, char separator)
    {
        var query = SignInClient.CodeRequest();
        query["response_mode"] = mode;
        using var response = await _client.DecideAsync(query, "accept");
        Assert.StartsWith(SignInClient.Redirect + separator, response.Headers.Location!.OriginalString, StringComparison.Ordinal);
        var answer = SignInClient.Answer(response);
        Assert.Equal("st+a te&1", answer["state"]);
        Assert.NotEmpty(answer["code"]);
    }

    [Fact]
    public async Task Form_post_mode_carries_the_answer_in_a_form()
    {
        var query = SignInClient.CodeRequest();
        query["response_mode"] = "form_post";
        using var response = await _client.DecideAsync(query, "accept");
        var html = await response.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains($"action=\"{SignInClient.Redirect}\"", html, StringComparison.Ordinal);
        Assert.Contains("name=\"code\"", html, StringComparison.Ordinal);
        Assert.Contains("name=\"state\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_user_who_declines_sends_back_access_denied()
    {
        using var response = await _client.DecideAsync(SignInClient.CodeRequest(), "deny");
        var answer = SignInClient.Answer(response);
        Assert.Equal("access_denied", answer["error"]);
        Assert.Equal("st+a te&1", answer["state"]);
        Assert.DoesNotContain("code", answer.Keys);
    }

    [Fact]
    public async Task Implicit_grant_puts_the_token_into_the_fragment_without_a_refresh_token()
    {
        var query = SignInClient.CodeRequest();
        query["response_type"] = "token";
        using var response = await _client.DecideAsync(query, "accept");
        Assert.Contains('#', response.Headers.Location!.OriginalString);
        var answer = SignInClient.Answer(response);
        Assert.Equal("3600", answer["expires_in"]);
        Assert.NotEmpty(answer["access_token"]);
        Assert.DoesNotContain("refresh_token", answer.Keys);
    }

    [Fact]
    public async Task Prompt_none_succeeds_at_once_after_consent_and_asks_for_interaction_before()
    {
        var known = SignInClient.CodeRequest();
        known["prompt"] = "none";
        using (var response = await _client.OpenAsync(known))
        {
            Assert.NotEmpty(SignInClient.Answer(response)["code"]);
        }

        var unknown = SignInClient.CodeRequest();
        unknown["prompt"] = "none";
        unknown["scope"] = "https://ads.microsoft.com/ads.manage";
        using (var response = await _client.OpenAsync(unknown))
        {
            Assert.Equal("interaction_required", SignInClient.Answer(response)["error"]);
        }

        unknown.Remove("prompt");
        await _client.AcceptAsync(unknown);
        unknown["prompt"] = "none";
        using (var response = await _client.OpenAsync(unknown))
        {
            Assert.NotEmpty(SignInClient.Answer(response)["code"]);
        }
    }

    [Theory]
    [InlineData("client_id", "nobody")]
    [InlineData("client_id", "")]
    [InlineData("redirect_uri", "https://elsewhere.example/back")]
    [InlineData("redirect_uri", "")]
    public async Task An_unknown_application_or_address_is_refused_on_the_page_and_never_redirected(string parameter, string value)
    {
        var query = SignInClient.CodeRequest();
        query[parameter] = value;
        using var response = await _client.DecideAsync(query, "accept");
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Null(response.Headers.Location);
    }

    [Theory]
    [InlineData("response_type", "id_token", "unsupported_response_type")]
    [InlineData("response_type", "", "invalid_request")]
    [InlineData("scope", "", "invalid_request")]
    [InlineData("response_mode", "smoke_signals", "invalid_request")]
    [InlineData("code_challenge", "short", "invalid_request")]
    public async Task Other_mistakes_are_told_on_the_redirect(string parameter, string value, string error)
    {
        var query = SignInClient.CodeRequest();
        query[parameter] = value;
        using var response = await _client.OpenAsync(query);
        var answer = SignInClient.Answer(response);
        Assert.Equal(error, answer["error"]);
        Assert.Equal("st+a te&1", answer["state"]);
    }
}
