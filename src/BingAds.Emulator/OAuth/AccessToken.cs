namespace BingAds.Emulator.OAuth;

/// <summary>An access token and for whom it speaks.</summary>
internal sealed record AccessToken(string Token, long Person, SignInProvider Provider, string Scope)
{
    public DateTimeOffset Expires { get; init; }
}
