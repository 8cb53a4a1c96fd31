namespace BingAds;

/// <summary>Anything that has access tokens: a library for sign-in, a vault, another service of yours.</summary>
/// <remarks>It is asked before each call, by many threads at once, so it keeps its token until that is about to end.</remarks>
public interface IAccessTokenSource
{
    /// <summary>Gives an access token that works now.</summary>
    /// <param name="request">Whether any token will do.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The token, without <c>Bearer</c>.</returns>
    ValueTask<string> GetAccessTokenAsync(AccessTokenRequest request, CancellationToken cancellationToken = default);
}
