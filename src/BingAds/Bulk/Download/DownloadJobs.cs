using BingAds.Errors;
using BingAds.Jobs;
using BingAds.V13.Bulk;

namespace BingAds.Bulk.Download;

/// <summary>Downloads at the service: begun, looked at, waited for, and the way to their files.</summary>
internal sealed class DownloadJobs(BulkClient client, BulkServiceManagerOptions settings)
{
    private const string FormatVersion = "6.0";

    // Each waits up to a quarter of an hour, which is how long a quota of files lasts.
    private const int MaxRefusals = 8;

    private readonly FileTransfer _transfer = new(client.Pipeline.Sender, ServiceName.Bulk);

    public ServiceClientOptions Options => client.Pipeline.Options;

    public async Task<BulkDownloadOperation> SubmitAsync(DownloadParameters parameters, CancellationToken cancellationToken)
    {
        parameters.Check(Options.TimeProvider.GetUtcNow().UtcDateTime);
        var account = parameters.AccountId ?? client.AuthorizationData.AccountId
            ?? throw new ArgumentException("Whose entities? Set AccountId in the parameters or in the AuthorizationData.", nameof(parameters));
        var options = new CallOptions { AccountId = account, CustomerId = client.AuthorizationData.CustomerId }; // As they are now.
        var (requestId, trackingId) = await SubmitAsync(parameters, account, options, cancellationToken).ConfigureAwait(false);
        return new BulkDownloadOperation
        {
            RequestId = requestId ?? throw new BrokenResponseException("The service took the download and named no request id."),
            AccountId = account,
            CustomerId = options.CustomerId,
            Environment = Options.Environment,
            FileType = parameters.FileType,
            LastSyncTimeInUTC = parameters.LastSyncTimeInUTC,
            SubmittedAt = Options.TimeProvider.GetUtcNow(),
            TrackingId = trackingId,
        };
    }

    public async Task<BulkDownloadStatus> GetStatusAsync(BulkDownloadOperation operation, CancellationToken cancellationToken)
    {
        Check(operation);
        return BulkDownloadStatus.Of(
            await client.GetBulkDownloadStatusAsync(new() { RequestId = operation.RequestId }, operation.CallOptions, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Looks until nothing more will happen.</summary>
    public Task<BulkDownloadStatus> TrackAsync(BulkDownloadOperation operation, Action<BulkDownloadStatus>? seen, CancellationToken cancellationToken)
    {
        Check(operation);
        return JobPoller.WaitAsync(
            token => GetStatusAsync(operation, token),
            status =>
            {
                seen?.Invoke(status);
                return status.IsFinal;
            },
            new PollSchedule(Options.TimeProvider, interval: settings.StatusPollInterval),
            Options,
            cancellationToken);
    }

    /// <summary>The packed bytes of a finished download.</summary>
    /// <param name="operation">The download.</param>
    /// <param name="status">What was last said of it; null to ask.</param>
    /// <param name="before">What a reading before saw of the file; null if this is the first.</param>
    /// <param name="progress">Told of the bytes so far, and of all.</param>
    /// <exception cref="FullSyncRequiredException">Changes cannot be had.</exception>
    /// <exception cref="FileDownloadException">There is no file.</exception>
    public ResumingStream Open(BulkDownloadOperation operation, BulkDownloadStatus? status, (long Length, uint Sum)? before, Action<long, long?>? progress) => new(
        _transfer,
        Options,
        status is null ? null : AddressOf(operation, status),
        async token => AddressOf(operation, await GetStatusAsync(operation, token).ConfigureAwait(false)))
    {
        Before = before,
        SavedOperation = operation.ToString(),
        Progress = progress,
    };

    /// <exception cref="ArgumentException">The operation is of another environment than this manager.</exception>
    public void Check(BulkDownloadOperation operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        if (operation.Environment != Options.Environment)
        {
            throw new ArgumentException($"The download was made in {operation.Environment}; this manager works in {Options.Environment}.", nameof(operation));
        }
    }

    private static Uri AddressOf(BulkDownloadOperation operation, BulkDownloadStatus status)
    {
        if (status.IsFullSyncRequired)
        {
            throw new FullSyncRequiredException(status.TrackingId);
        }

        return status is { IsSuccess: true, ResultAddress: { } address } ? address : throw Failed(operation, status);
    }

    private static FileDownloadException Failed(BulkDownloadOperation operation, BulkDownloadStatus status)
    {
        var cause = status.Errors.Count == 0 ? null : ApiException.Create(new ApiFailure
        {
            Operation = nameof(BulkClient.GetBulkDownloadStatusAsync)[..^5], Service = ServiceName.Bulk, TrackingId = status.TrackingId, Errors = status.Errors,
        });
        var what = status.IsSuccess ? "is complete, but the service names no file" : $"ended as {status.RequestStatus}";
        return new FileDownloadException($"The download {what}", cause) { SavedOperation = operation.ToString() };
    }

    private async Task<(string? RequestId, string? TrackingId)> SubmitAsync(
        DownloadParameters parameters, long account, CallOptions options, CancellationToken cancellationToken)
    {
        for (var refusals = 1; ; refusals++)
        {
            try
            {
                return parameters.CampaignIds is null
                    ? await SubmitAccountAsync(parameters, account, options, cancellationToken).ConfigureAwait(false)
                    : await SubmitCampaignsAsync(parameters, account, options, cancellationToken).ConfigureAwait(false);
            }
            catch (ThrottledException exception) when (refusals <= MaxRefusals && RetryAdvice.For(exception, isIdempotent: false).Retry)
            {
                // The client has waited as long as a call may; a job may wait longer.
                await Pauses.WaitAsync(exception, refusals, Options, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task<(string? RequestId, string? TrackingId)> SubmitAccountAsync(
        DownloadParameters parameters, long account, CallOptions options, CancellationToken cancellationToken)
    {
        var response = await client.DownloadCampaignsByAccountIdsAsync(
            new()
            {
                AccountIds = [account],
                CompressionType = parameters.CompressionType,
                DataScope = parameters.DataScope,
                DownloadEntities = [.. parameters.DownloadEntities],
                DownloadFileType = FileType(parameters),
                FormatVersion = FormatVersion,
                LastSyncTimeInUTC = Utc(parameters.LastSyncTimeInUTC),
            },
            options,
            cancellationToken).ConfigureAwait(false);
        return (response.DownloadRequestId, response.TrackingId);
    }

    private async Task<(string? RequestId, string? TrackingId)> SubmitCampaignsAsync(
        DownloadParameters parameters, long account, CallOptions options, CancellationToken cancellationToken)
    {
        var response = await client.DownloadCampaignsByCampaignIdsAsync(
            new()
            {
                Campaigns = [.. parameters.CampaignIds!.Select(id => new CampaignScope { CampaignId = id, ParentAccountId = account })],
                CompressionType = parameters.CompressionType,
                DataScope = parameters.DataScope,
                DownloadEntities = [.. parameters.DownloadEntities],
                DownloadFileType = FileType(parameters),
                FormatVersion = FormatVersion,
                LastSyncTimeInUTC = Utc(parameters.LastSyncTimeInUTC),
            },
            options,
            cancellationToken).ConfigureAwait(false);
        return (response.DownloadRequestId, response.TrackingId);
    }

    private static DownloadFileType FileType(DownloadParameters parameters) => parameters.FileType == BulkFileLayout.Tsv ? DownloadFileType.Tsv : DownloadFileType.Csv;

    // The file's own times, which the next download is made with, have no zone; the call's have.
    private static DateTime? Utc(DateTime? time) => time is { } given ? DateTime.SpecifyKind(given, DateTimeKind.Utc) : null;
}
