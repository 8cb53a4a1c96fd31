using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using BingAds.Errors;

namespace BingAds.Tests.Authorization;

public class AuthorizationCodeTests
{
    [Fact]
    public async Task request_oauth_tokens_by_response_uri_exchanges_the_code()
    {
        await using var fixture = new SignInFixture(static _ => TokenReply.Tokens(1));

        var tokens = await fixture.SignIn.RequestOAuthTokensByResponseUriAsync(fixture.Redirect());

        var request = fixture.Endpoint.OnlyRequest;
        Assert.Equal(("POST", "/common/oauth2/v2.0/token"), (request.Method, request.Path));
        Assert.Equal(("client-1", "authorization_code", "code-hush-1"), (request["client_id"], request["grant_type"], request["code"]));
        Assert.Equal("https://login.microsoftonline.com/common/oauth2/nativeclient", request["redirect_uri"]);
        Assert.Equal("https://ads.microsoft.com/msads.manage offline_access", request["scope"]);
        Assert.Null(request["client_secret"]);
        Assert.Equal(("at-hush-1", "rt-hush-1"), (tokens.AccessToken, tokens.RefreshToken));
        Assert.Equal("https://ads.microsoft.com/msads.manage", tokens.Scope);
        Assert.Same(tokens, fixture.SignIn.OAuthTokens);
    }

    [Fact]
    public async Task request_oauth_tokens_by_refresh_token_gets_new_tokens()
    {
        await using var fixture = new SignInFixture(static _ => TokenReply.Tokens(2));

        var tokens = await fixture.SignIn.RequestOAuthTokensByRefreshTokenAsync("rt-hush-1");

        var request = fixture.Endpoint.OnlyRequest;
        Assert.Equal(("client-1", "refresh_token", "rt-hush-1"), (request["client_id"], request["grant_type"], request["refresh_token"]));
        Assert.Equal("https://ads.microsoft.com/msads.manage offline_access", request["scope"]);
        Assert.Null(request["redirect_uri"]);
        Assert.Equal("rt-hush-2", tokens.RefreshToken);
        Assert.Same(tokens, fixture.SignIn.OAuthTokens);
    }

    [Fact]
    public async Task client_secret_and_redirection_uri_of_a_web_application_are_sent()
    {
        await using var endpoint = new LoopbackTokenEndpoint(static _ => TokenReply.Tokens(1));
        using var signIn = new OAuthWebAuthCodeGrant(
            "client-1", "client-hush-1", new Uri("https://shop.example/back"), new OAuthOptions { SignInBaseAddress = endpoint.Address });
        var state = SignInFixture.Query(signIn.GetAuthorizationEndpoint())["state"];

        await signIn.RequestOAuthTokensByResponseUriAsync(new Uri($"https://shop.example/back?code=c&state={state}"));
        await signIn.RequestOAuthTokensByRefreshTokenAsync("rt");

        Assert.All(endpoint.Requests, static request => Assert.Equal("client-hush-1", request["client_secret"]));
        Assert.Equal("https://shop.example/back", endpoint.Requests.First()["redirect_uri"]);
        Assert.Equal("client-hush-1", signIn.ClientSecret);
    }

    [Fact]
    public async Task A_service_with_a_secret_and_a_refresh_token_needs_no_redirection_uri()
    {
        await using var endpoint = new LoopbackTokenEndpoint(static _ => TokenReply.Tokens(1));
        using var signIn = new OAuthWebAuthCodeGrant("client-1", new OAuthOptions { ClientSecret = "key-1", SignInBaseAddress = endpoint.Address });

        await signIn.RequestOAuthTokensByRefreshTokenAsync("rt");

        Assert.Equal("key-1", endpoint.OnlyRequest["client_secret"]);
        Assert.Throws<InvalidOperationException>(signIn.GetAuthorizationEndpoint);
        signIn.RedirectionUri = new Uri("https://shop.example/back");
        Assert.Equal("https://shop.example/back", SignInFixture.Query(signIn.GetAuthorizationEndpoint())["redirect_uri"]);
        Assert.Throws<ArgumentNullException>(static () => new OAuthWebAuthCodeGrant("client-1", new OAuthOptions()));
    }

    [Fact]
    public void client_id_environment_oauth_scope_and_tenant_are_as_given()
    {
        using var signIn = new OAuthWithAuthorizationCode(
            "client-1", new OAuthOptions { Environment = ApiEnvironment.Sandbox, Scope = OAuthScope.AdsManage, Tenant = "contoso", ClientSecret = "s" });

        Assert.Equal(("client-1", ApiEnvironment.Sandbox, OAuthScope.AdsManage, "contoso", "s"), (signIn.ClientId, signIn.Environment, signIn.OAuthScope, signIn.Tenant, signIn.ClientSecret));
    }

    [Fact]
    public void redirection_uri_is_sent_letter_by_letter()
    {
        using var signIn = new OAuthDesktopMobileAuthCodeGrant("client-1") { RedirectionUri = new Uri("http://localhost") };

        Assert.Equal("http://localhost", SignInFixture.Query(signIn.GetAuthorizationEndpoint())["redirect_uri"]);
    }

    [Fact]
    public void oauth_tokens_are_null_before_the_sign_in_and_can_be_set()
    {
        using var signIn = new OAuthDesktopMobileAuthCodeGrant("client-1");
        Assert.Null(signIn.OAuthTokens);

        signIn.OAuthTokens = new OAuthTokens("at");

        Assert.Equal("at", signIn.OAuthTokens.AccessToken);
    }

    [Fact]
    public void get_authorization_endpoint_asks_for_a_code()
    {
        using var signIn = new OAuthDesktopMobileAuthCodeGrant("client 1") { State = "my state" };

        var query = SignInFixture.Query(signIn.GetAuthorizationEndpoint());

        Assert.Equal(("client 1", "code", "my state"), (query["client_id"], query["response_type"], query["state"]));
        Assert.Equal("S256", query["code_challenge_method"]);
    }

    [Fact]
    public async Task PKCE_proves_that_the_code_was_asked_for_here()
    {
        string? challenge = null;
        await using var fixture = new SignInFixture(form =>
            Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"] ?? ""))) == challenge ? TokenReply.Tokens(1) : TokenReply.Error("invalid_grant"));
        challenge = SignInFixture.Query(fixture.SignIn.GetAuthorizationEndpoint())["code_challenge"];

        await fixture.SignIn.RequestOAuthTokensByResponseUriAsync(fixture.Redirect());

        Assert.InRange(fixture.Endpoint.OnlyRequest["code_verifier"]!.Length, 43, 128);
        Assert.Null(fixture.SignIn.CodeVerifier);
    }

    [Fact]
    public async Task PKCE_verifier_of_a_stranger_is_refused()
    {
        string? challenge = null;
        await using var fixture = new SignInFixture(form =>
            Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"] ?? ""))) == challenge ? TokenReply.Tokens(1) : TokenReply.Error("invalid_grant"));
        challenge = SignInFixture.Query(fixture.SignIn.GetAuthorizationEndpoint())["code_challenge"];
        var redirect = fixture.Redirect();

        fixture.SignIn.CodeVerifier = "another verifier";

        var error = await Assert.ThrowsAsync<OAuthTokenRequestException>(() => fixture.SignIn.RequestOAuthTokensByResponseUriAsync(redirect));
        Assert.Equal("invalid_grant", error.ErrorCode);
    }

    [Fact]
    public void PKCE_challenge_is_that_of_the_RFC()
        => Assert.Equal("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", Pkce.Challenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"));

    [Fact]
    public void PKCE_can_be_turned_off()
    {
        using var signIn = new OAuthDesktopMobileAuthCodeGrant("client-1", new OAuthOptions { UsePkce = false });

        Assert.DoesNotContain("code_challenge", signIn.GetAuthorizationEndpoint().Query, StringComparison.Ordinal);
        Assert.Null(signIn.CodeVerifier);
    }

    [Fact]
    public async Task PKCE_of_the_caller_replaces_the_made_one()
    {
        await using var fixture = new SignInFixture(static _ => TokenReply.Tokens(1));
        var address = fixture.SignIn.GetAuthorizationEndpoint(new Dictionary<string, string> { ["code_challenge"] = "theirs", ["code_challenge_method"] = "plain" });
        var query = SignInFixture.Query(address);

        await fixture.SignIn.RequestOAuthTokensByResponseUriAsync(
            new Uri($"{query["redirect_uri"]}?code=c&state={query["state"]}"), new Dictionary<string, string> { ["code_verifier"] = "theirs" });

        Assert.Equal(("theirs", "plain"), (query["code_challenge"], query["code_challenge_method"]));
        Assert.Equal("theirs", fixture.Endpoint.OnlyRequest["code_verifier"]);
    }

    [Fact]
    public async Task A_web_application_finishes_the_sign_in_with_another_object()
    {
        await using var fixture = new SignInFixture(static _ => TokenReply.Tokens(1));
        var redirect = fixture.Redirect();
        var verifier = fixture.SignIn.CodeVerifier;
        using var later = new OAuthDesktopMobileAuthCodeGrant("client-1", fixture.Options) { State = fixture.SignIn.State, CodeVerifier = verifier };

        await later.RequestOAuthTokensByResponseUriAsync(redirect);

        Assert.Equal(verifier, fixture.Endpoint.OnlyRequest["code_verifier"]);
    }

    [Fact]
    public async Task Extra_parameters_go_with_both_requests_and_replace_usual_ones()
    {
        await using var fixture = new SignInFixture(static _ => TokenReply.Tokens(1));
        var extra = new Dictionary<string, string> { ["scope"] = "mine", ["claims"] = "{\"a\":1}" };

        await fixture.SignIn.RequestOAuthTokensByResponseUriAsync(fixture.Redirect(), extra);
        await fixture.SignIn.RequestOAuthTokensByRefreshTokenAsync("rt", extra);

        Assert.Equal(2, fixture.Endpoint.Requests.Count);
        Assert.All(fixture.Endpoint.Requests, static request => Assert.Equal(("mine", "{\"a\":1}"), (request["scope"], request["claims"])));
    }

    [Fact]
    public async Task A_derived_class_can_prove_itself_in_another_way()
    {
        await using var endpoint = new LoopbackTokenEndpoint(static _ => TokenReply.Tokens(1));
        using var signIn = new AssertionSignIn(new OAuthOptions { SignInBaseAddress = endpoint.Address });

        await signIn.RequestOAuthTokensByRefreshTokenAsync("rt");

        Assert.Equal("signed", endpoint.OnlyRequest["client_assertion"]);
    }

    [Theory]
    [InlineData("?code=code-1&state={0}")]
    [InlineData("#code=code-1&state={0}")]
    [InlineData("?session=x#state={0}&code=code-1")]
    [InlineData("?state={0}&error=&code=code-1")]
    public async Task A_code_is_found_in_query_and_fragment(string ending)
    {
        await using var fixture = new SignInFixture(static _ => TokenReply.Tokens(1));
        fixture.SignIn.State = "a+b c";

        await fixture.SignIn.RequestOAuthTokensByResponseUriAsync(new Uri("http://localhost/" + ending.Replace("{0}", "a%2Bb+c", StringComparison.Ordinal)));

        Assert.Equal("code-1", fixture.Endpoint.OnlyRequest["code"]);
    }

    [Fact]
    public async Task A_redirect_without_code_is_a_bad_argument_and_is_not_shown()
    {
        await using var fixture = new SignInFixture(static _ => TokenReply.Tokens(1));
        fixture.SignIn.State = "s";

        var error = await Assert.ThrowsAsync<ArgumentException>(() => fixture.SignIn.RequestOAuthTokensByResponseUriAsync(new Uri("http://localhost/?state=s&id_token=hush")));

        Assert.DoesNotContain("hush", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(fixture.Endpoint.Requests);
    }

    private sealed class AssertionSignIn(OAuthOptions options) : OAuthWithAuthorizationCode("client-1", options)
    {
        protected override ValueTask PrepareTokenRequestAsync(IDictionary<string, string> parameters, CancellationToken cancellationToken)
        {
            parameters["client_assertion"] = "signed";
            return default;
        }
    }
}
