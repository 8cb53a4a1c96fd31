namespace BingAds;

/// <summary>The addresses and texts of one kind of sign-in.</summary>
internal sealed record OAuthEndpoints(Uri Authorize, Uri Token, string Scope, Uri Redirect)
{
    /// <summary>What this kind of sign-in adds to the address for the user.</summary>
    internal KeyValuePair<string, string>[] AuthorizeParameters { get; private init; } = [];

    internal static OAuthEndpoints For(OAuthOptions options)
    {
        var endpoints = Known(options);
        return endpoints with
        {
            Authorize = options.AuthorizationEndpoint ?? Rebase(endpoints.Authorize, options.SignInBaseAddress),
            Token = options.TokenEndpoint ?? Rebase(endpoints.Token, options.SignInBaseAddress),
            Scope = options.ScopeText ?? endpoints.Scope,
            Redirect = options.RedirectionUri ?? endpoints.Redirect,
        };
    }

    private static OAuthEndpoints Known(OAuthOptions options)
    {
        if (options.IdentityProvider == IdentityProvider.Google)
        {
            return Make("https://accounts.google.com/o/oauth2/v2/auth", "https://oauth2.googleapis.com/token", "openid email profile", "http://localhost") with
            {
                // Google gives a refresh token only for both of these together.
                AuthorizeParameters = [new("access_type", "offline"), new("prompt", "consent")],
            };
        }

        if (options.Environment == ApiEnvironment.Sandbox)
        {
            return options.UseOldSandboxSignIn
                ? Platform("https://login.windows-ppe.net", "consumers", "https://api.ads.microsoft.com/msads.manage") with { AuthorizeParameters = [new("prompt", "login")] }
                : Platform("https://login.microsoftonline.com", options.Tenant, "https://si.ads.microsoft.com/msads.manage");
        }

        return options.Scope switch
        {
            OAuthScope.BingAdsManage => Make(
                "https://login.live.com/oauth20_authorize.srf", "https://login.live.com/oauth20_token.srf", "bingads.manage", "https://login.live.com/oauth20_desktop.srf"),
            OAuthScope.AdsManage => Platform("https://login.microsoftonline.com", options.Tenant, "https://ads.microsoft.com/ads.manage"),
            _ => Platform("https://login.microsoftonline.com", options.Tenant, "https://ads.microsoft.com/msads.manage"),
        };
    }

    private static OAuthEndpoints Platform(string host, string tenant, string scope) => Make(
        $"{host}/{tenant}/oauth2/v2.0/authorize", $"{host}/{tenant}/oauth2/v2.0/token", scope + " offline_access", host + "/common/oauth2/nativeclient");

    private static OAuthEndpoints Make(string authorize, string token, string scope, string redirect)
        => new(new Uri(authorize), new Uri(token), scope, new Uri(redirect));

    private static Uri Rebase(Uri endpoint, Uri? baseAddress)
        => baseAddress is null ? endpoint : new Uri(baseAddress.GetLeftPart(UriPartial.Authority) + endpoint.AbsolutePath);
}
