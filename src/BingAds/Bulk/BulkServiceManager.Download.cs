using System.Runtime.CompilerServices;
using BingAds.Bulk.Download;
using BingAds.Errors;
using BingAds.Files;
using BingAds.Jobs;
using TimeoutException = BingAds.Errors.TimeoutException;

namespace BingAds.Bulk;

public sealed partial class BulkServiceManager
{
    /// <summary>
    /// Downloads entities: submits the job, waits for it, and reads its file while it comes in. Nothing happens before the walk begins, nothing is put on disk, and one
    /// entity is held at a time.
    /// </summary>
    /// <param name="parameters">What to download. They are copied.</param>
    /// <param name="progress">Told of how far the service is, then of what came over.</param>
    /// <param name="cancellationToken">Gives up; the job goes on at the service.</param>
    /// <returns>The entities, to walk once.</returns>
    /// <exception cref="ArgumentException">The service would surely refuse what is asked for; thrown by the walk.</exception>
    /// <exception cref="FileDownloadException">There is no file, or it could not be read to its end; thrown by the walk after all whole entities.</exception>
    /// <exception cref="FullSyncRequiredException">Changes cannot be had; thrown by the walk.</exception>
    /// <exception cref="TimeoutException">The service took longer than <see cref="DownloadParameters.Timeout"/>; thrown by the walk.</exception>
    [OverloadResolutionPriority(1)] // So that new() means parameters.
    public BulkEntityDownload DownloadEntitiesAsync(
        DownloadParameters parameters, IProgress<BulkOperationProgressInfo>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return new BulkEntityDownload(Downloads, parameters.Copy(), null, progress, cancellationToken);
    }

    /// <summary>Reads the entities of a download that was submitted before, perhaps by another process; waits for it if it is not done.</summary>
    /// <param name="operation">The download.</param>
    /// <param name="reading">How the file is read; null for the defaults.</param>
    /// <param name="progress">Told of how far the service is, then of what came over.</param>
    /// <param name="cancellationToken">Gives up; the job goes on at the service.</param>
    /// <inheritdoc cref="DownloadEntitiesAsync(DownloadParameters, IProgress{BulkOperationProgressInfo}?, CancellationToken)"/>
    public BulkEntityDownload DownloadEntitiesAsync(
        BulkDownloadOperation operation, BulkFileReaderOptions? reading = null, IProgress<BulkOperationProgressInfo>? progress = null, CancellationToken cancellationToken = default)
    {
        Downloads.Check(operation);
        return new BulkEntityDownload(Downloads, new DownloadParameters { Reading = reading?.Copy() }, operation, progress, cancellationToken);
    }

    /// <summary>Submits a download and does not wait for it.</summary>
    /// <returns>The job; save its text to go on in another process.</returns>
    /// <exception cref="ArgumentException">The service would surely refuse what is asked for.</exception>
    /// <exception cref="SdkException">The service refused, or gave no answer.</exception>
    public Task<BulkDownloadOperation> SubmitDownloadAsync(DownloadParameters parameters, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return Downloads.SubmitAsync(parameters.Copy(), cancellationToken);
    }

    /// <summary>Looks once at how a download stands.</summary>
    /// <exception cref="ArgumentException">The download was made in another environment.</exception>
    /// <exception cref="SdkException">The service refused, or gave no answer.</exception>
    public Task<BulkDownloadStatus> GetStatusAsync(BulkDownloadOperation operation, CancellationToken cancellationToken = default) =>
        Downloads.GetStatusAsync(operation, cancellationToken);

    /// <summary>Looks at a download until nothing more will happen to it.</summary>
    /// <param name="operation">The download.</param>
    /// <param name="progress">Told of how far the service is.</param>
    /// <param name="timeout">How long to wait; null for as long as it takes.</param>
    /// <param name="cancellationToken">Ends the wait, and not the download.</param>
    /// <exception cref="TimeoutException">It took longer; the download goes on.</exception>
    /// <exception cref="SdkException">The service refused, or gave no answer for too long.</exception>
    public async Task<BulkDownloadStatus> TrackAsync(
        BulkDownloadOperation operation, IProgress<BulkOperationProgressInfo>? progress = null, TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        Downloads.Check(operation);
        using var deadline = new JobDeadline(timeout, "Waiting for the download", ServiceName.Bulk, Downloads.Options.TimeProvider);
        return await deadline.RunAsync(
            token => Downloads.TrackAsync(operation, status => progress?.Report(new BulkOperationProgressInfo(status.PercentComplete)), token),
            operation.ToString,
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Opens the file of a download, unpacked while it is read; waits for the job if it is not done.</summary>
    /// <returns>The text of the file, forward only. It mends broken connections and links by itself.</returns>
    /// <exception cref="FileDownloadException">There is no file, or reading it breaks for good.</exception>
    /// <exception cref="FileFormatException">The archive is damaged; thrown by reading, after what is whole.</exception>
    public async Task<Stream> OpenDownloadAsync(
        BulkDownloadOperation operation, IProgress<BulkOperationProgressInfo>? progress = null, CancellationToken cancellationToken = default)
    {
        var packed = await OpenPackedAsync(operation, progress, cancellationToken).ConfigureAwait(false);
        try
        {
            return await FileContent.OpenAsync(packed, new ContentOptions { FileName = "download" }, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await packed.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Downloads a file: submits the job, waits for it, and puts its file on disk.</summary>
    /// <param name="parameters">What to download. They are copied.</param>
    /// <param name="path">
    /// Where to. A name that ends in <c>.zip</c> or <c>.gz</c> gets the file packed as it comes, any other the unpacked text. It is written under a temporary name beside it, which
    /// is taken away again if anything goes wrong.
    /// </param>
    /// <param name="overwrite">Whether a file that is there is replaced.</param>
    /// <param name="progress">Told of how far the service is, then of what came over.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The job whose file it is.</returns>
    /// <exception cref="IOException">There is a file of that name already, or the disk refused.</exception>
    /// <exception cref="FileDownloadException">There is no file, or it could not be fetched whole.</exception>
    [OverloadResolutionPriority(1)] // So that new() means parameters.
    public async Task<BulkDownloadOperation> DownloadFileAsync(
        DownloadParameters parameters, string path, bool overwrite = false, IProgress<BulkOperationProgressInfo>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        FileOfDownload.ThrowIfTaken(path, overwrite);
        var copy = parameters.Copy();
        var operation = await Downloads.SubmitAsync(copy, cancellationToken).ConfigureAwait(false);
        copy.Submitted?.Invoke(operation);
        var status = await TrackAsync(operation, progress, copy.Timeout, cancellationToken).ConfigureAwait(false);
        if (status.IsFullSyncRequired && copy.FullSyncIfRequired)
        {
            copy.LastSyncTimeInUTC = null;
            operation = await Downloads.SubmitAsync(copy, cancellationToken).ConfigureAwait(false);
            copy.Submitted?.Invoke(operation);
            await TrackAsync(operation, progress, copy.Timeout, cancellationToken).ConfigureAwait(false);
        }

        await DownloadFileAsync(operation, path, overwrite, progress, cancellationToken).ConfigureAwait(false);
        return operation;
    }

    /// <summary>Puts the file of a download that was submitted before on disk; waits for it if it is not done.</summary>
    /// <inheritdoc cref="DownloadFileAsync(DownloadParameters, string, bool, IProgress{BulkOperationProgressInfo}?, CancellationToken)"/>
    /// <param name="operation">The download.</param>
    /// <param name="path">Where to.</param>
    /// <param name="overwrite">Whether a file that is there is replaced.</param>
    /// <param name="progress">Told of how far the service is, then of what came over.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task DownloadFileAsync(
        BulkDownloadOperation operation, string path, bool overwrite = false, IProgress<BulkOperationProgressInfo>? progress = null, CancellationToken cancellationToken = default)
    {
        FileOfDownload.ThrowIfTaken(path, overwrite);
        var isPacked = FileOfDownload.IsPacked(path);
        await FileOfDownload.FetchAsync(
            token => isPacked ? OpenPackedAsync(operation, progress, token) : OpenDownloadAsync(operation, progress, token),
            path,
            overwrite,
            operation.ToString(),
            cancellationToken).ConfigureAwait(false);
    }

    private async Task<Stream> OpenPackedAsync(BulkDownloadOperation operation, IProgress<BulkOperationProgressInfo>? progress, CancellationToken cancellationToken)
    {
        var status = await TrackAsync(operation, progress, null, cancellationToken).ConfigureAwait(false);
        return Downloads.Open(
            operation, status, null, (bytes, total) => progress?.Report(new BulkOperationProgressInfo(100) { BytesReceived = bytes, BytesTotal = total }));
    }
}
