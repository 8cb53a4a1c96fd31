namespace BingAds;

/// <summary>Tokens as they lie in a store.</summary>
/// <param name="Tokens">The tokens.</param>
/// <param name="Version">Another text after each write; it means nothing else.</param>
public sealed record StoredTokens(OAuthTokens Tokens, string Version);
