using BingAds.Errors;
using Microsoft.Extensions.Time.Testing;

namespace BingAds.Tests.Authorization;

public class ImplicitGrantTests
{
    private readonly FakeTimeProvider _time = new();

    private OAuthDesktopMobileImplicitGrant SignIn() => new("client-1", new OAuthOptions { TimeProvider = _time }) { State = "s" };

    [Fact]
    public void get_authorization_endpoint_asks_for_a_token()
    {
        var query = SignInFixture.Query(SignIn().GetAuthorizationEndpoint());

        Assert.Equal("token", query["response_type"]);
        Assert.DoesNotContain("code_challenge", query.Keys);
    }

    [Fact]
    public void get_authorization_endpoint_does_not_ask_Google_for_offline_access()
    {
        var signIn = new OAuthDesktopMobileImplicitGrant("client-1", new OAuthOptions { IdentityProvider = IdentityProvider.Google });

        Assert.DoesNotContain("access_type", SignInFixture.Query(signIn.GetAuthorizationEndpoint()).Keys);
    }

    [Fact]
    public void extract_access_token_from_uri_reads_the_fragment()
    {
        var signIn = SignIn();

        var tokens = signIn.ExtractAccessTokenFromUri(new Uri("http://localhost/#access_token=at%2B1&token_type=bearer&expires_in=3600&scope=a+b&state=s"));

        Assert.Equal(("at+1", 3600L, "a b"), (tokens.AccessToken, tokens.AccessTokenExpiresInSeconds, tokens.Scope));
        Assert.Null(tokens.RefreshToken);
        Assert.Same(tokens, signIn.OAuthTokens);
    }

    [Theory]
    [InlineData("#expires_in=3600&state=s")]
    [InlineData("#access_token=hush&state=s")]
    [InlineData("#access_token=hush&expires_in=soon&state=s")]
    public void extract_access_token_from_uri_needs_token_and_life(string fragment)
    {
        var error = Assert.Throws<ArgumentException>(() => SignIn().ExtractAccessTokenFromUri(new Uri("http://localhost/" + fragment)));

        Assert.DoesNotContain("hush", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void extract_access_token_from_uri_verifies_the_state()
        => Assert.Throws<OAuthStateMismatchException>(() => SignIn().ExtractAccessTokenFromUri(new Uri("http://localhost/#access_token=a&expires_in=1&state=other")));

    [Fact]
    public void extract_access_token_from_uri_tells_a_refusal() => Assert.Equal(
        "access_denied",
        Assert.Throws<OAuthTokenRequestException>(() => SignIn().ExtractAccessTokenFromUri(new Uri("http://localhost/#error=access_denied&state=s"))).ErrorCode);

    [Fact]
    public async Task An_implicit_grant_never_refreshes_and_sends_the_token_as_it_is()
    {
        var signIn = SignIn();
        signIn.ExtractAccessTokenFromUri(new Uri("http://localhost/#access_token=at&expires_in=60&state=s"));
        _time.Advance(TimeSpan.FromHours(1));

        await signIn.PrepareAsync(true);
        var headers = new RequestHeaders(HeaderTarget.Rest);
        signIn.EnrichHeaders(headers);

        Assert.Equal("at", headers.AccessToken);
        Assert.False(await signIn.TryRefreshAsync("at"));
    }
}
