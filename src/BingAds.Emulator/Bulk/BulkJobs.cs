using System.Collections.Concurrent;
using BingAds.Bulk;
using BingAds.Errors;
using BingAds.Emulator.Api;
using BingAds.Emulator.Background;
using BingAds.Emulator.Bulk.Records;
using BingAds.Emulator.Store;
using Microsoft.Extensions.Logging;

namespace BingAds.Emulator.Bulk;

/// <summary>Does the work of bulk jobs in the background, and goes on with it when the emulator is started again over the same data file.</summary>
internal sealed class BulkJobs : IAsyncDisposable
{
    private readonly ILogger _log;
    private readonly ConcurrentDictionary<string, long> _arriving = new();
    private readonly JobRunner _runner;

    public BulkJobs(EmulatorState state, IBulkWorld world, ILogger log)
    {
        State = state;
        World = world;
        _log = log;
        _runner = new JobRunner(RunAsync);
    }

    public EmulatorState State { get; }

    public IBulkWorld World { get; }

    public EmulatorBulkOptions Options => State.Options.Bulk;

    /// <inheritdoc cref="JobRunner.Start"/>
    public void Start(string id) => _runner.Start(id);

    /// <summary>Takes up what an earlier run left unfinished.</summary>
    public async Task ResumeAsync(CancellationToken cancellationToken)
    {
        foreach (var id in await State.Store.RunAsync(static s => s.Jobs.Unfinished(BulkJobKind.Family), cancellationToken).ConfigureAwait(false))
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
            _log.RecordFailed(e, uploaded.RecordType, uploaded.Line);
            context.Forget();
            applied = BulkApplied.Failed([new BulkError { Number = ErrorNumber.InternalError, Error = ErrorTexts.AnyName(ErrorNumber.InternalError) }]);
        }

        if (applied.Errors.Count > 0)
            session.Execute("ROLLBACK TO record");
        session.Execute("RELEASE record");
        return applied;
    }

    /// <inheritdoc cref="JobRunner.WaitAsync"/>
    public Task WaitAsync(string? id, CancellationToken cancellationToken) => _runner.WaitAsync(id, cancellationToken);

    /// <summary>Takes an upload address for a file that begins to arrive; false when another is arriving there.</summary>
    public bool TryReceive(Job job) => _arriving.TryAdd(job.Id, job.Customer);

    public void EndReceive(Job job) => _arriving.TryRemove(job.Id, out _);

    /// <summary>Uploads of a customer that arrive now.</summary>
    public int CountArriving(long customer) => _arriving.Count(p => p.Value == customer);

    public ValueTask DisposeAsync() => _runner.DisposeAsync();

    private async Task RunAsync(string id, CancellationToken cancellationToken)
    {
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
            _log.JobFailed(e, id);
            await FinishAsync(id, Job.Failed, ErrorNumber.InternalError, e is SdkException ? e.Message : e.GetType().Name).ConfigureAwait(false);
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
