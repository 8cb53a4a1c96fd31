using BingAds.Errors;
using BingAds.Jobs;

namespace BingAds.Bulk.Download;

/// <summary>
/// One reading of a download's file from its first byte. It stays one entity behind, because what belongs to an entity (its errors, its suggested bids) comes after it: an
/// entity is given when the next one, or the end, has shown that it is complete.
/// </summary>
internal sealed class EntityReading : IAsyncDisposable
{
    private readonly ResumingStream _packed;
    private readonly BulkFileReader _reader;
    private readonly IAsyncEnumerator<BulkEntity> _entities;
    private bool _isEnded;

    public EntityReading(ResumingStream packed, BulkFileReaderOptions options, CancellationToken cancellationToken)
    {
        _packed = packed;
        _reader = new BulkFileReader(packed, options, leaveOpen: true);
        _entities = _reader.ReadAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
    }

    /// <summary>Length and checksum of the packed bytes that were read so far, those of <see cref="Current"/> among them.</summary>
    public (long Length, uint Sum) Seen => _packed.Seen;

    /// <summary>Whether the file is the one that readings before had begun.</summary>
    public bool IsProven => _packed.IsProven;

    public FileDownloadException Another() => _packed.Another();

    /// <summary>The entity at which the reading stands.</summary>
    public BulkEntity Current { get; private set; } = null!;

    /// <summary>Number of <see cref="Current"/>, from 1.</summary>
    public long Count { get; private set; }

    /// <summary>The entity after <see cref="Current"/>, of which nobody knows yet whether it is complete; null at the end.</summary>
    public BulkEntity? Last { get; private set; }

    /// <summary>Why the reading ended before the file did; null if it did not.</summary>
    public Exception? Failure { get; private set; }

    public async ValueTask<bool> MoveNextAsync()
    {
        if (Last is null && !await FetchAsync().ConfigureAwait(false))
        {
            return false;
        }

        var current = Last!;
        await FetchAsync().ConfigureAwait(false);
        if (Failure is not null)
        {
            Last = current;
            return false;
        }

        Current = current;
        Count++;
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        await _entities.DisposeAsync().ConfigureAwait(false);
        await _reader.DisposeAsync().ConfigureAwait(false);
        await _packed.DisposeAsync().ConfigureAwait(false);
    }

    private async ValueTask<bool> FetchAsync()
    {
        Last = null;
        if (_isEnded)
        {
            return false;
        }

        try
        {
            if (await _entities.MoveNextAsync().ConfigureAwait(false))
            {
                Last = _entities.Current;
                return true;
            }
        }
        catch (Exception exception) when (exception is FileFormatException or FileDownloadException)
        {
            Failure = exception;
        }

        _isEnded = true;
        return false;
    }
}
