using BingAds.Errors;

namespace BingAds.Tests.Authorization;

public class RequestHeadersTests
{
    private static Dictionary<string, string> Enrich(HeaderTarget target, Authentication authentication)
    {
        var data = new AuthorizationData { AccountId = 11, CustomerId = 22, DeveloperToken = "dev", Authentication = authentication };
        var headers = new RequestHeaders(target);
        data.EnrichHeaders(headers);
        return headers.AsSpan().ToArray().ToDictionary(static pair => pair.Key, static pair => pair.Value);
    }

    private static OAuthDesktopMobileAuthCodeGrant SignedIn(IdentityProvider provider = IdentityProvider.Microsoft)
        => new("client-1", new OAuthOptions { IdentityProvider = provider }) { OAuthTokens = new OAuthTokens("at") };

    [Fact]
    public void enrich_headers_makes_HTTP_headers_for_REST() => Assert.Equivalent(
        new Dictionary<string, string> { ["Authorization"] = "Bearer at", ["DeveloperToken"] = "dev", ["CustomerId"] = "22", ["CustomerAccountId"] = "11" },
        Enrich(HeaderTarget.Rest, SignedIn()), strict: true);

    [Fact]
    public void enrich_headers_makes_elements_for_SOAP() => Assert.Equivalent(
        new Dictionary<string, string> { ["AuthenticationToken"] = "at", ["DeveloperToken"] = "dev", ["CustomerId"] = "22", ["CustomerAccountId"] = "11" },
        Enrich(HeaderTarget.Soap, SignedIn()), strict: true);

    [Fact]
    public void enrich_headers_names_the_account_both_ways_for_an_upload() => Assert.Equivalent(
        new Dictionary<string, string>
        {
            ["AuthenticationToken"] = "at", ["DeveloperToken"] = "dev", ["CustomerId"] = "22", ["CustomerAccountId"] = "11", ["AccountId"] = "11",
        },
        Enrich(HeaderTarget.Upload, SignedIn()), strict: true);

    [Theory]
    [InlineData(HeaderTarget.Rest, true)]
    [InlineData(HeaderTarget.Soap, true)]
    [InlineData(HeaderTarget.Upload, false)]
    public void enrich_headers_names_Google(HeaderTarget target, bool isNamed)
        => Assert.Equal(isNamed ? "Google" : null, Enrich(target, SignedIn(IdentityProvider.Google)).GetValueOrDefault("IdentityProvider"));

    [Theory]
    [InlineData(HeaderTarget.Rest)]
    [InlineData(HeaderTarget.Soap)]
    [InlineData(HeaderTarget.Upload)]
    public void PasswordAuthentication_sends_user_name_and_password(HeaderTarget target)
    {
        var headers = Enrich(target, new PasswordAuthentication("someone", "pass word"));

        Assert.Equal(("someone", "pass word"), (headers["UserName"], headers["Password"]));
        Assert.DoesNotContain("AuthenticationToken", headers.Keys);
        Assert.DoesNotContain("Authorization", headers.Keys);
    }

    [Fact]
    public void PasswordAuthentication_holds_user_name_and_password_and_shows_neither()
    {
        var authentication = new PasswordAuthentication("someone", "hush");

        Assert.Equal(("someone", "hush"), (authentication.UserName, authentication.Password));
        Assert.DoesNotContain("hush", authentication.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PasswordAuthentication_never_refreshes()
    {
        var authentication = new PasswordAuthentication("someone", "hush");

        await authentication.PrepareAsync(true);

        Assert.False(await authentication.TryRefreshAsync("x"));
    }

    [Fact]
    public void AuthorizationData_leaves_out_what_is_not_set()
    {
        var headers = new RequestHeaders(HeaderTarget.Rest);

        new AuthorizationData().EnrichHeaders(headers);

        Assert.Equal(0, headers.Count);
    }

    [Fact]
    public void AuthorizationData_account_id_customer_id_developer_token_and_authentication_can_be_set_later()
    {
        var data = new AuthorizationData { AccountId = 1, CustomerId = 2, DeveloperToken = "a", Authentication = SignedIn() };

        data.AccountId = 3;
        data.CustomerId = 4;
        data.DeveloperToken = "b";
        data.Authentication = new PasswordAuthentication("u", "p");

        var headers = new RequestHeaders(HeaderTarget.Soap);
        data.EnrichHeaders(headers);
        Assert.Equal(("3", "4", "b", "u"), (headers.Find("CustomerAccountId"), headers.Find("CustomerId"), headers.Find("DeveloperToken"), headers.Find("UserName")));
    }

    [Theory]
    [InlineData(HeaderTarget.Rest, "tökén-hush")]
    [InlineData(HeaderTarget.Upload, "tökén-hush")]
    [InlineData(HeaderTarget.Rest, "token-hush\r\nEvil: 1")]
    [InlineData(HeaderTarget.Soap, "token-hush\u0001")]
    [InlineData(HeaderTarget.Soap, "token-hush\uFFFE")]
    public void RequestHeaders_refuses_a_token_that_can_not_be_sent_and_does_not_show_it(HeaderTarget target, string token)
    {
        var error = Assert.Throws<CredentialsException>(() => new RequestHeaders(target).SetAccessToken(token));

        Assert.DoesNotContain("hush", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.Credentials, error.Category);
    }

    [Fact]
    public void RequestHeaders_refuses_half_a_letter_in_SOAP()
        => Assert.Throws<CredentialsException>(static () => new RequestHeaders(HeaderTarget.Soap).SetAccessToken("token" + '\uD83D'));

    [Fact]
    public void RequestHeaders_carries_any_letters_in_SOAP()
    {
        var headers = new RequestHeaders(HeaderTarget.Soap);

        headers.Set("Password", "pässwörd😀");

        Assert.Equal("pässwörd😀", headers.Find("Password"));
    }

    [Fact]
    public void RequestHeaders_replaces_a_value_of_the_same_name()
    {
        var headers = new RequestHeaders(HeaderTarget.Rest);

        for (var i = 0; i < 10; i++)
            headers.Set("Header" + i, "old");
        headers.Set("HEADER3", "new");

        Assert.Equal((10, "new"), (headers.Count, headers.Find("header3")));
    }

    [Fact]
    public void RequestHeaders_remembers_the_bare_token_and_shows_names_only()
    {
        var headers = new RequestHeaders(HeaderTarget.Rest);

        headers.SetAccessToken("at-hush");

        Assert.Equal("at-hush", headers.AccessToken);
        Assert.Equal("Authorization", headers.ToString());
    }

    [Fact]
    public void EnrichHeaders_says_that_nobody_signed_in_yet()
    {
        using var signIn = new OAuthDesktopMobileAuthCodeGrant("client-1");

        Assert.Throws<CredentialsException>(() => signIn.EnrichHeaders(new RequestHeaders(HeaderTarget.Rest)));
    }
}
