using BingAds.Errors;

namespace BingAds.Reporting.Download;

internal sealed partial class ReportJobs
{
    // Refusals other than for running reports: each has waited already as long as a call may.
    private const int MaxRefusals = 8;

    // How long who gives up waits for the answer of a submission that is on its way.
    private static readonly TimeSpan s_answer = TimeSpan.FromSeconds(5);

    /// <summary>The report of a request: the one that was submitted before while it lives, else a new one.</summary>
    /// <remarks>
    /// The order is always: a place, the gate, the lock of the request; a place is never waited for with a lock in hand, so nobody waits in a circle. No lock is held during a pause.
    /// </remarks>
    public async Task<ReportingDownloadOperation> SubmitAsync(AskedReport asked, IDisposable? place, CancellationToken cancellationToken)
    {
        // Given back at the end, unless a report has got it.
        using var hand = new PlaceInHand(place ?? await _running.EnterAsync(asked.Queue, cancellationToken).ConfigureAwait(false));
        for (var refusals = 1; ;)
        {
            // A report that is there already needs nothing of a service that refuses new ones.
            if (_gate.IsClosed && await FindAsync(asked, cancellationToken).ConfigureAwait(false) is { } found)
            {
                return Take(asked, found, hand);
            }

            using var pass = await _gate.EnterAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                var operation = await SubmitOnceAsync(asked, hand, cancellationToken).ConfigureAwait(false);
                if (!operation.IsReused)
                {
                    pass.Accepted();
                }

                return operation;
            }
            catch (ThrottledException refusal) when (refusal.Has(ErrorCodes.ConcurrentRequestOverLimit) || (refusals++ <= MaxRefusals && RetryAdvice.For(refusal, isIdempotent: false).Retry))
            {
                pass.Refused(refusal);
            }
        }
    }

    /// <summary>The same, and one that was there already is looked at once, so that none is given that the service does not know any more.</summary>
    public async Task<ReportingDownloadOperation> SubmitLivingAsync(AskedReport asked, CancellationToken cancellationToken)
    {
        for (var reused = 1; ; reused++)
        {
            var operation = await SubmitAsync(asked, null, cancellationToken).ConfigureAwait(false);
            if (!operation.IsReused || reused == MaxReused || await IsAliveAsync(operation, cancellationToken).ConfigureAwait(false))
            {
                return operation;
            }
        }
    }

    private ReportingDownloadOperation Take(AskedReport asked, ReportingDownloadOperation operation, PlaceInHand hand)
    {
        asked.Operation = operation;
        if (hand.Take() is { } place)
        {
            _running.Add(operation, place);
        }

        return operation;
    }

    private async Task<ReportingDownloadOperation?> FindAsync(AskedReport asked, CancellationToken cancellationToken)
    {
        var now = Options.TimeProvider.GetUtcNow();
        var key = ReportJobKey.Of(asked, Options, now);
        var held = await _store.LockAsync(key, cancellationToken).ConfigureAwait(false);
        await using (held.ConfigureAwait(false))
        {
            return await FindAsync(asked, key, held.Entry, now, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<ReportingDownloadOperation> SubmitOnceAsync(AskedReport asked, PlaceInHand hand, CancellationToken cancellationToken)
    {
        // Of now and not of the call: midnight may have passed in a queue.
        var now = Options.TimeProvider.GetUtcNow();
        var key = ReportJobKey.Of(asked, Options, now);
        IReportJobLock? held = await _store.LockAsync(key, cancellationToken).ConfigureAwait(false);
        try
        {
            if (await FindAsync(asked, key, held.Entry, now, cancellationToken).ConfigureAwait(false) is { } found)
            {
                return Take(asked, found, hand);
            }

            cancellationToken.ThrowIfCancellationRequested();
            var sending = SendAsync(asked, hand, key, held);
            held = null;
            return await AnswerAsync(sending, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            if (held is not null)
            {
                await held.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    /// <summary>Submits, under nobody's token: an answer that nobody waits for any more is kept all the same, or the report would be made twice.</summary>
    private async Task<ReportingDownloadOperation> SendAsync(AskedReport asked, PlaceInHand hand, string key, IReportJobLock held)
    {
        await using var closing = held.ConfigureAwait(false);
        var begun = Options.TimeProvider.GetUtcNow();

        // It also opens the way on which the id goes a moment later: between the service's answer and that write there is nothing left to load or to open.
        await held.WriteAsync(new ReportJobEntry { BegunAt = begun }, CancellationToken.None).ConfigureAwait(false);
        ReportingDownloadOperation operation;
        try
        {
            var response = await _client.SubmitGenerateReportAsync(new() { ReportRequest = asked.Request }, asked.CallOptions, CancellationToken.None).ConfigureAwait(false);
            operation = asked.Taken(
                response.ReportRequestId is { Length: > 0 } id ? id : throw new BrokenResponseException("The service took the report and named no request id.") { TrackingId = response.TrackingId },
                response.TrackingId,
                key,
                Options.Environment,
                Options.TimeProvider.GetUtcNow());
        }
        catch (SdkException failure) when (SurelyDidNothing(failure))
        {
            await held.RemoveAsync(CancellationToken.None).ConfigureAwait(false);
            throw;
        }

        try
        {
            await held.WriteAsync(new ReportJobEntry { BegunAt = begun, Operation = operation }, CancellationToken.None).ConfigureAwait(false);
        }
        catch (ReportJobStoreException failure)
        {
            throw new ReportJobStoreException($"The service took the report, and the store could not keep it. {failure.Message}", failure.IsTransient, failure) { SavedOperation = operation.ToString() };
        }

        return Take(asked, operation, hand);
    }

    private async Task<ReportingDownloadOperation> AnswerAsync(Task<ReportingDownloadOperation> sending, CancellationToken cancellationToken)
    {
        try
        {
            return await sending.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!sending.IsCompleted)
        {
            // A process that ends now would lose the id. Some seconds are enough for nearly every answer.
            await Task.WhenAny(sending, Task.Delay(s_answer, Options.TimeProvider, CancellationToken.None)).ConfigureAwait(false);
            _ = sending.ContinueWith(static t => t.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            throw;
        }
    }

    /// <summary>The report of an entry, if it may be taken.</summary>
    private async Task<ReportingDownloadOperation?> FindAsync(AskedReport asked, string key, ReportJobEntry? entry, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (entry?.Operation is not { } saved || saved.RequestKey != key || saved.Environment != Options.Environment || asked.Parameters.MaxAge == TimeSpan.Zero)
        {
            return null;
        }

        var submitted = saved.SubmittedAt ?? entry.BegunAt;
        var age = now - submitted;
        if (age >= _settings.RequestLifetime || age < -_settings.RequestLifetime)
        {
            return null;
        }

        var limit = asked.Parameters.MaxAge ?? (ReportAge.IsOpen(asked.Request, submitted) ? _settings.OpenPeriodMaxAge : null);

        // One that is still being made is as good as a new one, however slow the service is: else slow reports would be begun again and again.
        return age <= (limit ?? age) || await IsRunningAsync(saved, cancellationToken).ConfigureAwait(false) ? saved with { IsReused = true } : null;
    }

    // Without forgetting: the lock of the entry is held.
    private async Task<bool> IsRunningAsync(ReportingDownloadOperation operation, CancellationToken cancellationToken)
    {
        try
        {
            var response = await _client.PollGenerateReportAsync(new() { ReportRequestId = operation.RequestId }, operation.CallOptions, cancellationToken).ConfigureAwait(false);
            return !ReportingDownloadStatus.Of(response).IsFinal;
        }
        catch (ApiException failure) when (IsUnknown(failure))
        {
            return false;
        }
    }

    private async Task<bool> IsAliveAsync(ReportingDownloadOperation operation, CancellationToken cancellationToken)
    {
        try
        {
            var status = await GetStatusAsync(operation, cancellationToken).ConfigureAwait(false);
            return !status.IsFinal || status.IsSuccess;
        }
        catch (ApiException failure) when (IsUnknown(failure))
        {
            return false;
        }
    }

    // A refusal with a code for what is wrong with the request, or one that comes before the service acts.
    private static bool SurelyDidNothing(SdkException failure) =>
        RetryAdvice.For(failure, isIdempotent: false).SurelyDidNothing || failure is ApiException { HttpStatus: >= 400 and < 500 };

    /// <summary>A place that is given back, unless it was taken out before.</summary>
    private sealed class PlaceInHand(IDisposable place) : IDisposable
    {
        private IDisposable? _place = place;

        public IDisposable? Take() => Interlocked.Exchange(ref _place, null);

        public void Dispose() => Take()?.Dispose();
    }
}
