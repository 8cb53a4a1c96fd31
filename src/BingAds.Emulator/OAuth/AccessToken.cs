namespace BingAds.Emulator.OAuth;

/// <summary>An access token and for whom it speaks.</summary>
internal sealed record AccessToken(string Token, long Person, IdentityProvider Provider, string Scope)
{
    public DateTimeOffset Expires { get; init; }
}
