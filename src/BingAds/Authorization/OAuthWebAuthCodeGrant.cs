namespace BingAds;

/// <summary>The sign-in for web applications and services, which have a secret of their own.</summary>
/// <remarks>
/// A web application that builds one object to send the user away and another when the user comes back carries <see cref="OAuthAuthorization.State"/> and
/// <see cref="OAuthWithAuthorizationCode.CodeVerifier"/> from the first to the second, in the user's session.
/// </remarks>
public class OAuthWebAuthCodeGrant : OAuthWithAuthorizationCode
{
    /// <summary>Makes a sign-in that comes back to the application's own address.</summary>
    /// <param name="clientId">The id of the registered application.</param>
    /// <param name="clientSecret">The application's secret.</param>
    /// <param name="redirectionUri">Where the browser is sent back to, letter by letter as registered.</param>
    /// <param name="options">Everything else; null for the defaults. The secret and the address in it are not used.</param>
    public OAuthWebAuthCodeGrant(string clientId, string clientSecret, Uri redirectionUri, OAuthOptions? options = null)
        : base(clientId, options, NotEmpty(clientSecret), redirectionUri ?? throw new ArgumentNullException(nameof(redirectionUri)))
    {
    }

    /// <summary>Makes a sign-in from its options: for a service that has a refresh token already and sends no user to sign in, they need no address.</summary>
    /// <param name="clientId">The id of the registered application.</param>
    /// <param name="options">With <see cref="OAuthOptions.ClientSecret"/>.</param>
    /// <exception cref="ArgumentException">There is no secret, or an option makes no sense.</exception>
    public OAuthWebAuthCodeGrant(string clientId, OAuthOptions options)
        : base(clientId, options, NotEmpty((options ?? throw new ArgumentNullException(nameof(options))).ClientSecret), options.RedirectionUri)
    {
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">There is no address to come back to.</exception>
    public override Uri GetAuthorizationEndpoint(IEnumerable<KeyValuePair<string, string>>? extraParameters)
    {
        // The default is the page for desktop applications, which the sign-in service refuses together with a secret.
        return HasDefaultRedirectionUri
            ? throw new InvalidOperationException("Set RedirectionUri to the address of this application to which the user comes back.")
            : base.GetAuthorizationEndpoint(extraParameters);
    }

    private static string NotEmpty(string? clientSecret)
    {
        ArgumentException.ThrowIfNullOrEmpty(clientSecret);
        return clientSecret;
    }
}
