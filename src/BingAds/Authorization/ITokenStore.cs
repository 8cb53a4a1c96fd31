namespace BingAds;

/// <summary>A place where the tokens of one sign-in are kept, so that they outlive the process and several processes can share them.</summary>
/// <remarks>
/// One object is one place: a service with many users makes one for each. Implementations are thread-safe. The lock makes refreshes take turns;
/// the version makes a write safe even where the lock is a lease that can run out.
/// </remarks>
public interface ITokenStore
{
    /// <summary>Reads what is there.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The tokens with their version; null when nothing was written yet.</returns>
    ValueTask<StoredTokens?> ReadAsync(CancellationToken cancellationToken = default);

    /// <summary>Writes the tokens if nobody else wrote since (compare and swap). When this returns true they are safe.</summary>
    /// <param name="tokens">The new tokens.</param>
    /// <param name="expectedVersion">The version that was read; null when nothing was there.</param>
    /// <param name="cancellationToken">Ends the wait; what is written already stays.</param>
    /// <returns>False, and nothing is changed, when there is another version now.</returns>
    ValueTask<bool> TryWriteAsync(OAuthTokens tokens, string? expectedVersion, CancellationToken cancellationToken = default);

    /// <summary>Waits until nobody else refreshes. Reading and writing work for the holder, and for others too.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The lock, to be disposed by whoever got it.</returns>
    ValueTask<IAsyncDisposable> LockAsync(CancellationToken cancellationToken = default);
}
