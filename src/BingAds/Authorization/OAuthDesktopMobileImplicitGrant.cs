namespace BingAds;

/// <summary>The old grant for applications on the user's machine that gives an access token at once, and never a refresh token.</summary>
/// <remarks>
/// The token works for about an hour, then the user signs in again; it is never refreshed. <see cref="OAuthDesktopMobileAuthCodeGrant"/> is the better choice.
/// </remarks>
public class OAuthDesktopMobileImplicitGrant : OAuthAuthorization
{
    /// <summary>Makes a sign-in that goes through a browser on the user's machine.</summary>
    /// <param name="clientId">The id of the registered application.</param>
    /// <param name="options">Everything else; null for the defaults. Stores and callbacks are not used: there is nothing to keep.</param>
    public OAuthDesktopMobileImplicitGrant(string clientId, OAuthOptions? options = null)
        : base(clientId, options)
    {
    }

    /// <inheritdoc/>
    protected override string ResponseType => "token";

    // Google refuses an address that asks for a token at once and for offline access too.
    private protected override void AddAuthorizationParameters(IDictionary<string, string> parameters, IReadOnlyDictionary<string, string> extra)
        => parameters.Remove("access_type");

    /// <summary>Takes the access token out of the address on which the browser ended, and uses it from now on.</summary>
    /// <param name="redirectionUri">The whole address, with the part after <c>#</c>.</param>
    /// <returns>The tokens, which are in <see cref="OAuthAuthorization.OAuthTokens"/> now.</returns>
    /// <exception cref="ArgumentException">There is no access token with its time to live in the address.</exception>
    /// <exception cref="Errors.OAuthTokenRequestException">The user or the sign-in service refused.</exception>
    /// <exception cref="Errors.OAuthStateMismatchException">The redirect is the answer to another request.</exception>
    public OAuthTokens ExtractAccessTokenFromUri(Uri redirectionUri)
    {
        var redirect = OpenRedirect(redirectionUri);
        if (redirect["access_token"] is not { } accessToken)
            throw new ArgumentException("The redirect holds no access_token.", nameof(redirectionUri));
        if (redirect["expires_in"] is not { } text || OAuthAnswer.Seconds(text) is not { } seconds)
            throw new ArgumentException("The redirect does not say in expires_in how long the access token lives.", nameof(redirectionUri));
        var tokens = new OAuthTokens(accessToken, seconds, null, redirect["scope"], null, default, Options.TimeProvider);
        OAuthTokens = tokens;
        EndSignIn();
        return tokens;
    }
}
