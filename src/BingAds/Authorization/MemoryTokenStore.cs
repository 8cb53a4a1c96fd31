using System.Globalization;

namespace BingAds;

/// <summary>Keeps the tokens of one sign-in in memory, for all sign-in objects of one process that share it.</summary>
public sealed class MemoryTokenStore : ITokenStore
{
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private StoredTokens? _stored;
    private long _writes;

    /// <inheritdoc/>
    public ValueTask<StoredTokens?> ReadAsync(CancellationToken cancellationToken = default)
    {
        lock (_gate)
            return new(_stored);
    }

    /// <inheritdoc/>
    public ValueTask<bool> TryWriteAsync(OAuthTokens tokens, string? expectedVersion, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        lock (_gate)
        {
            if (_stored?.Version != expectedVersion)
                return new(false);
            _stored = new StoredTokens(tokens, (++_writes).ToString(CultureInfo.InvariantCulture));
            return new(true);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<IAsyncDisposable> LockAsync(CancellationToken cancellationToken = default)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        return new Turn(_turn);
    }

    private sealed class Turn(SemaphoreSlim turn) : IAsyncDisposable
    {
        private SemaphoreSlim? _held = turn;

        public ValueTask DisposeAsync()
        {
            Interlocked.Exchange(ref _held, null)?.Release();
            return default;
        }
    }
}
