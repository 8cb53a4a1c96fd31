using BingAds.Errors;

namespace BingAds.Tests.Authorization;

public class StateTests
{
    [Fact]
    public void state_is_made_at_random_when_it_is_not_set()
    {
        using var first = new OAuthDesktopMobileAuthCodeGrant("client-1");
        using var second = new OAuthDesktopMobileAuthCodeGrant("client-1");

        var state = SignInFixture.Query(first.GetAuthorizationEndpoint())["state"];

        Assert.True(state.Length >= 22);
        Assert.Equal(state, first.State);
        Assert.Equal(state, SignInFixture.Query(first.GetAuthorizationEndpoint())["state"]);
        Assert.NotEqual(state, SignInFixture.Query(second.GetAuthorizationEndpoint())["state"]);
    }

    [Theory]
    [InlineData("?code=code-hush&state=another-hush")]
    [InlineData("?code=code-hush&state=")]
    [InlineData("?code=code-hush")]
    public async Task state_that_does_not_match_stops_the_sign_in(string ending)
    {
        await using var fixture = new SignInFixture(static _ => TokenReply.Tokens(1));
        fixture.SignIn.GetAuthorizationEndpoint();

        var error = await Assert.ThrowsAsync<OAuthStateMismatchException>(() => fixture.SignIn.RequestOAuthTokensByResponseUriAsync(new Uri("http://localhost/" + ending)));

        Assert.Equal(OAuthStateMismatchException.Code, error.ErrorCode);
        Assert.DoesNotContain("hush", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(fixture.Endpoint.Requests);
        Assert.Null(fixture.SignIn.OAuthTokens);
    }

    [Fact]
    public async Task state_is_needed_where_no_address_was_made()
    {
        await using var fixture = new SignInFixture(static _ => TokenReply.Tokens(1));

        await Assert.ThrowsAsync<OAuthStateMismatchException>(() => fixture.SignIn.RequestOAuthTokensByResponseUriAsync(new Uri("http://localhost/?code=c&state=s")));
    }

    [Fact]
    public async Task state_is_not_looked_at_when_the_application_does_that()
    {
        await using var fixture = new SignInFixture(static _ => TokenReply.Tokens(1), static options => options.VerifyState = false);

        await fixture.SignIn.RequestOAuthTokensByResponseUriAsync(new Uri("http://localhost/?code=c&state=whatever"));

        Assert.Equal("at-hush-1", fixture.SignIn.OAuthTokens?.AccessToken);
    }

    [Fact]
    public async Task state_of_one_sign_in_does_not_serve_the_next()
    {
        await using var fixture = new SignInFixture(static _ => TokenReply.Tokens(1));
        var redirect = fixture.Redirect();

        await fixture.SignIn.RequestOAuthTokensByResponseUriAsync(redirect);

        await Assert.ThrowsAsync<OAuthStateMismatchException>(() => fixture.SignIn.RequestOAuthTokensByResponseUriAsync(redirect));
    }

    [Fact]
    public void state_as_an_extra_parameter_is_refused()
    {
        using var signIn = new OAuthDesktopMobileAuthCodeGrant("client-1");

        Assert.Throws<ArgumentException>(() => signIn.GetAuthorizationEndpoint(new Dictionary<string, string> { ["state"] = "x" }));
    }

    [Fact]
    public async Task A_refused_consent_is_told_with_its_code_and_text()
    {
        await using var fixture = new SignInFixture(static _ => TokenReply.Tokens(1));
        fixture.SignIn.State = "s";

        var error = await Assert.ThrowsAsync<OAuthTokenRequestException>(() => fixture.SignIn.RequestOAuthTokensByResponseUriAsync(
            new Uri("http://localhost/?error=access_denied&error_description=AADSTS65004%3a+User+declined+to+consent.&state=s")));

        Assert.Equal(("access_denied", "AADSTS65004: User declined to consent."), (error.ErrorCode, error.ErrorDescription));
        Assert.Equal([65004], error.ErrorCodes);
        Assert.Null(error.HttpStatus);
        Assert.Equal(ErrorCategory.Credentials, error.Category);
    }
}
