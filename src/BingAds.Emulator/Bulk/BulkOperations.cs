using BingAds.Contract;
using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.Emulator.Files;
using BingAds.Emulator.Store;
using BingAds.V13.Bulk;

namespace BingAds.Emulator.Bulk;

/// <summary>The operations of the Bulk service that start jobs and ask for them.</summary>
internal sealed class BulkOperations(BulkJobs jobs)
{
    private EmulatorBulkOptions Options => jobs.Options;

    public static void Register(HandlerTable table, BulkJobs jobs)
    {
        var operations = new BulkOperations(jobs);
        table.Add<DownloadCampaignsByAccountIdsRequest, DownloadCampaignsByAccountIdsResponse>(operations.DownloadAccount);
        table.Add<DownloadCampaignsByCampaignIdsRequest, DownloadCampaignsByCampaignIdsResponse>(operations.DownloadCampaigns);
        table.Add<GetBulkDownloadStatusRequest, GetBulkDownloadStatusResponse>(operations.DownloadStatus);
        table.Add<GetBulkUploadUrlRequest, GetBulkUploadUrlResponse>(operations.UploadUrl);
        table.Add<GetBulkUploadStatusRequest, GetBulkUploadStatusResponse>(operations.UploadStatus);
        table.Add<UploadEntityRecordsRequest, UploadEntityRecordsResponse>(new RecordUpload(jobs).Handle);
        table.AddWait<GetBulkDownloadStatusRequest>((request, cancellationToken) => jobs.WaitAsync(request.RequestId, cancellationToken));
        table.AddWait<GetBulkUploadStatusRequest>((request, cancellationToken) => jobs.WaitAsync(request.RequestId, cancellationToken));
    }

    private DownloadCampaignsByAccountIdsResponse DownloadAccount(CallContext call, DownloadCampaignsByAccountIdsRequest request)
    {
        DownloadChecks.Check(
            call, Options, request.DownloadEntities, request.DataScope, request.CompressionType, request.DownloadFileType, request.FormatVersion, request.LastSyncTimeInUTC);
        var account = DownloadChecks.Account(call, Options, request.AccountIds);
        return new() { DownloadRequestId = Submit(call, account, BulkJobKind.DownloadOfAccount, request) };
    }

    private DownloadCampaignsByCampaignIdsResponse DownloadCampaigns(CallContext call, DownloadCampaignsByCampaignIdsRequest request)
    {
        DownloadChecks.Check(
            call, Options, request.DownloadEntities, request.DataScope, request.CompressionType, request.DownloadFileType, request.FormatVersion, request.LastSyncTimeInUTC);
        var account = DownloadChecks.Account(call, Options, request.Campaigns);
        return new() { DownloadRequestId = Submit(call, account, BulkJobKind.DownloadOfCampaigns, request) };
    }

    private string Submit(CallContext call, EntityRow account, string kind, ApiRequest request)
    {
        var job = NewJob(call, account, kind, request) with { State = Job.InProgress, Received = call.Now };
        call.Session.Jobs.Insert(job);
        jobs.Start(job.Id);
        return job.Id;
    }

    private GetBulkUploadUrlResponse UploadUrl(CallContext call, GetBulkUploadUrlRequest request)
    {
        var account = call.AccountOf(request.AccountId);
        CheckMode(request.ResponseMode);
        var job = NewJob(call, account, BulkJobKind.Upload, request);
        call.Session.Jobs.Insert(job);
        return new() { RequestId = job.Id, UploadUrl = UploadEndpoint.Link(call.Session, call.BaseAddress!, job, Options) };
    }

    private GetBulkDownloadStatusResponse DownloadStatus(CallContext call, GetBulkDownloadStatusRequest request)
    {
        var job = Ask(call, request.RequestId, static j => BulkJobKind.IsDownload(j.Kind), ErrorNumber.InvalidDownloadRequestId);
        var (status, percent) = Tell(call, job);
        return new() { RequestStatus = status, PercentComplete = percent, ResultFileUrl = ResultLink(call, job, status), Errors = Errors(job, status) };
    }

    private GetBulkUploadStatusResponse UploadStatus(CallContext call, GetBulkUploadStatusRequest request)
    {
        var job = Ask(call, request.RequestId, static j => j.Kind == BulkJobKind.Upload, ErrorNumber.BulkInvalidRequestId);
        var (status, percent) = Tell(call, job);
        return new() { RequestStatus = status, PercentComplete = percent, ResultFileUrl = ResultLink(call, job, status), Errors = Errors(job, status) };
    }

    /// <summary>A job of the caller's, with this question counted. To anybody else it is not there, and neither is it when its time is over.</summary>
    private Job Ask(CallContext call, string? id, Func<Job, bool> isWanted, int unknown)
    {
        var job = string.IsNullOrEmpty(id) ? null : call.Session.Jobs.Find(id);
        if (job is null || !isWanted(job) || job.Person != call.Caller.Id || call.Now >= job.Created + Options.RequestLifetime)
            throw ApiFaultException.Operation(unknown);
        if (job.Received is null)
            return job;
        call.Session.Jobs.Ask(job.Id);
        return job with { Asked = job.Asked + 1 };
    }

    private BulkStatus Tell(CallContext call, Job job) => call.PlannedStatus is { } planned ? new(planned, 0) : BulkStatus.Of(job, Options, call.Now);

    private string? ResultLink(CallContext call, Job job, string status)
        => job.Succeeded && status == job.State
            ? ResultEndpoint.Link(call.Session, call.BaseAddress!, ResultEndpoint.BulkFolder, job, BulkFileNames.Extension(job), call.Now + Options.ResultUrlLifetime)
            : null;

    private static List<OperationError?> Errors(Job job, string status)
    {
        if (job.Code is not { } code || status != job.State)
            return [];
        var name = ErrorTexts.Name(code, ServiceName.Bulk);
        return [new() { Code = code, ErrorCode = name, Message = ErrorTexts.Message(code, name), Details = job.Details }];
    }

    private Job NewJob(CallContext call, EntityRow account, string kind, ApiRequest request)
    {
        call.Session.Jobs.Purge(BulkJobKind.Family, call.Now - Options.RequestLifetime);
        return new(jobs.State.NextJobId(), kind)
        {
            Customer = account.Customer,
            Account = account.Id,
            Person = call.Caller.Id,
            Created = call.Now,
            State = Job.Pending,
            Planned = call.PlannedStatus,
            Request = EntityBody.Write(request),
        };
    }

    internal static void CheckMode(ResponseMode? mode)
    {
        if (mode?.Known == ResponseMode.KnownValue.Unrecognized)
            throw ApiFaultException.Access(ErrorNumber.ApiInputValidationError, "The response mode is unknown.");
    }
}
