using BingAds.Errors;
using BingAds.Jobs;
using BingAds.V13.Reporting;

namespace BingAds.Reporting.Download;

/// <summary>Reports at the service: looked at, waited for, and the way to their files.</summary>
internal sealed partial class ReportJobs : IDisposable
{
    // A store may give a report that is of no use any more, and then again one that another process put there.
    private const int MaxReused = 3;

    private readonly ReportingClient _client;
    private readonly ReportingServiceManagerOptions _settings;
    private readonly IReportJobStore _store;
    private readonly FileTransfer _transfer;
    private readonly RunningReports _running;
    private readonly ReportGate _gate;

    public ReportJobs(ReportingClient client, ReportingServiceManagerOptions settings)
    {
        _client = client;
        _settings = settings;
        _store = settings.Jobs ?? new MemoryReportJobStore(client.Pipeline.Options.TimeProvider);
        _transfer = new FileTransfer(client.Pipeline.Sender, ServiceName.Reporting);
        _gate = new ReportGate(client.Pipeline.Options);
        _running = new RunningReports(settings.MaxReportsAtOnce, Options.TimeProvider, settings.StatusPollInterval, settings.RequestLifetime, HasEndedAsync);
    }

    public ServiceClientOptions Options => _client.Pipeline.Options;

    public AskedReport Ask(ReportingDownloadParameters parameters) => AskedReport.Of(parameters, _client.AuthorizationData, Options.TimeProvider);

    /// <summary>A time limit, and the way to go on in its error.</summary>
    public JobDeadline Deadline(TimeSpan? timeout) => new(timeout, "Waiting for the report", ServiceName.Reporting, Options.TimeProvider);

    /// <summary>Waits for a place without anything else.</summary>
    public Task<IDisposable> EnterAsync(AskedReport asked, CancellationToken cancellationToken) => _running.EnterAsync(asked.Queue, cancellationToken);

    /// <summary>From the request to a report that is made.</summary>
    /// <param name="asked">What is asked for.</param>
    /// <param name="place">The place that it has got; null to wait for one.</param>
    /// <param name="progress">Told of how far it is.</param>
    /// <param name="cancellationToken">Gives up; what was submitted goes on at the service.</param>
    /// <exception cref="ReportFailedException">The service gave it up.</exception>
    public async Task<MadeReport> MakeAsync(AskedReport asked, IDisposable? place, IProgress<ReportingOperationProgressInfo>? progress, CancellationToken cancellationToken)
    {
        for (var reused = 1; ; reused++)
        {
            if (place is null)
            {
                progress?.Report(new ReportingOperationProgressInfo(ReportingStage.Waiting));
            }

            var operation = await SubmitAsync(asked, place, cancellationToken).ConfigureAwait(false);
            place = null;
            asked.Parameters.Submitted?.Invoke(operation);
            var mayBeGone = operation.IsReused && reused < MaxReused;
            try
            {
                var status = await TrackAsync(operation, progress, cancellationToken).ConfigureAwait(false);
                if (status.IsSuccess || !mayBeGone)
                {
                    ThrowIfFailed(operation, status);
                    return new MadeReport(operation, status);
                }
            }
            catch (ApiException failure) when (mayBeGone && IsUnknown(failure))
            {
                // The store has forgotten it meanwhile.
            }
        }
    }

    /// <summary>One look.</summary>
    public async Task<ReportingDownloadStatus> GetStatusAsync(ReportingDownloadOperation operation, CancellationToken cancellationToken)
    {
        Check(operation);
        ReportingDownloadStatus status;
        try
        {
            status = ReportingDownloadStatus.Of(
                await _client.PollGenerateReportAsync(new() { ReportRequestId = operation.RequestId }, operation.CallOptions, cancellationToken).ConfigureAwait(false));
        }
        catch (ApiException failure) when (IsUnknown(failure))
        {
            await EndedAsync(operation, isGone: true).ConfigureAwait(false);
            throw;
        }

        if (status.IsFinal)
        {
            await EndedAsync(operation, isGone: !status.IsSuccess).ConfigureAwait(false);
        }

        return status;
    }

    /// <summary>Looks until nothing more will happen.</summary>
    public async Task<ReportingDownloadStatus> TrackAsync(
        ReportingDownloadOperation operation, IProgress<ReportingOperationProgressInfo>? progress, CancellationToken cancellationToken)
    {
        Check(operation);
        using var watch = _running.Watch(operation.RequestId);
        return await JobPoller.WaitAsync(
            token => GetStatusAsync(operation, token),
            status =>
            {
                progress?.Report(new ReportingOperationProgressInfo(status.IsSuccess ? ReportingStage.Made : ReportingStage.Running) { Operation = operation });
                return status.IsFinal;
            },
            new PollSchedule(Options.TimeProvider, interval: _settings.StatusPollInterval),
            Options,
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The packed bytes of a report that is made and has a file.</summary>
    public ResumingStream Open(MadeReport made, IProgress<ReportingOperationProgressInfo>? progress) => new(
        _transfer,
        Options,
        AddressOf(made.Operation, made.Status),
        async token => AddressOf(made.Operation, await GetStatusAsync(made.Operation, token).ConfigureAwait(false)))
    {
        SavedOperation = made.Operation.ToString(),
        Progress = progress is null ? null : (bytes, total) => progress.Report(
            new ReportingOperationProgressInfo(ReportingStage.Receiving) { Operation = made.Operation, BytesReceived = bytes, BytesTotal = total }),
    };

    /// <summary>A reader over the wire: nothing is asked for before its first row is.</summary>
    public ReportFileReader Read(MadeReport made, ReportFileReaderOptions? options, IProgress<ReportingOperationProgressInfo>? progress)
    {
        var operation = made.Operation;
        return made.Status.IsEmpty
            ? ReportFileReader.OfEmpty(operation, options)
            : new ReportFileReader(Open(made, progress), ReadingOf(operation, options)) { Damaged = () => TryForgetAsync(operation) };
    }

    /// <summary>Has the store forget a report, so that the same request is submitted anew.</summary>
    public async ValueTask ForgetAsync(ReportingDownloadOperation operation)
    {
        if (operation.RequestKey is not { Length: > 0 } key)
        {
            return;
        }

        var held = await _store.LockAsync(key, CancellationToken.None).ConfigureAwait(false);
        await using (held.ConfigureAwait(false))
        {
            // There may be another one by now.
            if (held.Entry?.Operation?.RequestId == operation.RequestId)
            {
                await held.RemoveAsync(CancellationToken.None).ConfigureAwait(false);
            }
        }
    }

    /// <exception cref="ArgumentException">The operation is of another environment than this manager.</exception>
    public void Check(ReportingDownloadOperation operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        if (operation.Environment != Options.Environment)
        {
            throw new ArgumentException($"The report was made in {operation.Environment}; this manager works in {Options.Environment}.", nameof(operation));
        }
    }

    /// <exception cref="ReportFailedException">It did not end well.</exception>
    public static void ThrowIfFailed(ReportingDownloadOperation operation, ReportingDownloadStatus status)
    {
        if (!status.IsSuccess)
        {
            throw new ReportFailedException($"The service gave up the report '{operation.ReportName ?? operation.ReportType ?? operation.RequestId}' ({status.RequestStatus}).")
            {
                RequestId = operation.RequestId,
                RequestStatus = status.RequestStatus,
                ReportName = operation.ReportName,
                SubmittedAt = operation.SubmittedAt,
                TrackingId = status.TrackingId,
                SavedOperation = operation.ToString(),
            };
        }
    }

    /// <summary>Whether a failure shows that the file of a report is damaged or gone, so that another look at the same report would find the same.</summary>
    public static bool IsSpoiled(Exception? failure) => failure switch
    {
        // A limit of the options is the caller's, and another report of the same request would meet it too.
        FileFormatException format => format.Fault is not (FileFault.TooLarge or FileFault.ExpandsTooMuch or FileFault.RowTooLong or FileFault.TooManyEntries),
        FileDownloadException { InnerException: FileFormatException format } => IsSpoiled(format),
        FileDownloadException { Operation: FileTransfer.Operation, HttpStatus: 403 or 404 or 410 } => true,
        _ => false,
    };

    public void Dispose() => _running.Dispose();

    private static bool IsUnknown(ApiException failure) => failure.Has(ErrorCodes.ReportingInvalidReportId) || failure.Has(ErrorCodes.ReportingReportNotFound);

    private static Uri AddressOf(ReportingDownloadOperation operation, ReportingDownloadStatus status)
    {
        ThrowIfFailed(operation, status);
        return status.ResultAddress
            ?? throw new FileDownloadException("The report is made, but the service names no file that can be fetched") { SavedOperation = operation.ToString(), TrackingId = status.TrackingId };
    }

    // What the request says about its file. The caller's own options win.
    private static ReportFileReaderOptions ReadingOf(ReportingDownloadOperation operation, ReportFileReaderOptions? given)
    {
        var options = (given ?? new()).Copy();
        options.FileName ??= operation.ReportName ?? operation.ReportType;
        if (operation.Columns.Count == 0)
        {
            return options; // Made by hand, so that nothing of it is known.
        }

        options.Format ??= operation.Format;
        options.HasHeader ??= !operation.ExcludesHeader;
        options.HasColumnHeaders ??= !operation.ExcludesColumnHeaders;
        if (options.HasColumnHeaders == false)
        {
            options.Columns ??= operation.Columns;
        }

        // With a header the number of rows tells the end, and the footer is not needed for that.
        options.HasFooter ??= operation.ExcludesFooter ? false : operation.ExcludesHeader ? true : null;
        options.Aggregation ??= operation.Aggregation is { } aggregation ? new ReportAggregation(aggregation) : default(ReportAggregation?);
        return options;
    }

    private async Task<bool> HasEndedAsync(ReportingDownloadOperation operation, CancellationToken cancellationToken)
    {
        try
        {
            return (await GetStatusAsync(operation, cancellationToken).ConfigureAwait(false)).IsFinal;
        }
        catch (ApiException failure) when (IsUnknown(failure))
        {
            return true;
        }
    }

    private async ValueTask EndedAsync(ReportingDownloadOperation operation, bool isGone)
    {
        _running.Ended(operation.RequestId);
        _gate.RoomMade();
        if (isGone)
        {
            await TryForgetAsync(operation).ConfigureAwait(false);
        }
    }

    // What happened to the report says more than that the store is in trouble, which the next submission says anyway.
    private async ValueTask TryForgetAsync(ReportingDownloadOperation operation)
    {
        try
        {
            await ForgetAsync(operation).ConfigureAwait(false);
        }
        catch (ReportJobStoreException)
        {
        }
    }
}
