using System.Runtime.CompilerServices;
using System.Threading.Channels;
using BingAds.Errors;

namespace BingAds.Bulk.Upload;

/// <summary>
/// One upload of entities: files go out one after the other, and while the service works on them the next is made. A file whose rows need what an earlier one
/// makes waits for that one's result. Each input has one item in the end; if some were not sent, an exception follows the items.
/// </summary>
internal sealed class EntityUpload
{
    private const int ItemsHeld = 1024;

    private readonly UploadJobs _jobs;
    private readonly UploadOrder _order;
    private readonly UploadSettings _settings;
    private readonly UploadCallbacks _callbacks;
    private readonly IUploadSource _source;
    private readonly ReferenceBook _book = new();
    private readonly List<UploadPart> _parts = [];
    private readonly UploadFeed _feed;
    private readonly Channel<BulkUploadItem> _items = Channel.CreateBounded<BulkUploadItem>(new BoundedChannelOptions(ItemsHeld) { SingleReader = true });

    public EntityUpload(
        UploadJobs jobs, UploadOrder order, UploadSettings settings, UploadCallbacks callbacks, IUploadSource source, IEnumerable<string> columns)
    {
        _jobs = jobs;
        _order = order;
        _settings = settings;
        _callbacks = callbacks;
        _source = source;
        _feed = new UploadFeed(source, _book, PartOf, columns);
    }

    public async IAsyncEnumerable<BulkUploadItem> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Whoever stops taking items stops the upload.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var work = Task.Run(() => WorkAsync(stop.Token), CancellationToken.None);
        try
        {
            await foreach (var item in _items.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return item;
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await work.ConfigureAwait(false);
            await _source.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task WorkAsync(CancellationToken cancellationToken)
    {
        var tracking = new List<Task>();
        try
        {
            Exception? failure = null;
            try
            {
                await SendAllAsync(tracking, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                failure = exception;
            }

            // What was sent has its results, whatever stopped the rest.
            await Task.WhenAll(tracking).ConfigureAwait(false);
            if (failure is not null)
            {
                await TellNotSentAsync(failure, cancellationToken).ConfigureAwait(false);
            }

            _items.Writer.Complete(failure);
        }
        catch (Exception exception)
        {
            _items.Writer.TryComplete(exception);
        }
    }

    private async Task SendAllAsync(List<Task> tracking, CancellationToken cancellationToken)
    {
        while (await StartPartAsync(cancellationToken).ConfigureAwait(false) is { } part)
        {
            var slot = await _jobs.Slots.TakeAsync(_order.CustomerId, cancellationToken).ConfigureAwait(false);
            try
            {
                if (await SendAsync(part, cancellationToken).ConfigureAwait(false) is { } operation)
                {
                    tracking.Add(TrackAsync(part, operation, slot, cancellationToken));
                    slot = null;
                }
            }
            finally
            {
                slot?.Dispose();
            }
        }
    }

    /// <summary>A part for the next input, when that may go; null at the end.</summary>
    private async ValueTask<UploadPart?> StartPartAsync(CancellationToken cancellationToken)
    {
        var part = new UploadPart(_parts.Count);
        while (true)
        {
            var isReady = await _feed.PeekAsync(part, cancellationToken).ConfigureAwait(false);
            await TellUnsendableAsync(cancellationToken).ConfigureAwait(false);
            if (isReady)
            {
                _callbacks.ThrowIfTimedOut();
                lock (_parts)
                {
                    _parts.Add(part);
                }

                return part;
            }

            if (_feed.WaitsFor is not { } earlier)
            {
                return null;
            }

            await earlier.Done.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Sends a part; null if nobody knows whether it arrived and no more is to come, so that all is told.</summary>
    private async Task<BulkUploadOperation?> SendAsync(UploadPart part, CancellationToken cancellationToken)
    {
        var body = new PartBody(_feed, part, _settings);
        try
        {
            var operation = await _callbacks.WithinDeadlineAsync(token => _jobs.Sender.SendAsync(body, _order, token), null, cancellationToken).ConfigureAwait(false);
            await TellUnsendableAsync(cancellationToken).ConfigureAwait(false);
            _callbacks.Sent(operation);
            return operation;
        }
        catch (FileUploadException exception) when (exception.MayHaveArrived)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var operation = BulkUploadOperation.Parse(exception.SavedOperation!);
            _callbacks.Sent(operation);
            await TellRestAsync(part, operation, new RestOfPart(BulkUploadOutcome.Unknown, exception.Message, false), cancellationToken).ConfigureAwait(false);
            if (!await _feed.PeekAsync(part, cancellationToken).ConfigureAwait(false) && _feed.WaitsFor is null)
            {
                return null;
            }

            throw;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            await TellRestAsync(part, null, NotSent(exception), cancellationToken).ConfigureAwait(false);
            throw;
        }
    }

    private async Task TrackAsync(UploadPart part, BulkUploadOperation operation, IDisposable slot, CancellationToken cancellationToken)
    {
        using (slot)
        {
            ResultMatcher? matcher = null;
            RestOfPart rest;
            try
            {
                var status = await _callbacks.WithinDeadlineAsync(token => _jobs.TrackAsync(operation, _callbacks.Progress, token), operation, cancellationToken).ConfigureAwait(false);
                matcher = new ResultMatcher(part, operation, _book, status.IsSuccess);
                rest = await ReadResultAsync(matcher, operation, status, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested && exception is SdkException or EntityReadException or FileFormatException or IOException)
            {
                rest = new RestOfPart(BulkUploadOutcome.Unknown, $"The result is not known: {exception.Message}", false);
            }

            await TellAsync((matcher ?? new ResultMatcher(part, operation, _book, false)).Finish(rest), cancellationToken).ConfigureAwait(false);
            part.Close();
        }
    }

    /// <summary>Reads the result and says what holds for inputs that it does not speak of.</summary>
    private async Task<RestOfPart> ReadResultAsync(ResultMatcher matcher, BulkUploadOperation operation, BulkUploadStatus status, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var entity in _jobs.ReadResultAsync(operation, status, cancellationToken).ConfigureAwait(false))
            {
                if (matcher.Take(entity) is { } item)
                {
                    await _items.Writer.WriteAsync(item, cancellationToken).ConfigureAwait(false);
                }
            }

            return ResultRules.Rest(status, operation.HasErrorsOnly);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && exception is SdkException or IOException)
        {
            return ResultRules.WithoutResult(status, exception);
        }
    }

    private async Task TellNotSentAsync(Exception failure, CancellationToken cancellationToken)
    {
        await TellUnsendableAsync(cancellationToken).ConfigureAwait(false);
        var rest = NotSent(failure);
        for (var input = _feed.Drop(); input is not null; input = _source.IsList ? await _source.NextAsync(cancellationToken).ConfigureAwait(false) : null)
        {
            var item = new BulkUploadItem(input.Value.Index, input.Value.Entity.RecordType, rest.Outcome)
            {
                Input = _source.KeepsInputs ? input.Value.Entity : null,
                ClientId = (input.Value.Entity as SingleRecordBulkEntity)?.ClientId,
                Reason = rest.Reason,
                Errors = rest.Errors,
            };
            await _items.Writer.WriteAsync(item, cancellationToken).ConfigureAwait(false);
        }
    }

    private ValueTask TellUnsendableAsync(CancellationToken cancellationToken) => TellAsync(_feed.TakeUnsendable(), cancellationToken);

    private async ValueTask TellRestAsync(UploadPart part, BulkUploadOperation? operation, RestOfPart rest, CancellationToken cancellationToken)
    {
        await TellAsync(new ResultMatcher(part, operation, _book, false).Finish(rest), cancellationToken).ConfigureAwait(false);
        part.Close();
    }

    private async ValueTask TellAsync(IEnumerable<BulkUploadItem> items, CancellationToken cancellationToken)
    {
        foreach (var item in items)
        {
            await _items.Writer.WriteAsync(item, cancellationToken).ConfigureAwait(false);
        }
    }

    private static RestOfPart NotSent(Exception exception) => new(BulkUploadOutcome.Failed, $"Not sent: {ErrorText.OneLine(exception.Message)}", false)
    {
        Errors = exception is SdkException known ? known.Errors : [],
    };

    private UploadPart PartOf(int number)
    {
        lock (_parts)
        {
            return _parts[number];
        }
    }
}
