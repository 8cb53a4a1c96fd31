using BingAds.Errors;

namespace BingAds.Tests.Authorization;

/// <summary>A memory store that tells what it was asked, and fails or lets others in between when told to.</summary>
internal sealed class RecordingStore(List<string> journal) : ITokenStore
{
    private readonly MemoryTokenStore _inner = new();

    internal bool FailsToWrite { get; set; }

    internal bool HasNoLock { get; init; }

    internal void Put(OAuthTokens tokens)
    {
        var version = _inner.ReadAsync().Result?.Version;
        Assert.True(_inner.TryWriteAsync(tokens, version).Result);
    }

    internal OAuthTokens? Tokens => _inner.ReadAsync().Result?.Tokens;

    public ValueTask<StoredTokens?> ReadAsync(CancellationToken cancellationToken = default) => _inner.ReadAsync(cancellationToken);

    public ValueTask<bool> TryWriteAsync(OAuthTokens tokens, string? expectedVersion, CancellationToken cancellationToken = default)
    {
        if (FailsToWrite)
            throw new TokenStoreException("The disk is full.", false);
        journal.Add("store " + tokens.AccessToken);
        return _inner.TryWriteAsync(tokens, expectedVersion, cancellationToken);
    }

    public ValueTask<IAsyncDisposable> LockAsync(CancellationToken cancellationToken = default)
        => HasNoLock ? new(new MemoryStream()) : _inner.LockAsync(cancellationToken);
}
