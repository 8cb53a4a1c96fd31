using BingAds.Emulator.Background;
using BingAds.Emulator.Store;
using BingAds.Errors;
using BingAds.Emulator.Api;
using Microsoft.Extensions.Logging;

namespace BingAds.Emulator.Reports;

/// <summary>Makes reports in the background, and goes on with it when the emulator is started again over the same data file.</summary>
internal sealed class ReportJobs : IAsyncDisposable
{
    /// <summary>The kind of these jobs, as it is stored.</summary>
    public const string Kind = "Report";

    private readonly ILogger _log;
    private readonly JobRunner _runner;

    public ReportJobs(EmulatorState state, IReportFigures figures, ILogger log)
    {
        State = state;
        Figures = figures;
        _log = log;
        _runner = new JobRunner(RunAsync);
    }

    public EmulatorState State { get; }

    public IReportFigures Figures { get; }

    public EmulatorReportOptions Options => State.Options.Reports;

    /// <inheritdoc cref="JobRunner.Start"/>
    public void Start(string id) => _runner.Start(id);

    /// <inheritdoc cref="JobRunner.WaitAsync"/>
    public Task WaitAsync(string? id, CancellationToken cancellationToken) => _runner.WaitAsync(id, cancellationToken);

    /// <summary>Takes up what an earlier run left unfinished.</summary>
    public async Task ResumeAsync(CancellationToken cancellationToken)
    {
        foreach (var id in await State.Store.RunAsync(static s => s.Jobs.Unfinished(Kind), cancellationToken).ConfigureAwait(false))
        {
            Start(id);
        }
    }

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
            else
                await new ReportJob(this, job).RunAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The emulator closes, and the work begins anew when it is opened again; or a reset took the job away.
        }
        catch (Exception e)
        {
            _log.ReportFailed(e, id);
            await FinishAsync(id, Job.Failed, ErrorNumber.InternalError, e is SdkException ? e.Message : e.GetType().Name).ConfigureAwait(false);
        }
    }

    private async Task FinishAsync(string id, string status, int? code = null, string? details = null)
        => await State.Store.RunAsync(s => s.Jobs.Finish(id, status, s.Now.UtcDateTime, code, details)).ConfigureAwait(false);
}
