using System.Runtime.CompilerServices;
using BingAds.Bulk.Upload;
using BingAds.Errors;
using BingAds.V13.Bulk;

namespace BingAds.Bulk;

public sealed partial class BulkServiceManager
{
    /// <summary>
    /// Uploads entities and waits for what became of each. New parents come before those that name them by a reference key (a negative id) or by name; what takes more
    /// than one file is cut so that both are found.
    /// </summary>
    /// <param name="entities">What to upload; it is not changed.</param>
    /// <param name="parameters">How; null for the defaults.</param>
    /// <param name="progress">Told of how far the service is.</param>
    /// <param name="cancellationToken">Gives up; what was sent goes on at the service.</param>
    /// <returns>An item for each input, in their order.</returns>
    /// <exception cref="BulkUploadException">It stopped after some of it was sent; it has the result so far.</exception>
    /// <exception cref="EntityWriteException">An entity cannot be written, and nothing was sent.</exception>
    /// <exception cref="SdkException">Nothing was sent.</exception>
    public Task<BulkUploadResult> UploadEntitiesAsync(
        IEnumerable<BulkEntity> entities, EntityUploadParameters? parameters = null, IProgress<BulkOperationProgressInfo>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entities);
        return CollectAsync(RunAsync(AsList(entities), (parameters ?? new()).Copy(), progress, cancellationToken), cancellationToken);
    }

    /// <summary>Uploads <see cref="EntityUploadParameters.Entities"/>.</summary>
    /// <inheritdoc cref="UploadEntitiesAsync(IEnumerable{BulkEntity}, EntityUploadParameters?, IProgress{BulkOperationProgressInfo}?, CancellationToken)"/>
    [OverloadResolutionPriority(1)] // So that new() means parameters.
    public Task<BulkUploadResult> UploadEntitiesAsync(
        EntityUploadParameters parameters, IProgress<BulkOperationProgressInfo>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return UploadEntitiesAsync(parameters.Entities, parameters, progress, cancellationToken);
    }

    /// <summary>Uploads entities as they come and gives what became of each as that is known, in no certain order: for millions of them.</summary>
    /// <param name="entities">What to upload, in the order in which it is sent.</param>
    /// <param name="parameters">How; null for the defaults.</param>
    /// <param name="progress">Told of how far the service is.</param>
    /// <param name="cancellationToken">Gives up; what was sent goes on at the service. Not taking all items gives up too.</param>
    /// <returns>An item for each input that was reached. If some were not sent, the cause follows as an exception when all items were given.</returns>
    public IAsyncEnumerable<BulkUploadItem> UploadEntitiesAsync(
        IAsyncEnumerable<BulkEntity> entities, EntityUploadParameters? parameters = null, IProgress<BulkOperationProgressInfo>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entities);
        return RunAsync(entities, (parameters ?? new()).Copy(), progress, cancellationToken);
    }

    /// <summary>
    /// Uploads a file that is there, waits, and puts the result beside it. A file beyond the limits is sent in parts by its rows, with references between them kept.
    /// </summary>
    /// <exception cref="ArgumentException">The file's name has none of the endings that the service takes.</exception>
    /// <exception cref="IOException">There is no file, or a result is there already.</exception>
    /// <exception cref="FileUploadException">It did not arrive, or the job failed: <see cref="FileUploadException.SavedOperation"/> is the job.</exception>
    /// <exception cref="Errors.TimeoutException">It took longer than <see cref="FileUploadParameters.Timeout"/>; the job goes on.</exception>
    public async Task<BulkFileUploadResult> UploadFileAsync(
        FileUploadParameters parameters, IProgress<BulkOperationProgressInfo>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var copy = parameters.Copy();
        using var callbacks = new UploadCallbacks(copy.Submitted, progress, copy.Timeout, Uploads.Options.TimeProvider);
        var layout = FileBody.OfFile(copy.UploadFilePath!, copy.CompressUploadFile, Uploads.Options.TimeProvider).Layout;
        return await new FileUpload(Uploads, copy, Order(copy.ResponseMode, layout), callbacks).RunAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends one file and does not wait for it.</summary>
    /// <returns>The job; save its text to go on in another process.</returns>
    /// <exception cref="FileUploadException">It did not arrive, or nobody can say whether it did.</exception>
    /// <exception cref="SdkException">The service refused, or gave no answer.</exception>
    public async Task<BulkUploadOperation> SubmitUploadAsync(SubmitUploadParameters parameters, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var copy = parameters.Copy();
        var body = copy.UploadFilePath is { } path
            ? FileBody.OfFile(path, copy.CompressUploadFile, Uploads.Options.TimeProvider)
            : FileBody.OfStream(copy, Uploads.Options.TimeProvider);
        return await Uploads.Sender.SendAsync(body, Order(copy.ResponseMode, body.Layout), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Looks once at how an upload stands.</summary>
    /// <exception cref="ArgumentException">The upload was made in another environment.</exception>
    /// <exception cref="SdkException">The service refused, or gave no answer.</exception>
    public Task<BulkUploadStatus> GetStatusAsync(BulkUploadOperation operation, CancellationToken cancellationToken = default) => Uploads.GetStatusAsync(operation, cancellationToken);

    /// <summary>Looks at an upload until nothing more will happen to it.</summary>
    /// <param name="operation">The upload.</param>
    /// <param name="progress">Told of how far the service is.</param>
    /// <param name="timeout">How long to wait; null for as long as it takes.</param>
    /// <param name="cancellationToken">Ends the wait, and not the upload.</param>
    /// <exception cref="Errors.TimeoutException">It took longer; the upload goes on.</exception>
    /// <exception cref="SdkException">The service refused, or gave no answer for too long.</exception>
    public async Task<BulkUploadStatus> TrackAsync(
        BulkUploadOperation operation, IProgress<BulkOperationProgressInfo>? progress = null, TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        Uploads.Check(operation);
        using var callbacks = new UploadCallbacks(null, progress, timeout, Uploads.Options.TimeProvider);
        return await callbacks.WithinDeadlineAsync(token => Uploads.TrackAsync(operation, progress, token), operation, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// The records of an upload's result, as they come over. Marks that this manager had put into the column <c>Client Id</c> are taken out again.
    /// </summary>
    /// <param name="operation">The upload; it is waited for if it is not done.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="FileDownloadException">The result is not there any more, or could not be read.</exception>
    public async IAsyncEnumerable<BulkEntity> ReadUploadResultAsync(BulkUploadOperation operation, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var status = await TrackAsync(operation, null, null, cancellationToken).ConfigureAwait(false);
        await foreach (var entity in Uploads.WalkResultAsync(operation, status, cancellationToken).ConfigureAwait(false))
        {
            yield return ClientIdMark.Remove(entity);
        }
    }

    private static async Task<BulkUploadResult> CollectAsync(IAsyncEnumerable<BulkUploadItem> items, CancellationToken cancellationToken)
    {
        var all = new List<BulkUploadItem>();
        try
        {
            await foreach (var item in items.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                all.Add(item);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException && all.Exists(static i => i.Operation is not null))
        {
            throw new BulkUploadException("The upload stopped before all of it was sent", new BulkUploadResult(all), exception);
        }

        return new BulkUploadResult(all);
    }

    private async IAsyncEnumerable<BulkUploadItem> RunAsync(
        IReadOnlyList<BulkEntity> entities, EntityUploadParameters parameters, IProgress<BulkOperationProgressInfo>? progress, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var callbacks = new UploadCallbacks(parameters.Submitted, progress, parameters.Timeout, Uploads.Options.TimeProvider);
        var order = Order(parameters.ResponseMode, parameters.FileType);
        if (entities.Count <= Math.Min(parameters.MaxEntitiesPerCall, parameters.MaxRowsPerFile) && entities.Count > 0 && !Uploads.IsFileNeeded
            && await new RecordsUpload(Uploads, order, callbacks, entities).RunAsync(cancellationToken).ConfigureAwait(false) is { } few)
        {
            foreach (var item in few)
            {
                yield return item;
            }

            yield break;
        }

        // Below this no file gets full, so that nothing has to be planned.
        var mayTakeSeveral = entities.Count > Math.Min(parameters.MaxRowsPerFile, parameters.MaxFileBytes / 64);
        var plan = mayTakeSeveral ? await Task.Run(() => UploadPlan.Make(entities, cancellationToken), cancellationToken).ConfigureAwait(false) : null;
        if (plan is { HasReferences: true })
        {
            order = Order(ResponseMode.ErrorsAndResults, parameters.FileType);
        }

        var columns = entities.Where(static e => e is { HasUnknownColumns: true }).SelectMany(static e => e.UnknownColumns).Select(static c => c.Key);
        await foreach (var item in Upload(order, parameters, callbacks, new ListUploadSource(entities, plan), columns).RunAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return item;
        }
    }

    private async IAsyncEnumerable<BulkUploadItem> RunAsync(
        IAsyncEnumerable<BulkEntity> entities, EntityUploadParameters parameters, IProgress<BulkOperationProgressInfo>? progress, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var callbacks = new UploadCallbacks(parameters.Submitted, progress, parameters.Timeout, Uploads.Options.TimeProvider);
        var source = new StreamUploadSource(entities, parameters.KeepInputs);
        await foreach (var item in Upload(Order(parameters.ResponseMode, parameters.FileType), parameters, callbacks, source, []).RunAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return item;
        }
    }

    private EntityUpload Upload(UploadOrder order, EntityUploadParameters parameters, UploadCallbacks callbacks, IUploadSource source, IEnumerable<string> columns)
    {
        var format = new UploadFormat(parameters.FileType, parameters.CompressUploadFile);
        var settings = new UploadSettings(format, parameters.MaxRowsPerFile, parameters.MaxFileBytes, Uploads.Options.TimeProvider);
        return new EntityUpload(Uploads, order, settings, callbacks, source, columns);
    }

    // Read once: an upload is made for the account that was set when it began.
    private UploadOrder Order(ResponseMode mode, BulkFileLayout layout) => new()
    {
        AccountId = _client.AuthorizationData.AccountId, CustomerId = _client.AuthorizationData.CustomerId, ResponseMode = mode, Layout = layout,
    };

    private static IReadOnlyList<BulkEntity> AsList(IEnumerable<BulkEntity> entities) => entities as IReadOnlyList<BulkEntity> ?? [.. entities];
}
