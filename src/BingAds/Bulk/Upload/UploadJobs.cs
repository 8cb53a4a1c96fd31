using System.Runtime.CompilerServices;
using BingAds.Errors;
using BingAds.Jobs;
using BingAds.V13.Bulk;

namespace BingAds.Bulk.Upload;

/// <summary>What all uploads of a manager share: the way to the service, and the places at it.</summary>
internal sealed class UploadJobs(BulkClient client, BulkServiceManagerOptions settings)
{
    // A damaged file is fetched so often in all.
    private const int MaxReadings = 3;

    private readonly FileTransfer _transfer = new(client.Pipeline.Sender, ServiceName.Bulk);

    public BulkClient Client { get; } = client;

    public ServiceClientOptions Options => Client.Pipeline.Options;

    public UploadSender Sender { get; } = new(client, client.Pipeline.Options.Retry.MaxRetries + 1);

    public UploadSlots Slots { get; } = new(BulkUploadLimits.MaxUploadsAtOnce);

    /// <summary>Whether the service said that it takes no entities without a file; it is not asked again.</summary>
    public bool IsFileNeeded { get; set; }

    /// <summary>One look.</summary>
    public async Task<BulkUploadStatus> GetStatusAsync(BulkUploadOperation operation, CancellationToken cancellationToken)
    {
        Check(operation);
        var options = new CallOptions { AccountId = operation.AccountId, CustomerId = operation.CustomerId };
        return BulkUploadStatus.Of(await Client.GetBulkUploadStatusAsync(new() { RequestId = operation.RequestId }, options, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Looks until nothing more will happen.</summary>
    public async Task<BulkUploadStatus> TrackAsync(BulkUploadOperation operation, IProgress<BulkOperationProgressInfo>? progress, CancellationToken cancellationToken)
    {
        // The larger the file, the less use there is in looking at once.
        var first = TimeSpan.FromSeconds(Math.Clamp((operation.RowCount ?? 0) / 20_000.0, 1, 10));
        return await JobPoller.WaitAsync(
            token => GetStatusAsync(operation, token),
            status =>
            {
                progress?.Report(new BulkOperationProgressInfo(status.PercentComplete));
                return status.IsFinal;
            },
            new PollSchedule(Options.TimeProvider, first, settings.StatusPollInterval),
            Options,
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Gives the entities of a result to someone who can begin anew.</summary>
    /// <param name="operation">The upload.</param>
    /// <param name="status">How it ended.</param>
    /// <param name="restart">Told before each reading: what came before may come again.</param>
    /// <param name="take">Gets each entity, when it is certain that its error rows are all there.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SdkException">There is no result, or it could not be read to its end.</exception>
    public async Task ReadResultAsync(
        BulkUploadOperation operation, BulkUploadStatus status, Action restart, Func<BulkEntity, ValueTask> take, CancellationToken cancellationToken)
    {
        if (status is { IsSuccess: false, ResultAddress: null })
        {
            // A job that broke off seldom has one.
            return;
        }

        for (var reading = 1; ; reading++)
        {
            restart();
            try
            {
                // Errors come after their record: the last one before a break may have had some.
                BulkEntity? held = null;
                await foreach (var entity in WalkResultAsync(operation, status, cancellationToken).ConfigureAwait(false))
                {
                    if (held is not null)
                    {
                        await take(held).ConfigureAwait(false);
                    }

                    held = entity;
                }

                if (held is not null)
                {
                    await take(held).ConfigureAwait(false);
                }

                return;
            }
            catch (FileFormatException) when (reading < MaxReadings)
            {
                status = await GetStatusAsync(operation, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>The entities of a result as they come over; broken connections and links that have run out are mended.</summary>
    public async IAsyncEnumerable<BulkEntity> WalkResultAsync(
        BulkUploadOperation operation, BulkUploadStatus status, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (status.ResultAddress is null && status.Is(BulkUploadStatus.Completed))
        {
            // No row failed, and nothing else was asked for.
            yield break;
        }

        var options = new BulkFileReaderOptions { Scope = BulkResultScope.Upload, Layout = operation.FileType, FileName = "upload result" };
        var reader = new BulkFileReader(OpenResult(operation, status, null), options);
        await using var closingReader = reader.ConfigureAwait(false);
        await foreach (var entity in reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return entity;
        }
    }

    /// <summary>The bytes of a result as they are sent: a zip.</summary>
    public ResumingStream OpenResult(BulkUploadOperation operation, BulkUploadStatus status, Action<long, long?>? progress) => new(
        _transfer, Options, AddressOf(status), async token => AddressOf(await GetStatusAsync(operation, token).ConfigureAwait(false)))
    {
        Progress = progress,
    };

    /// <exception cref="ArgumentException">The operation is of another environment than this manager.</exception>
    public void Check(BulkUploadOperation operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        if (operation.Environment != Options.Environment)
        {
            throw new ArgumentException($"The upload was made in {operation.Environment}; this manager works in {Options.Environment}.", nameof(operation));
        }
    }

    private static Uri AddressOf(BulkUploadStatus status) =>
        status.ResultAddress ?? throw new FileDownloadException($"The upload is {status.RequestStatus} and the service names no result") { TrackingId = status.TrackingId };
}
