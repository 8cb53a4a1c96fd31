namespace BingAds;

/// <summary>How an OAuth sign-in works. All of it has a default. Copied when the sign-in object is made, so that later edits do nothing.</summary>
public sealed class OAuthOptions
{
    /// <summary>Production or sandbox. Default production.</summary>
    public ApiEnvironment Environment { get; set; } = ApiEnvironment.Production;

    /// <summary>The permission that is asked for. Default <see cref="OAuthScope.MsAdsManage"/>, the one that the service accepts. The sandbox and Google have one only.</summary>
    public OAuthScope Scope { get; set; } = OAuthScope.MsAdsManage;

    /// <summary>Replaces the text of the scope, to ask for <c>openid profile</c> too, for example. Null: what belongs to the other options.</summary>
    public string? ScopeText { get; set; }

    /// <summary>The Microsoft directory: <c>common</c> (default), <c>organizations</c>, <c>consumers</c>, or a directory's id or domain name.</summary>
    public string Tenant { get; set; } = "common";

    /// <summary>Who vouches for the user. Default Microsoft.</summary>
    public IdentityProvider IdentityProvider { get; set; } = IdentityProvider.Microsoft;

    /// <summary>Uses the sandbox's own sign-in service of the time before mid-2025, which does not answer any more. Default false.</summary>
    public bool UseOldSandboxSignIn { get; set; }

    /// <summary>The secret of a confidential (web) application, and of every application at Google. Null: none is sent.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>Where the browser is sent back to; letter by letter as registered. Null: the address for desktop applications.</summary>
    public Uri? RedirectionUri { get; set; }

    /// <summary>
    /// Replaces scheme, host and port of both addresses below, for a sign-in service that runs elsewhere, such as the local emulator. Null: the real one.
    /// </summary>
    public Uri? SignInBaseAddress { get; set; }

    /// <summary>Replaces the address to which the user is sent. Null: what belongs to the other options.</summary>
    public Uri? AuthorizationEndpoint { get; set; }

    /// <summary>Replaces the address that gives the tokens. Null: what belongs to the other options.</summary>
    public Uri? TokenEndpoint { get; set; }

    /// <summary>Binds each code to the object that asked for it (PKCE, S256). Default true.</summary>
    public bool UsePkce { get; set; } = true;

    /// <summary>Compares the <c>state</c> on the redirect with the one that was sent. Default true; turn it off only where the application does that itself.</summary>
    public bool VerifyState { get; set; } = true;

    /// <summary>How long before its end an access token is replaced. Default 5 minutes; for short-lived tokens half of their life at most.</summary>
    public TimeSpan RefreshSkew { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Wait for one answer of the token endpoint. Default 100 seconds; <see cref="Timeout.InfiniteTimeSpan"/> turns it off.</summary>
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>Where tokens are kept between runs and shared with others. Null: in this object only.</summary>
    public ITokenStore? TokenStore { get; set; }

    /// <summary>Is given each new token that this object got, after the store has it and before any call uses it. Null: nobody.</summary>
    public Func<OAuthTokens, CancellationToken, ValueTask>? TokenRefreshed { get; set; }

    /// <summary>Sends the token requests; it stays the caller's to dispose. Null: the sign-in object makes its own when it needs one.</summary>
    public HttpClient? HttpClient { get; set; }

    /// <summary>The clock. Default the system's.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    internal OAuthOptions CopyChecked()
    {
        var errors = new List<string>();
        if (string.IsNullOrEmpty(Tenant) || !Tenant.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.'))
            errors.Add("Tenant must be a word such as common, or a directory's id or domain name.");
        if (RefreshSkew < TimeSpan.Zero)
            errors.Add("RefreshSkew must not be negative.");
        if (RequestTimeout <= TimeSpan.Zero && RequestTimeout != Timeout.InfiniteTimeSpan)
            errors.Add("RequestTimeout must be positive, or infinite.");
        if (TimeProvider is null)
            errors.Add("TimeProvider must not be null.");
        if (RedirectionUri is { IsAbsoluteUri: false })
            errors.Add("RedirectionUri must be a whole address.");
        CheckEndpoint(SignInBaseAddress, nameof(SignInBaseAddress));
        CheckEndpoint(AuthorizationEndpoint, nameof(AuthorizationEndpoint));
        CheckEndpoint(TokenEndpoint, nameof(TokenEndpoint));
        if (errors.Count > 0)
            throw new ArgumentException(string.Join(" ", errors), "options");
        return (OAuthOptions)MemberwiseClone();

        void CheckEndpoint(Uri? uri, string name)
        {
            // Codes, tokens and secrets travel there, so plain HTTP is for this machine only.
            if (uri is not null && !(uri.IsAbsoluteUri && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))))
                errors.Add($"{name} must be an https address, or http on this machine.");
        }
    }
}
