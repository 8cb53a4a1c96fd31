namespace BingAds.Emulator.OAuth;

/// <summary>Ends a request to the token end point with that error.</summary>
internal sealed class OAuthException(OAuthError error) : Exception(error.Description)
{
    public OAuthError Error { get; } = error;
}
