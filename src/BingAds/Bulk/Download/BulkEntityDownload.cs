using BingAds.Bulk.Download;
using BingAds.Errors;
using BingAds.Jobs;

namespace BingAds.Bulk;

/// <summary>
/// The entities of a download, read from the packed answer while it comes in: walk it with <c>await foreach</c>, once. Broken connections and links that run out are
/// mended on the way; no entity is lost or given twice.
/// </summary>
public sealed class BulkEntityDownload : IAsyncEnumerable<BulkEntity>
{
    // After so many readings without one entity more, the file itself is taken for damaged.
    private const int MaxReadings = 3;

    private readonly DownloadJobs _jobs;
    private readonly DownloadParameters _parameters;
    private readonly IProgress<BulkOperationProgressInfo>? _progress;
    private readonly CancellationToken _cancellationToken;
    private int _isWalked;
    private (long Length, uint Sum)? _seen;

    internal BulkEntityDownload(
        DownloadJobs jobs, DownloadParameters parameters, BulkDownloadOperation? operation, IProgress<BulkOperationProgressInfo>? progress, CancellationToken cancellationToken)
    {
        _jobs = jobs;
        _parameters = parameters;
        _progress = progress;
        _cancellationToken = cancellationToken;
        Operation = operation;
    }

    /// <summary>The job; null until it was submitted, which the walk does.</summary>
    public BulkDownloadOperation? Operation { get; private set; }

    /// <summary>
    /// What to give as <see cref="DownloadParameters.LastSyncTimeInUTC"/> of the next download, for the changes since this one; null until the account's row was read,
    /// which is one of the first. Keep it when the walk is complete.
    /// </summary>
    public DateTime? SyncTime { get; private set; }

    /// <summary>Whether the file holds everything: because that was asked for, or because the service could not tell the changes (<see cref="DownloadParameters.FullSyncIfRequired"/>).</summary>
    public bool IsFullSync => Operation?.LastSyncTimeInUTC is null;

    /// <summary>Entities that were given so far.</summary>
    public long EntityCount { get; private set; }

    /// <summary>Packed bytes that came over so far.</summary>
    public long BytesReceived { get; private set; }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">It was walked before.</exception>
    public IAsyncEnumerator<BulkEntity> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref _isWalked, 1) != 0)
        {
            throw new InvalidOperationException($"A download is walked once. Its job can be read again: give {nameof(Operation)} to {nameof(BulkServiceManager.DownloadEntitiesAsync)}.");
        }

        return WalkAsync(cancellationToken);
    }

    private async IAsyncEnumerator<BulkEntity> WalkAsync(CancellationToken cancellationToken)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(_cancellationToken, cancellationToken);
        var (token, readings) = (both.Token, 0);
        for (var status = await FinishAsync(token).ConfigureAwait(false); ; status = null)
        {
            var before = EntityCount;
            var reading = new EntityReading(_jobs.Open(Operation!, status, _seen, Received), ReaderOptions(), token);
            await using var closing = reading.ConfigureAwait(false);
            while (await reading.MoveNextAsync().ConfigureAwait(false))
            {
                if (reading.Count <= EntityCount)
                {
                    continue; // Given before the damage.
                }

                // What comes next lies behind all that was given, so the proof that it is the same file has been made.
                ThrowUnlessProven(reading);

                Note(reading.Current, reading);
                yield return reading.Current;
            }

            if (reading.Failure is not { } failure)
            {
                ThrowUnlessProven(reading);
                yield break;
            }

            readings = EntityCount > before ? 1 : readings + 1;
            if (!IsWorthAnother(failure) || readings >= MaxReadings)
            {
                if (reading.Last is { } last && reading.Count >= EntityCount && reading.IsProven)
                {
                    // It is whole, though errors or suggested bids of its own may have been in what is lost.
                    Note(last, reading);
                    yield return last;
                }

                throw Explain(failure);
            }
        }
    }

    /// <summary>Submits the job if that was not done, and waits for it.</summary>
    private async Task<BulkDownloadStatus?> FinishAsync(CancellationToken cancellationToken)
    {
        using var deadline = new JobDeadline(_parameters.Timeout, "Waiting for the download", ServiceName.Bulk, _jobs.Options.TimeProvider);
        return await deadline.RunAsync<BulkDownloadStatus?>(
            async t => await FinishWithinAsync(t).ConfigureAwait(false), () => Operation?.ToString(), cancellationToken).ConfigureAwait(false);
    }

    private async Task<BulkDownloadStatus> FinishWithinAsync(CancellationToken cancellationToken)
    {
        Operation ??= await SubmitAsync(cancellationToken).ConfigureAwait(false);
        var status = await _jobs.TrackAsync(Operation, Seen, cancellationToken).ConfigureAwait(false);
        if (!status.IsFullSyncRequired || !_parameters.FullSyncIfRequired || _parameters.DownloadEntities.Count == 0)
        {
            return status;
        }

        _parameters.LastSyncTimeInUTC = null;
        Operation = await SubmitAsync(cancellationToken).ConfigureAwait(false);
        return await _jobs.TrackAsync(Operation, Seen, cancellationToken).ConfigureAwait(false);
    }

    private async Task<BulkDownloadOperation> SubmitAsync(CancellationToken cancellationToken)
    {
        var operation = await _jobs.SubmitAsync(_parameters, cancellationToken).ConfigureAwait(false);
        _parameters.Submitted?.Invoke(operation);
        return operation;
    }

    private BulkFileReaderOptions ReaderOptions()
    {
        var options = (_parameters.Reading ?? new()).Copy();
        options.Scope = Operation!.Scope;
        options.FileName ??= "download";
        return options;
    }

    private void Seen(BulkDownloadStatus status) => _progress?.Report(new BulkOperationProgressInfo(status.PercentComplete));

    private void Received(long bytes, long? total)
    {
        BytesReceived = bytes;
        _progress?.Report(new BulkOperationProgressInfo(100) { BytesReceived = bytes, BytesTotal = total, EntitiesRead = EntityCount });
    }

    private void Note(BulkEntity entity, EntityReading reading)
    {
        EntityCount++;
        _seen = reading.Seen;
        if (entity is BulkAccount account)
        {
            SyncTime = account.SyncTime;
        }
    }

    private void ThrowUnlessProven(EntityReading reading)
    {
        if (!reading.IsProven)
        {
            throw Explain(reading.Another());
        }
    }

    // A limit of the reader is passed again by the same file.
    private static bool IsWorthAnother(Exception failure) => failure is FileFormatException
    {
        Fault: FileFault.TruncatedArchive or FileFault.CorruptArchive or FileFault.UnclosedQuote or FileFault.EmptyArchive
    };

    private FileDownloadException Explain(Exception failure)
    {
        var error = failure as FileDownloadException ?? new FileDownloadException(
            IsWorthAnother(failure) ? "The file of the download is damaged, however often it is fetched" : "The file of the download is not read on", failure)
        {
            BytesTransferred = BytesReceived, SavedOperation = Operation?.ToString(),
        };
        error.SetEntitiesRead(EntityCount);
        return error;
    }
}
