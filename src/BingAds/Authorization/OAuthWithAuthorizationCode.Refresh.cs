using BingAds.Errors;

namespace BingAds;

// When new tokens are fetched, by whom, and in which order they are kept, told and used.
public partial class OAuthWithAuthorizationCode
{
    // After an early refresh failed, the calls that still have a working token do not try again at once.
    private static readonly TimeSpan s_pauseAfterFailure = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _oneRequest = new(1, 1);
    private readonly SingleFlight _refresh = new();
    private readonly AsyncLocal<bool> _isInCallback = new();
    private PendingTokens? _pending;
    private long _noEarlyRefreshBefore;

    private bool CanRefresh => Options.TokenStore is not null || OAuthTokens?.RefreshToken is not null || _pending is not null;

    /// <inheritdoc/>
    /// <exception cref="OAuthTokenRequestException">The sign-in service refused to refresh.</exception>
    /// <exception cref="TransportException">The token's time is over and the sign-in service gave no answer.</exception>
    /// <exception cref="TokenStoreException">The store could not be read or written.</exception>
    public override ValueTask PrepareAsync(bool refreshAutomatically, CancellationToken cancellationToken = default)
    {
        var tokens = OAuthTokens;
        if (tokens is not null && (!refreshAutomatically || !tokens.IsDue(Options.RefreshSkew)))
            return default;
        if (!refreshAutomatically)
            return new(LoadAsync(cancellationToken));
        if (!CanRefresh)
            return default;
        if (tokens is { AccessTokenExpired: false } && Options.TimeProvider.GetUtcNow().UtcTicks < Volatile.Read(ref _noEarlyRefreshBefore))
            return default;
        return new(RefreshDueAsync(cancellationToken));
    }

    /// <inheritdoc/>
    /// <exception cref="OAuthTokenRequestException">The sign-in service refused to refresh.</exception>
    /// <exception cref="TransportException">The sign-in service gave no answer.</exception>
    /// <exception cref="TokenStoreException">The store could not be read or written.</exception>
    public override ValueTask<bool> TryRefreshAsync(string? rejectedToken, CancellationToken cancellationToken = default)
    {
        if (IsUsable(OAuthTokens, rejectedToken))
            return new(true);
        return CanRefresh ? new(RefreshRejectedAsync(rejectedToken, cancellationToken)) : new(false);
    }

    private async Task RefreshDueAsync(CancellationToken cancellationToken)
    {
        ThrowIfInCallback();
        try
        {
            await _refresh.RunAsync(() => RefreshOnceAsync(null), cancellationToken).ConfigureAwait(false);
        }
        catch (SdkException e) when (e.IsTransient && OAuthTokens is { AccessTokenExpired: false })
        {
            // The refresh was early, so the call has a token that works; there is time to try again.
            Volatile.Write(ref _noEarlyRefreshBefore, (Options.TimeProvider.GetUtcNow() + s_pauseAfterFailure).UtcTicks);
        }
    }

    private async Task<bool> RefreshRejectedAsync(string? rejectedToken, CancellationToken cancellationToken)
    {
        ThrowIfInCallback();
        // Two turns: the first may join a refresh that began for another reason and took the rejected token from the store.
        for (var turn = 0; turn < 2 && !IsUsable(OAuthTokens, rejectedToken); turn++)
            await _refresh.RunAsync(() => RefreshOnceAsync(rejectedToken), cancellationToken).ConfigureAwait(false);
        return IsUsable(OAuthTokens, rejectedToken);
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        if (Options.TokenStore is { } store && await store.ReadAsync(cancellationToken).ConfigureAwait(false) is { } stored && OAuthTokens is null)
            OAuthTokens = stored.Tokens;
    }

    // Runs for all who wait, so no caller's token can end it: half a refresh would lose the refresh token that the server has just replaced.
    private async Task RefreshOnceAsync(string? rejectedToken)
    {
        await _oneRequest.WaitAsync().ConfigureAwait(false);
        try
        {
            // An explicit request may have brought new tokens while this waited.
            if (IsFresh(OAuthTokens, rejectedToken))
                return;
            await using var turn = (await LockStoreAsync(CancellationToken.None).ConfigureAwait(false)).ConfigureAwait(false);
            if (_pending is not null)
            {
                await FinishAsync(_pending, rejectedToken, CancellationToken.None).ConfigureAwait(false);
                if (IsFresh(OAuthTokens, rejectedToken))
                    return;
            }
            var stored = await ReadStoreAsync(CancellationToken.None).ConfigureAwait(false);
            if (IsFresh(stored?.Tokens, rejectedToken))
            {
                OAuthTokens = stored!.Tokens;
                return;
            }
            if ((stored?.Tokens.RefreshToken ?? OAuthTokens?.RefreshToken) is not { } refreshToken)
                return;
            if (await RequestOrAdoptAsync(refreshToken, stored, rejectedToken).ConfigureAwait(false) is { } tokens)
            {
                _pending = new PendingTokens(tokens, stored?.Version, false, false);
                await FinishAsync(_pending, rejectedToken, CancellationToken.None).ConfigureAwait(false);
            }
        }
        finally
        {
            _oneRequest.Release();
        }
    }

    private async Task<OAuthTokens?> RequestOrAdoptAsync(string refreshToken, StoredTokens? before, string? rejectedToken)
    {
        try
        {
            return await RequestAsync(RefreshParameters(refreshToken), null, refreshToken, CancellationToken.None).ConfigureAwait(false);
        }
        catch (OAuthTokenRequestException e) when (e.ErrorCode == "invalid_grant" && Options.TokenStore is not null)
        {
            // In a store whose lock is only a lease, another process may have used the refresh token in the meantime.
            var stored = await ReadStoreAsync(CancellationToken.None).ConfigureAwait(false);
            if (stored?.Version != before?.Version && IsFresh(stored?.Tokens, rejectedToken))
            {
                OAuthTokens = stored!.Tokens;
                return null;
            }
            // The user signed in again, and the new refresh token came by the settings while the dead one is still in the store.
            if (OAuthTokens is { AccessToken: "", RefreshToken: { } fromSettings } && fromSettings != refreshToken)
                return await RequestAsync(RefreshParameters(fromSettings), null, fromSettings, CancellationToken.None).ConfigureAwait(false);
            throw;
        }
    }

    private async Task<OAuthTokens> SignInAsync(
        Dictionary<string, string> parameters, IEnumerable<KeyValuePair<string, string>>? extra, string? previousRefreshToken, CancellationToken cancellationToken)
    {
        ThrowIfInCallback();
        await _oneRequest.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await using var turn = (await LockStoreAsync(cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
            var tokens = await RequestAsync(parameters, extra, previousRefreshToken, cancellationToken).ConfigureAwait(false);
            // From here on the tokens exist at the server, so they are kept whatever happens, and whatever the store holds.
            _pending = new PendingTokens(tokens, null, false, true);
            await FinishAsync(_pending, null, cancellationToken).ConfigureAwait(false);
            return tokens;
        }
        finally
        {
            _oneRequest.Release();
        }
    }

    /// <summary>Store, then callback, then use. What fails is done again by the next call, with the same tokens.</summary>
    private async Task FinishAsync(PendingTokens pending, string? rejectedToken, CancellationToken cancellationToken)
    {
        if (!pending.IsStored && Options.TokenStore is { } store)
        {
            var version = pending.Version;
            while (!await store.TryWriteAsync(pending.Tokens, version, CancellationToken.None).ConfigureAwait(false))
            {
                var stored = await store.ReadAsync(CancellationToken.None).ConfigureAwait(false);
                if (!pending.ReplacesAll && IsFresh(stored?.Tokens, rejectedToken))
                {
                    // Somebody wrote without the lock. Theirs are there first and work, so these are not needed.
                    OAuthTokens = stored!.Tokens;
                    _pending = null;
                    return;
                }
                version = stored?.Version;
            }
            _pending = pending with { IsStored = true };
        }
        await TellAsync(pending.Tokens, cancellationToken).ConfigureAwait(false);
        OAuthTokens = pending.Tokens;
        _pending = null;
        Volatile.Write(ref _noEarlyRefreshBefore, 0);
    }

    // Its own method, so that the mark is gone for whatever runs after it.
    private async Task TellAsync(OAuthTokens tokens, CancellationToken cancellationToken)
    {
        if (TokenRefreshed is not { } callback)
            return;
        _isInCallback.Value = true;
        await callback(tokens, cancellationToken).ConfigureAwait(false);
    }

    // It would wait for the refresh that waits for it.
    private void ThrowIfInCallback()
    {
        if (_isInCallback.Value)
            throw new InvalidOperationException("TokenRefreshed can't make calls with the sign-in whose new token it is given: that token is not in use yet.");
    }

    private bool IsFresh(OAuthTokens? tokens, string? rejectedToken) => IsUsable(tokens, rejectedToken) && !tokens!.IsDue(Options.RefreshSkew);

    private static bool IsUsable(OAuthTokens? tokens, string? rejectedToken)
        => tokens is { AccessToken.Length: > 0 } && !string.Equals(tokens.AccessToken, rejectedToken, StringComparison.Ordinal);

    private async ValueTask<IAsyncDisposable> LockStoreAsync(CancellationToken cancellationToken)
        => Options.TokenStore is { } store ? await store.LockAsync(cancellationToken).ConfigureAwait(false) : NoLock.Instance;

    private async ValueTask<StoredTokens?> ReadStoreAsync(CancellationToken cancellationToken)
        => Options.TokenStore is { } store ? await store.ReadAsync(cancellationToken).ConfigureAwait(false) : null;

    /// <param name="Tokens">Tokens that the server gave and that are not in use yet.</param>
    /// <param name="Version">What the store held when they were asked for.</param>
    /// <param name="IsStored">Whether the store has them, so that only the callback is left.</param>
    /// <param name="ReplacesAll">Whether the user signed in, which goes before whatever others wrote.</param>
    private sealed record PendingTokens(OAuthTokens Tokens, string? Version, bool IsStored, bool ReplacesAll);

    private sealed class NoLock : IAsyncDisposable
    {
        internal static readonly NoLock Instance = new();

        public ValueTask DisposeAsync() => default;
    }
}
