using BingAds.Errors;
using BingAds.Files;
using BingAds.Jobs;

namespace BingAds.Bulk.Upload;

/// <summary>One upload of a file: as it is where it keeps within the limits, and row by row in parts where it does not.</summary>
internal sealed class FileUpload(UploadJobs jobs, FileUploadParameters parameters, UploadOrder order, UploadCallbacks callbacks)
{
    private readonly string _path = parameters.UploadFilePath!;

    public async Task<BulkFileUploadResult> RunAsync(CancellationToken cancellationToken)
    {
        var result = parameters.ResultPath();
        if (!parameters.OverwriteResultFile && File.Exists(result))
        {
            throw new IOException($"There is a file '{result}' already; allow it to be overwritten, or choose another name.");
        }

        return await IsWithinLimitsAsync(cancellationToken).ConfigureAwait(false)
            ? await SendWholeAsync(result, cancellationToken).ConfigureAwait(false)
            : await SendPartsAsync(result, cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> IsWithinLimitsAsync(CancellationToken cancellationToken)
    {
        var length = new FileInfo(_path).Length;
        if (length > parameters.MaxFileBytes)
        {
            return false;
        }

        // A row has two bytes at least, and deflate packs a thousand bytes into one at best.
        var isPacked = Path.GetExtension(_path).Equals(".zip", StringComparison.OrdinalIgnoreCase);
        return (isPacked ? length * 516 : length / 2) <= parameters.MaxRowsPerFile
            || await FileRows.CountAsync(_path, parameters.MaxRowsPerFile, cancellationToken).ConfigureAwait(false) <= parameters.MaxRowsPerFile;
    }

    private async Task<BulkFileUploadResult> SendWholeAsync(string result, CancellationToken cancellationToken)
    {
        var body = FileBody.OfFile(_path, parameters.CompressUploadFile, jobs.Options.TimeProvider);
        using var slot = await jobs.Slots.TakeAsync(order.CustomerId, cancellationToken).ConfigureAwait(false);
        var operation = await callbacks.WithinDeadlineAsync(token => jobs.Sender.SendAsync(body, order, token), null, cancellationToken).ConfigureAwait(false);
        callbacks.Sent(operation);
        var status = await callbacks.WithinDeadlineAsync(token => jobs.TrackAsync(operation, callbacks.Progress, token), operation, cancellationToken).ConfigureAwait(false);
        if (!status.IsSuccess)
        {
            throw new FileUploadException(
                $"The upload ended as {status.RequestStatus}",
                ApiException.Create(new ApiFailure { Operation = "GetBulkUploadStatus", Service = ServiceName.Bulk, TrackingId = status.TrackingId, Errors = status.Errors }))
            {
                MayHaveArrived = true, SavedOperation = operation.ToString(),
            };
        }

        if (status.HasResult || !status.Is(BulkUploadStatus.Completed))
        {
            await FetchAsync(operation, status, result, cancellationToken).ConfigureAwait(false);
        }

        return new BulkFileUploadResult(result, !status.Is(BulkUploadStatus.Completed), [operation]);
    }

    private async Task FetchAsync(BulkUploadOperation operation, BulkUploadStatus status, string result, CancellationToken cancellationToken)
    {
        var packed = jobs.OpenResult(
            operation, status, (bytes, total) => callbacks.Progress?.Report(new BulkOperationProgressInfo(100) { BytesReceived = bytes, BytesTotal = total }));
        await using (packed.ConfigureAwait(false))
        {
            Stream content = packed;
            if (!Path.GetExtension(result).Equals(".zip", StringComparison.OrdinalIgnoreCase))
            {
                content = await FileContent.OpenAsync(packed, new ContentOptions { FileName = "upload result" }, cancellationToken).ConfigureAwait(false);
            }

            await FileOfDownload.WriteAsync(content, result, parameters.OverwriteResultFile, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<BulkFileUploadResult> SendPartsAsync(string result, CancellationToken cancellationToken)
    {
        var format = new UploadFormat(order.Layout, parameters.CompressUploadFile);
        var settings = new UploadSettings(format, parameters.MaxRowsPerFile, parameters.MaxFileBytes, jobs.Options.TimeProvider);
        var source = new StreamUploadSource(FileRows.ReadAsync(_path, cancellationToken), keepsInputs: true);
        var columns = await ColumnsAsync(cancellationToken).ConfigureAwait(false);
        var operations = new List<BulkUploadOperation>();
        var (hasErrors, unknown) = (false, 0L);
        var writer = BulkFileWriter.Create(result, new() { UnknownColumns = columns, Layout = order.Layout });
        await using var closingWriter = writer.ConfigureAwait(false);
        await foreach (var item in new EntityUpload(jobs, order, settings, callbacks, source, columns).RunAsync(cancellationToken).ConfigureAwait(false))
        {
            hasErrors |= item.Outcome == BulkUploadOutcome.Failed;
            unknown += item.Outcome == BulkUploadOutcome.Unknown ? 1 : 0;
            if (item.Operation is { } operation && !operations.Contains(operation))
            {
                operations.Add(operation);
            }

            if (item.Result is not null)
            {
                await writer.WriteAsync(item.Result, cancellationToken).ConfigureAwait(false);
            }
        }

        await writer.CompleteAsync(cancellationToken).ConfigureAwait(false);
        return unknown == 0 ? new BulkFileUploadResult(result, hasErrors, operations) : throw new FileUploadException(
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"It is not known what became of {unknown} rows; the result has the others"))
        {
            MayHaveArrived = true, SavedOperation = operations.Count > 0 ? operations[^1].ToString() : null,
        };
    }

    private async Task<IReadOnlyList<string>> ColumnsAsync(CancellationToken cancellationToken)
    {
        var reader = BulkFileReader.Open(_path);
        await using var closingReader = reader.ConfigureAwait(false);
        return (await reader.ReadHeaderAsync(cancellationToken).ConfigureAwait(false)).UnknownNames;
    }
}
