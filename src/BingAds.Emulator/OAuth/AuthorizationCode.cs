namespace BingAds.Emulator.OAuth;

/// <summary>A code on its way from the consent page to the token end point.</summary>
internal sealed record AuthorizationCode(string Code, string Client, long Person, SignInProvider Provider, string Scope)
{
    public required string RedirectUri { get; init; }

    public string? Challenge { get; init; }

    public string? ChallengeMethod { get; init; }

    /// <summary>Whether a refresh token was asked for.</summary>
    public bool Offline { get; init; }

    public DateTimeOffset Expires { get; init; }

    public bool Used { get; init; }
}
