namespace BingAds.Tests.Authorization;

public class OAuthEndpointsTests
{
    public static TheoryData<string, OAuthOptions, string, string, string, string> Table() => new()
    {
        {
            "production", new(), "https://login.microsoftonline.com/common/oauth2/v2.0/authorize", "https://login.microsoftonline.com/common/oauth2/v2.0/token",
            "https://ads.microsoft.com/msads.manage offline_access", "https://login.microsoftonline.com/common/oauth2/nativeclient"
        },
        {
            "production, tenant", new() { Tenant = "contoso.example" }, "https://login.microsoftonline.com/contoso.example/oauth2/v2.0/authorize",
            "https://login.microsoftonline.com/contoso.example/oauth2/v2.0/token", "https://ads.microsoft.com/msads.manage offline_access",
            "https://login.microsoftonline.com/common/oauth2/nativeclient"
        },
        {
            "production, old scope", new() { Scope = OAuthScope.AdsManage }, "https://login.microsoftonline.com/common/oauth2/v2.0/authorize",
            "https://login.microsoftonline.com/common/oauth2/v2.0/token", "https://ads.microsoft.com/ads.manage offline_access",
            "https://login.microsoftonline.com/common/oauth2/nativeclient"
        },
        {
            "production, Live Connect", new() { Scope = OAuthScope.BingAdsManage, Tenant = "ignored" }, "https://login.live.com/oauth20_authorize.srf",
            "https://login.live.com/oauth20_token.srf", "bingads.manage", "https://login.live.com/oauth20_desktop.srf"
        },
        {
            "sandbox", new() { Environment = ApiEnvironment.Sandbox }, "https://login.microsoftonline.com/common/oauth2/v2.0/authorize",
            "https://login.microsoftonline.com/common/oauth2/v2.0/token", "https://si.ads.microsoft.com/msads.manage offline_access",
            "https://login.microsoftonline.com/common/oauth2/nativeclient"
        },
        {
            "sandbox, tenant", new() { Environment = ApiEnvironment.Sandbox, Tenant = "consumers" }, "https://login.microsoftonline.com/consumers/oauth2/v2.0/authorize",
            "https://login.microsoftonline.com/consumers/oauth2/v2.0/token", "https://si.ads.microsoft.com/msads.manage offline_access",
            "https://login.microsoftonline.com/common/oauth2/nativeclient"
        },
        {
            "sandbox before mid-2025", new() { Environment = ApiEnvironment.Sandbox, UseOldSandboxSignIn = true, Tenant = "ignored" },
            "https://login.windows-ppe.net/consumers/oauth2/v2.0/authorize", "https://login.windows-ppe.net/consumers/oauth2/v2.0/token",
            "https://api.ads.microsoft.com/msads.manage offline_access", "https://login.windows-ppe.net/common/oauth2/nativeclient"
        },
        {
            "Google", new() { IdentityProvider = IdentityProvider.Google }, "https://accounts.google.com/o/oauth2/v2/auth", "https://oauth2.googleapis.com/token",
            "openid email profile", "http://localhost"
        },
        {
            "Google, sandbox", new() { IdentityProvider = IdentityProvider.Google, Environment = ApiEnvironment.Sandbox }, "https://accounts.google.com/o/oauth2/v2/auth",
            "https://oauth2.googleapis.com/token", "openid email profile", "http://localhost"
        },
        {
            "emulator", new() { SignInBaseAddress = new Uri("http://127.0.0.1:5001/ignored") }, "http://127.0.0.1:5001/common/oauth2/v2.0/authorize",
            "http://127.0.0.1:5001/common/oauth2/v2.0/token", "https://ads.microsoft.com/msads.manage offline_access",
            "https://login.microsoftonline.com/common/oauth2/nativeclient"
        },
        {
            "each by itself",
            new() { AuthorizationEndpoint = new("https://a.example/in"), TokenEndpoint = new("https://b.example/out"), ScopeText = "one two", RedirectionUri = new("http://localhost:8080/back") },
            "https://a.example/in", "https://b.example/out", "one two", "http://localhost:8080/back"
        },
    };

    [Theory]
    [MemberData(nameof(Table), DisableDiscoveryEnumeration = true)]
    public void OAuthAuthorization_uses_the_addresses_of_its_environment_scope_and_tenant(
        string name, OAuthOptions options, string authorize, string token, string scope, string redirect)
    {
        using var signIn = new OAuthWithAuthorizationCode("client-1", options);

        var address = signIn.GetAuthorizationEndpoint();

        Assert.Equal(authorize, address.GetLeftPart(UriPartial.Path));
        Assert.Equal(token, signIn.TokenEndpoint.OriginalString);
        var query = SignInFixture.Query(address);
        Assert.Equal((name, scope), (name, query["scope"]));
        Assert.Equal(redirect, query["redirect_uri"]);
        Assert.Equal(redirect, signIn.RedirectionUri.OriginalString);
    }

    [Fact]
    public void OAuthAuthorization_asks_Google_for_a_refresh_token()
    {
        using var signIn = new OAuthDesktopMobileAuthCodeGrant("client-1", new OAuthOptions { IdentityProvider = IdentityProvider.Google });

        var query = SignInFixture.Query(signIn.GetAuthorizationEndpoint());

        Assert.Equal(("offline", "consent"), (query["access_type"], query["prompt"]));
    }

    [Fact]
    public void OAuthAuthorization_asks_the_old_sandbox_for_a_login()
    {
        using var signIn = new OAuthDesktopMobileAuthCodeGrant("client-1", new OAuthOptions { Environment = ApiEnvironment.Sandbox, UseOldSandboxSignIn = true });

        Assert.Equal("login", SignInFixture.Query(signIn.GetAuthorizationEndpoint())["prompt"]);
    }

    [Fact]
    public void OAuthAuthorization_adds_extra_parameters_and_lets_them_replace_usual_ones()
    {
        using var signIn = new OAuthDesktopMobileAuthCodeGrant("client-1", new OAuthOptions { IdentityProvider = IdentityProvider.Google });

        var query = SignInFixture.Query(signIn.GetAuthorizationEndpoint(new Dictionary<string, string>
        {
            ["prompt"] = "select_account", ["login_hint"] = "a b&c@example.com", ["response_mode"] = "fragment",
        }));

        Assert.Equal("select_account", query["prompt"]);
        Assert.Equal("a b&c@example.com", query["login_hint"]);
        Assert.Equal("fragment", query["response_mode"]);
    }

    [Fact]
    public void OAuthAuthorization_keeps_the_query_of_an_endpoint_that_has_one()
    {
        using var signIn = new OAuthDesktopMobileAuthCodeGrant("client-1", new OAuthOptions { AuthorizationEndpoint = new Uri("https://a.example/in?p=policy") });

        var query = SignInFixture.Query(signIn.GetAuthorizationEndpoint());

        Assert.Equal(("policy", "client-1"), (query["p"], query["client_id"]));
    }

    [Fact]
    public void OAuthOptions_names_all_errors_at_once()
    {
        var options = new OAuthOptions
        {
            Tenant = "a/b", RefreshSkew = TimeSpan.FromSeconds(-1), RequestTimeout = TimeSpan.Zero, TokenEndpoint = new Uri("http://example.com/token"),
        };

        var error = Assert.Throws<ArgumentException>(() => new OAuthDesktopMobileAuthCodeGrant("client-1", options));

        Assert.All(["Tenant", "RefreshSkew", "RequestTimeout", "TokenEndpoint"], name => Assert.Contains(name, error.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void OAuthOptions_are_copied_when_the_sign_in_is_made()
    {
        var options = new OAuthOptions { Tenant = "first" };
        using var signIn = new OAuthDesktopMobileAuthCodeGrant("client-1", options);

        options.Tenant = "second";

        Assert.Equal("first", signIn.Tenant);
        Assert.Contains("/first/", signIn.GetAuthorizationEndpoint().AbsolutePath, StringComparison.Ordinal);
    }
}
