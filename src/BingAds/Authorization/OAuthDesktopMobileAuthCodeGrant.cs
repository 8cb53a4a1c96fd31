namespace BingAds;

/// <summary>The sign-in for applications on the user's machine, which can keep no secret.</summary>
/// <example>
/// <code>
/// var signIn = new OAuthDesktopMobileAuthCodeGrant("client-id", new OAuthOptions { TokenStore = new FileTokenStore("tokens.json") });
/// Console.WriteLine(signIn.GetAuthorizationEndpoint());
/// await signIn.RequestOAuthTokensByResponseUriAsync(new Uri(Console.ReadLine()!));
/// </code>
/// </example>
public class OAuthDesktopMobileAuthCodeGrant : OAuthWithAuthorizationCode
{
    /// <summary>Makes a sign-in that goes through a browser on the user's machine.</summary>
    /// <param name="clientId">The id of the registered application.</param>
    /// <param name="options">Everything else; null for the defaults.</param>
    public OAuthDesktopMobileAuthCodeGrant(string clientId, OAuthOptions? options = null)
        : base(clientId, options)
    {
    }
}
