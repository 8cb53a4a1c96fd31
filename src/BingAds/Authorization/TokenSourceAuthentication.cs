namespace BingAds;

/// <summary>Signs calls with tokens from an <see cref="IAccessTokenSource"/>, which alone decides when to fetch another.</summary>
/// <example>
/// <code>
/// var authentication = new TokenSourceAuthentication(async (request, ct) => await vault.ReadTokenAsync(request.ForceRefresh, ct));
/// </code>
/// </example>
public sealed class TokenSourceAuthentication : Authentication
{
    private readonly Func<AccessTokenRequest, CancellationToken, ValueTask<string>> _source;
    private readonly SingleFlight _replacement = new();
    private volatile string? _token;

    /// <summary>Takes tokens from an object.</summary>
    /// <param name="source">Where the tokens come from.</param>
    /// <param name="identityProvider">Who vouches for the user.</param>
    public TokenSourceAuthentication(IAccessTokenSource source, IdentityProvider identityProvider = IdentityProvider.Microsoft)
        : this((source ?? throw new ArgumentNullException(nameof(source))).GetAccessTokenAsync, identityProvider)
    {
    }

    /// <summary>Takes tokens from a function.</summary>
    /// <param name="source">Gives an access token that works now.</param>
    /// <param name="identityProvider">Who vouches for the user.</param>
    public TokenSourceAuthentication(
        Func<AccessTokenRequest, CancellationToken, ValueTask<string>> source, IdentityProvider identityProvider = IdentityProvider.Microsoft)
    {
        ArgumentNullException.ThrowIfNull(source);
        _source = source;
        IdentityProvider = identityProvider;
    }

    /// <summary>Who vouches for the user.</summary>
    public IdentityProvider IdentityProvider { get; }

    /// <inheritdoc/>
    public override void EnrichHeaders(RequestHeaders headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        headers.SetAccessToken(_token ?? "");
        if (IdentityProvider == IdentityProvider.Google && headers.Target != HeaderTarget.Upload)
            headers.Set("IdentityProvider", "Google");
    }

    /// <summary>Asks the source for the token of this call; without automatic refresh, for the first call only.</summary>
    /// <param name="refreshAutomatically">False: the token that is there is sent as it is.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public override ValueTask PrepareAsync(bool refreshAutomatically, CancellationToken cancellationToken = default)
    {
        if (!refreshAutomatically && _token is not null)
            return default;
        var answer = _source(new AccessTokenRequest(null), cancellationToken);
        if (!answer.IsCompletedSuccessfully)
            return new(KeepAsync(answer));
        _token = answer.Result;
        return default;
    }

    /// <inheritdoc/>
    public override async ValueTask<bool> TryRefreshAsync(string? rejectedToken, CancellationToken cancellationToken = default)
    {
        if (_token is not { Length: > 0 } current || string.Equals(current, rejectedToken, StringComparison.Ordinal))
        {
            // One question to the source for all calls that were refused; it ends by itself, not with one of the callers.
            await _replacement.RunAsync(() => KeepAsync(_source(new AccessTokenRequest(rejectedToken), CancellationToken.None)), cancellationToken).ConfigureAwait(false);
        }
        return _token is { Length: > 0 } token && !string.Equals(token, rejectedToken, StringComparison.Ordinal);
    }

    private async Task KeepAsync(ValueTask<string> answer) => _token = await answer.ConfigureAwait(false);
}
