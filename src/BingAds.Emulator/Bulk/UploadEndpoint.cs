using BingAds.Emulator.Api;
using BingAds.Emulator.Files;
using BingAds.Emulator.Rest;
using BingAds.Emulator.Store;
using Microsoft.AspNetCore.Http;

namespace BingAds.Emulator.Bulk;

/// <summary>POST of a file to the address that GetBulkUploadUrl gave: good for one upload, and for a quarter of an hour.</summary>
internal sealed class UploadEndpoint(BulkJobs jobs)
{
    private const string Folder = "upload/";

    public const string Path = SignedLinks.Root + Folder;

    private EmulatorState State => jobs.State;

    public static string Link(StoreSession session, Uri baseAddress, Job job, EmulatorBulkOptions options)
        => SignedLinks.Create(session, baseAddress, Folder + job.Id, job.Created + options.UploadUrlLifetime);

    public async Task InvokeAsync(HttpContext context)
    {
        var trackingId = NextTrackingId(context);
        var id = (context.Request.Path.Value ?? "")[Path.Length..];
        try
        {
            await ReceiveAsync(context, id).ConfigureAwait(false);
            await UploadAnswer.WriteAsync(context, trackingId, id).ConfigureAwait(false);
        }
        catch (UploadRefusedException e)
        {
            await RefuseAsync(context, trackingId, e.Code, e.Status).ConfigureAwait(false);
        }
        catch (ApiFaultException e)
        {
            await RefuseAsync(context, trackingId, e.Codes[0], StatusCodes.Status401Unauthorized).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException && context.RequestAborted.IsCancellationRequested)
        {
            // The sender went away in the middle; it is as if nothing had come.
            RequestNotes.Of(context).Break();
        }
    }

    /// <summary>Writes a fault that somebody planned.</summary>
    public Task RefuseAsync(HttpContext context, Fault fault)
    {
        var code = fault.Kind == FaultKind.ExpiredLink ? ErrorNumber.BulkUrlExpired : fault.Code;
        var status = fault.Status ?? (code is ErrorNumber.InvalidCredentials or ErrorNumber.AuthenticationTokenExpired ? 401 : 400);
        return RefuseAsync(context, NextTrackingId(context), code, status);
    }

    /// <summary>
    /// Says no once the body is read: a sender in the middle of a large file would else find its connection closed before it looks for the answer. Who asked
    /// before sending, by <c>Expect</c>, is told at once.
    /// </summary>
    private static async Task RefuseAsync(HttpContext context, string trackingId, int code, int status)
    {
        try
        {
            if (status != StatusCodes.Status413PayloadTooLarge && context.Request.Headers.Expect.Count == 0)
                await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted).ConfigureAwait(false);
            await UploadAnswer.WriteAsync(context, trackingId, (context.Request.Path.Value ?? "")[Path.Length..], code, status).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException && context.RequestAborted.IsCancellationRequested)
        {
            RequestNotes.Of(context).Break();
        }
    }

    private async Task ReceiveAsync(HttpContext context, string id)
    {
        var job = await State.Store.RunAsync(s => Admit(s, context, id), context.RequestAborted).ConfigureAwait(false);
        if (!jobs.TryReceive(job))
            throw new UploadRefusedException(ErrorNumber.BulkUrlAlreadyUsed);
        try
        {
            await State.Store.RunAsync(s => Prepare(s, job), context.RequestAborted).ConfigureAwait(false);
            var fileName = await StoreAsync(context, job).ConfigureAwait(false);
            await State.Store.RunAsync(
                s =>
                {
                    if (s.Jobs.Find(job.Id) is null)
                        throw new UploadRefusedException(ErrorNumber.BulkInvalidUploadUrl); // A reset came between.
                    s.Jobs.Receive(job.Id, fileName, s.Now.UtcDateTime);
                    jobs.Start(job.Id);
                },
                CancellationToken.None).ConfigureAwait(false);
        }
        catch
        {
            await State.Store.RunAsync(s => Forget(s, job), CancellationToken.None).ConfigureAwait(false);
            throw;
        }
        finally
        {
            jobs.EndReceive(job);
        }
    }

    /// <summary>Who sends, and whether the address is still good for it.</summary>
    private Job Admit(StoreSession session, HttpContext context, string id)
    {
        var credentials = RestProtocol.Credentials(context.Request.Headers);
        var caller = ApiAuthenticator.Authenticate(session, credentials, State.Options);
        var job = session.Jobs.Find(id);
        var link = SignedLinks.Check(session, context.Request);
        var isOwn = job is { Kind: BulkJobKind.Upload } && job.Person == caller.Id
            && (credentials.AccountId ?? job.Account) == job.Account && (credentials.CustomerId ?? job.Customer) is var customer && caller.Reaches(customer);
        if (link == LinkState.Forged || !isOwn)
            throw new UploadRefusedException(ErrorNumber.BulkInvalidUploadUrl);
        if (job!.Received is not null)
            throw new UploadRefusedException(ErrorNumber.BulkUrlAlreadyUsed);
        if (link == LinkState.Expired)
            throw new UploadRefusedException(ErrorNumber.BulkUrlExpired);
        return job;
    }

    /// <summary>The last look before the file is read: another may have come to the same address meanwhile, or too many elsewhere.</summary>
    private void Prepare(StoreSession session, Job job)
    {
        if (session.Jobs.Find(job.Id)?.Received is not null)
            throw new UploadRefusedException(ErrorNumber.BulkUrlAlreadyUsed);
        var running = session.Jobs.CountRunning(BulkJobKind.Upload, job.Customer, session.Now.UtcDateTime - jobs.Options.JobDuration);
        if (jobs.Options.MaxUploadsAtOnce is { } limit && running + jobs.CountArriving(job.Customer) > limit)
            throw new UploadRefusedException(ErrorNumber.BulkTooManyRequests);
        session.Pieces.Delete(job.Input); // What a process that died had received of it.
    }

    private static void Forget(StoreSession session, Job job)
    {
        if (session.Jobs.Find(job.Id)?.Received is null)
            session.Pieces.Delete(job.Input);
    }

    /// <summary>Stores the one file of the request as it comes; gives its name.</summary>
    private async Task<string> StoreAsync(HttpContext context, Job job)
    {
        var pieces = PieceWriter.Beside(State.Store, job.Input);
        await using (pieces.ConfigureAwait(false))
        {
            var name = await UploadForm.ReadAsync(context.Request, pieces, jobs.Options.MaxUploadBytes, context.RequestAborted).ConfigureAwait(false);
            await pieces.CompleteAsync().ConfigureAwait(false);
            if (jobs.Options.RefuseLongFiles)
                await CountAsync(job, name, context.RequestAborted).ConfigureAwait(false);
            return name;
        }
    }

    /// <summary>Refuses a file with too many rows at once. One that can't be read passes: its job tells what is wrong.</summary>
    private async Task CountAsync(Job job, string name, CancellationToken cancellationToken)
    {
        try
        {
            var reader = await UploadReader.OpenAsync(PieceReader.Beside(State.Store, job.Input), name, jobs.Options.RequireByteOrderMark, cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                for (var rows = 0L; await reader.NextAsync(cancellationToken).ConfigureAwait(false); rows++)
                {
                    if (rows == jobs.Options.MaxUploadRows)
                        throw new UploadRefusedException(ErrorNumber.BulkRowCountExceeded);
                }
            }
        }
        catch (UploadRejectedException)
        {
            // Told by the job's status.
        }
    }

    private string NextTrackingId(HttpContext context)
    {
        var id = State.NextTrackingId().ToString();
        RequestNotes.Of(context).TrackingId = id;
        return id;
    }
}
