namespace BingAds;

/// <summary>What a call needs from an <see cref="IAccessTokenSource"/>.</summary>
/// <param name="RejectedToken">The token that the service has just refused: another one is needed. Null: any that works will do.</param>
public readonly record struct AccessTokenRequest(string? RejectedToken)
{
    /// <summary>Whether a cached token will not do unless it differs from <see cref="RejectedToken"/>.</summary>
    public bool ForceRefresh => RejectedToken is not null;

    /// <summary>Says what is asked for; shows no token.</summary>
    public override string ToString() => ForceRefresh ? "AccessTokenRequest: another token than the refused one" : "AccessTokenRequest: any token";
}
