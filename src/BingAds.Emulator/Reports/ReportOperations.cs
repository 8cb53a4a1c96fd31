using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.Emulator.Files;
using BingAds.Emulator.Store;
using BingAds.V13.Reporting;

namespace BingAds.Emulator.Reports;

/// <summary>The two operations of the Reporting service.</summary>
internal sealed class ReportOperations(ReportJobs jobs)
{
    private const int LongestId = 40;

    private EmulatorReportOptions Options => jobs.Options;

    public static void Register(HandlerTable table, ReportJobs jobs)
    {
        var operations = new ReportOperations(jobs);
        table.Add<SubmitGenerateReportRequest, SubmitGenerateReportResponse>(operations.Submit);
        table.Add<PollGenerateReportRequest, PollGenerateReportResponse>(operations.Poll);
        table.AddWait<PollGenerateReportRequest>((request, cancellationToken) => jobs.WaitAsync(request.ReportRequestId, cancellationToken));
    }

    private SubmitGenerateReportResponse Submit(CallContext call, SubmitGenerateReportRequest request)
    {
        var account = new ReportChecks(call, jobs.Figures).Check(request.ReportRequest);
        var oldest = call.Now - Options.RequestLifetime;
        var held = call.Session.Jobs.CountHeld(ReportJobs.Kind, call.Caller.Id, call.Now - Options.JobDuration, Options.JobPolls, oldest);
        if (held >= Options.MaxReportsAtOnce)
            throw ApiFaultException.Operation(ErrorNumber.ConcurrentRequestOverLimit);
        call.Session.Jobs.Purge(ReportJobs.Kind, oldest);
        var job = new Job(jobs.State.NextJobId(), ReportJobs.Kind)
        {
            Customer = account.Customer,
            Account = account.Id,
            Person = call.Caller.Id,
            Created = call.Now,
            Received = call.Now,
            State = Job.InProgress,
            Planned = call.PlannedStatus,
            Request = EntityBody.Write(request),
        };
        call.Session.Jobs.Insert(job);
        jobs.Start(job.Id);
        return new() { ReportRequestId = job.Id };
    }

    private PollGenerateReportResponse Poll(CallContext call, PollGenerateReportRequest request)
    {
        var job = Ask(call, request.ReportRequestId);
        var status = call.PlannedStatus ?? ReportStatus.Of(job, Options, call.Now);
        return new() { ReportRequestStatus = new() { Status = status, ReportDownloadUrl = Link(call, job, status) } };
    }

    /// <summary>A report of the caller's, with this question counted. To anybody else it is not there, and neither is it when its time is over.</summary>
    private Job Ask(CallContext call, string? id)
    {
        if (id is not { Length: > 0 and <= LongestId })
            throw ApiFaultException.Operation(ErrorNumber.InvalidReportId);
        var job = call.Session.Jobs.Find(id);
        if (job is not { Kind: ReportJobs.Kind } || job.Person != call.Caller.Id || call.Now >= job.Created + Options.RequestLifetime)
            throw ApiFaultException.Operation(ErrorNumber.ReportNotFound);
        call.Session.Jobs.Ask(job.Id);
        return job with { Asked = job.Asked + 1 };
    }

    /// <summary>A report without data has no file, and so no link.</summary>
    private string? Link(CallContext call, Job job, string status)
        => status == ReportStatus.Success && job.Succeeded && call.PlannedStatus is null && call.Session.Pieces.Exists(job.Output)
            ? ResultEndpoint.Link(call.Session, call.BaseAddress!, ResultEndpoint.ReportFolder, job, "zip", call.Now + Options.ResultUrlLifetime)
            : null;
}
