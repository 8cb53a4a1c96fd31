using System.Collections.Concurrent;
using BingAds.Bulk;
using BingAds.Errors;
using BingAds.Emulator.Api;
using BingAds.Emulator.Bulk.Records;
using BingAds.Emulator.Store;
using Microsoft.Extensions.Logging;

namespace BingAds.Emulator.Bulk;

/// <summary>Does the work of bulk jobs in the background, and goes on with it when the emulator is started again over the same data file.</summary>
internal sealed class BulkJobs(EmulatorState state, IBulkWorld world, ILogger log) : IAsyncDisposable
{
    /// <summary>
    /// How long a status call waits, in real time, for work that is under way. A small job is then done by the first look, so that a test need not wait for the
    /// next one; which may be a long way off where the emulator's clock stands still.
    /// </summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(250);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Task> _running = [];
    private readonly ConcurrentDictionary<string, long> _arriving = new();
    private readonly CancellationTokenSource _stop = new();

    public EmulatorState State { get; } = state;

    public IBulkWorld World { get; } = world;

    public EmulatorBulkOptions Options => State.Options.Bulk;

    /// <summary>Begins the work on a stored job; within the call that stores it, since the work needs a turn of its own first.</summary>
    public void Start(string id)
    {
        lock (_gate)
        {
            if (!_stop.IsCancellationRequested)
                _running.TryAdd(id, Task.Run(() => RunAsync(id)));
        }
    }

    /// <summary>Takes up what an earlier run left unfinished.</summary>
    public async Task ResumeAsync(CancellationToken cancellationToken)
    {
        foreach (var id in await State.Store.RunAsync(static s => s.Jobs.Unfinished(), cancellationToken).ConfigureAwait(false))
        {
            Start(id);
        }
    }

    /// <summary>Applies one record of an upload. A record that fails leaves nothing behind, and a mistake of the emulator's own costs that record only.</summary>
    public BulkApplied Apply(StoreSession session, BulkUploadContext context, UploadedRow uploaded)
    {
        session.Execute("SAVEPOINT record");
        BulkApplied applied;
        try
        {
            applied = World.Apply(session, context, uploaded);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.RecordFailed(e, uploaded.RecordType, uploaded.Line);
            context.Forget();
            applied = BulkApplied.Failed([new BulkError { Number = ErrorNumber.InternalError, Error = ErrorTexts.AnyName(ErrorNumber.InternalError) }]);
        }

        if (applied.Errors.Count > 0)
            session.Execute("ROLLBACK TO record");
        session.Execute("RELEASE record");
        return applied;
    }

    /// <summary>Waits a moment for a job that is under way.</summary>
    public async Task WaitAsync(string? id, CancellationToken cancellationToken)
    {
        Task? work;
        lock (_gate)
        {
            work = id is null ? null : _running.GetValueOrDefault(id);
        }

        if (work is not null)
            await Task.WhenAny(work, Task.Delay(s_patience, TimeProvider.System, cancellationToken)).ConfigureAwait(false);
    }

    /// <summary>Takes an upload address for a file that begins to arrive; false when another is arriving there.</summary>
    public bool TryReceive(Job job) => _arriving.TryAdd(job.Id, job.Customer);

    public void EndReceive(Job job) => _arriving.TryRemove(job.Id, out _);

    /// <summary>Uploads of a customer that arrive now.</summary>
    public int CountArriving(long customer) => _arriving.Count(p => p.Value == customer);

    public async ValueTask DisposeAsync()
    {
        Task[] running;
        await _stop.CancelAsync().ConfigureAwait(false);
        lock (_gate)
        {
            running = [.. _running.Values];
        }

        await Task.WhenAll(running).ConfigureAwait(false);
        _stop.Dispose();
    }

    private async Task RunAsync(string id)
    {
        var cancellationToken = _stop.Token;
        try
        {
            var job = await State.Store.RunAsync(s => s.Jobs.Find(id), cancellationToken).ConfigureAwait(false);
            if (job is null || job.IsFinal)
                return;
            if (job.Planned is { } planned)
                await FinishAsync(id, planned).ConfigureAwait(false);
            else if (BulkJobKind.IsDownload(job.Kind))
                await new DownloadJob(this, job).RunAsync(cancellationToken).ConfigureAwait(false);
            else
                await new UploadJob(this, job).RunAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The emulator closes, and the job goes on when it is opened again; or a reset took the job away.
        }
        catch (Exception e)
        {
            log.JobFailed(e, id);
            await FinishAsync(id, Job.Failed, ErrorNumber.InternalError, e is SdkException ? e.Message : e.GetType().Name).ConfigureAwait(false);
        }
        finally
        {
            lock (_gate)
            {
                _running.Remove(id);
            }
        }
    }

    private async Task FinishAsync(string id, string status, int? code = null, string? details = null)
        => await State.Store.RunAsync(s =>
        {
            s.Jobs.Finish(id, status, s.Now.UtcDateTime, code, details);
            s.Pieces.Delete(id + "/in");
            s.Pieces.Delete(id + "/rows");
        }).ConfigureAwait(false);
}
