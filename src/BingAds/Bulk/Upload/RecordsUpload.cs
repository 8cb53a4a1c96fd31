using BingAds.Errors;
using BingAds.Files;
using BingAds.V13.Bulk;

namespace BingAds.Bulk.Upload;

/// <summary>A few entities in one call, without a file.</summary>
internal sealed class RecordsUpload(UploadJobs jobs, UploadOrder order, UploadCallbacks callbacks, IReadOnlyList<BulkEntity> entities)
{
    private readonly UploadPart _part = new(0);
    private readonly ReferenceBook _book = new();

    /// <summary>An item for each input; null if the service wants a file.</summary>
    public async Task<List<BulkUploadItem>?> RunAsync(CancellationToken cancellationToken)
    {
        var request = new UploadEntityRecordsRequest { AccountId = order.AccountId, ResponseMode = order.ResponseMode, EntityRecords = Make(cancellationToken) };
        UploadEntityRecordsResponse response;
        try
        {
            response = await callbacks.WithinDeadlineAsync(
                token => jobs.Client.UploadEntityRecordsAsync(request, order.CallOptions, token).AsTask(), null, cancellationToken).ConfigureAwait(false);
        }
        catch (ApiException exception) when (IsNotOffered(exception))
        {
            jobs.IsFileNeeded = true;
            return null;
        }
        catch (SdkException exception) when (!SurelyNotDone(exception))
        {
            return [.. Matcher(null, false).Finish(new RestOfPart(BulkUploadOutcome.Unknown, $"No answer came: {ErrorText.OneLine(exception.Message)}", false) { Errors = exception.Errors })];
        }

        return await ReadAsync(response, cancellationToken).ConfigureAwait(false);
    }

    private async Task<List<BulkUploadItem>> ReadAsync(UploadEntityRecordsResponse response, CancellationToken cancellationToken)
    {
        var items = new List<BulkUploadItem>();
        var status = new BulkUploadStatus(response.RequestStatus ?? "", 100, BulkUploadStatus.Of(response.Errors), response.TrackingId, null);
        BulkUploadOperation? operation = null;
        if (response.RequestId is { Length: > 0 } id)
        {
            operation = order.Operation(id, response.TrackingId, _part.RowCount, jobs.Options);
            callbacks.Sent(operation);
        }

        try
        {
            ResultMatcher matcher;
            RestOfPart rest;
            if (operation is not null && !status.IsFinal)
            {
                status = await callbacks.WithinDeadlineAsync(token => jobs.TrackAsync(operation, callbacks.Progress, token), operation, cancellationToken).ConfigureAwait(false);
                matcher = Matcher(operation, status.IsSuccess);
                await ReadAllAsync(jobs.ReadResultAsync(operation, status, cancellationToken), matcher, items).ConfigureAwait(false);
            }
            else
            {
                // Rows came, so the call was done, whatever the status is called.
                matcher = Matcher(operation, status.IsSuccess || response.EntityRecords.Count > 0);
                await ReadAllAsync(ReadRowsAsync(response.EntityRecords, cancellationToken), matcher, items).ConfigureAwait(false);
            }

            rest = ResultRules.Rest(status, order.HasErrorsOnly);
            items.AddRange(matcher.Finish(rest));
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && exception is SdkException or IOException)
        {
            items.AddRange(Matcher(operation, status.IsSuccess).Finish(ResultRules.WithoutResult(status, exception)));
        }

        return items;
    }

    private static async Task ReadAllAsync(IAsyncEnumerable<BulkEntity> entities, ResultMatcher matcher, List<BulkUploadItem> items)
    {
        await foreach (var entity in entities.ConfigureAwait(false))
        {
            if (matcher.Take(entity) is { } item)
            {
                items.Add(item);
            }
        }
    }

    private static async IAsyncEnumerable<BulkEntity> ReadRowsAsync(
        List<string> rows, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
        {
            yield break;
        }

        var text = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(string.Join("\r\n", rows)));
        await using var reader = new BulkFileReader(text, new() { Layout = BulkFileLayout.Csv, Scope = BulkResultScope.Upload, FileName = "the answer" });
        await foreach (var entity in reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return entity;
        }
    }

    /// <summary>The header, the format version, and a text for each entity with all its rows.</summary>
    private List<string> Make(CancellationToken cancellationToken)
    {
        var extra = new Dictionary<string, int>(StringComparer.Ordinal);
        var rows = new List<BulkRowBatch>(entities.Count);
        for (var i = 0; i < entities.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var entity = ListUploadSource.Checked(entities[i], i);
            var batch = new BulkRowBatch();
            entity.WriteTo(batch, excludeReadOnly: true);
            string? own = null;
            for (var row = 0; row < batch.Count; row++)
            {
                own = ClientIdMark.Put(batch[row], i) ?? own;
                foreach (var (name, _) in batch[row].UnknownCells)
                {
                    if (name.Length > 0)
                    {
                        extra.TryAdd(name, BulkColumns.Count + extra.Count);
                    }
                }
            }

            _part.Add(new UploadEntry(i, entity, entity.RecordType, own, 0, batch.Count));
            rows.Add(batch);
        }

        using var text = new MemoryStream();
        using var writer = new DelimitedWriter(text, BulkColumns.Count + extra.Count, new() { ByteOrderMark = false });
        writer.Header([.. BulkColumnNames.All, .. extra.Keys]);
        var records = new List<string> { Cut(text, writer) };
        writer.Set(BulkColumns.Type, "Format Version");
        writer.Set(BulkColumns.Name, "6.0");
        writer.EndRowInBuffer();
        records.Add(Cut(text, writer));
        foreach (var batch in rows)
        {
            for (var row = 0; row < batch.Count; row++)
            {
                UploadRowsWriter.Write(batch[row], writer, extra);
            }

            records.Add(Cut(text, writer));
        }

        return records;
    }

    private static string Cut(MemoryStream text, DelimitedWriter writer)
    {
        writer.Flush();
        var cut = System.Text.Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length);
        text.SetLength(0);
        return cut;
    }

    private ResultMatcher Matcher(BulkUploadOperation? operation, bool isSuccess) => new(_part, operation, _book, isSuccess);

    private static bool IsNotOffered(ApiException exception) =>
        exception.Errors.Any(static e => e.Code == 204 || e.Name == "OperationNotSupported")
        || (exception.Errors.Count == 0 && exception.HttpStatus is 404 or 405 or 501);

    private static bool SurelyNotDone(SdkException exception) => exception switch
    {
        // A fault is an answer: the call was refused as a whole, but for those with which a service breaks down.
        ApiException api => api.HttpStatus is >= 400 and < 500 and not 408 || (api.Errors.Count > 0 && api.Category != ErrorCategory.Service),
        TransportException transport => transport.SurelyNotSent,
        OAuthTokenRequestException => true,
        _ => false,
    };
}
