namespace BingAds.Emulator.OAuth;

/// <summary>A refresh token; <see cref="Used"/> ones are still good unless rotation is strict.</summary>
internal sealed record RefreshToken(string Token, string Client, long Person, SignInProvider Provider, string Scope)
{
    public DateTimeOffset Expires { get; init; }

    public bool Used { get; init; }

    public bool Revoked { get; init; }
}
