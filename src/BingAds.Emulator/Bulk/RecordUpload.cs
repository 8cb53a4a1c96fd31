using System.Text;
using BingAds.Bulk;
using BingAds.Emulator.Api;
using BingAds.Emulator.Bulk.Records;
using BingAds.Emulator.Families;
using BingAds.Emulator.Files;
using BingAds.Emulator.Store;
using BingAds.V13.Bulk;

namespace BingAds.Emulator.Bulk;

/// <summary>UploadEntityRecords: a small upload within the call, without a file.</summary>
internal sealed class RecordUpload(BulkJobs jobs)
{
    private static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    public UploadEntityRecordsResponse Handle(CallContext call, UploadEntityRecordsRequest request)
    {
        var account = call.AccountOf(request.AccountId);
        BulkOperations.CheckMode(request.ResponseMode);
        if (request.EntityRecords is null or [])
            throw ApiFaultException.Operation(ErrorNumber.NullArrayArgument);
        var text = Encoding.UTF8.GetBytes(string.Join("\r\n", request.EntityRecords.Select(static r => r?.TrimEnd('\r', '\n'))));
        try
        {
            // Nothing below waits for anything: the text is in memory, and the turn is this call's.
            return jobs.Options.RecordsInBackground || call.PlannedStatus is not null
                ? Enqueue(call, account, request, text)
                : ApplyAsync(call, account, request, text).AsTask().GetAwaiter().GetResult();
        }
        catch (UploadRejectedException e)
        {
            throw e.Code is { } code ? ApiFaultException.Operation(code, e.Message) : ApiFaultException.Access(ErrorNumber.ApiInputValidationError, e.Message);
        }
    }

    private async ValueTask<UploadEntityRecordsResponse> ApplyAsync(CallContext call, EntityRow account, UploadEntityRecordsRequest request, byte[] text)
    {
        var isErrorsOnly = request.ResponseMode?.Known is not ResponseMode.KnownValue.ErrorsAndResults;
        var rows = await ReadAsync(text).ConfigureAwait(false);
        var context = new BulkUploadContext { Account = account.Id, Customer = account.Customer, Person = call.Caller.Id };
        using var answer = new MemoryStream();
        var columns = ResultColumns.Of(rows.Header, rows.All.Any(static r => r.IsComplete));
        using var results = new ResultRows(answer, columns, BulkFileLayout.Csv, isStart: false);
        var lines = new List<string>();
        results.Start();
        TakeLines(results, answer, lines);
        var failed = false;
        foreach (var row in rows.All.Where(static r => !r.IsIgnored))
        {
            var applied = jobs.Apply(call.Session, context, row);
            failed |= applied.Errors.Count > 0;
            if (applied.Errors.Count > 0 || !isErrorsOnly)
                results.Add(row, applied);
            TakeLines(results, answer, lines);
        }

        return new() { EntityRecords = lines, RequestStatus = failed ? Job.CompletedWithErrors : Job.Completed };
    }

    private async ValueTask<(BulkHeader Header, List<UploadedRow> All)> ReadAsync(byte[] text)
    {
        var reader = await UploadReader.OpenAsync(new MemoryStream(text), default).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            var rows = new List<UploadedRow>();
            while (await reader.NextAsync(default).ConfigureAwait(false))
            {
                if (rows.Count == jobs.Options.MaxRecords)
                    throw new UploadRejectedException(Job.Failed, $"A call takes {jobs.Options.MaxRecords} records at most.", ErrorNumber.BulkRowCountExceeded);
                rows.Add(reader.Take());
            }

            return (reader.Header, rows);
        }
    }

    /// <summary>Makes a job of it, as if the text had come as a file.</summary>
    private UploadEntityRecordsResponse Enqueue(CallContext call, EntityRow account, UploadEntityRecordsRequest request, byte[] text)
    {
        var job = new Job(jobs.State.NextJobId(), BulkJobKind.Upload)
        {
            Customer = account.Customer,
            Account = account.Id,
            Person = call.Caller.Id,
            Created = call.Now,
            State = Job.Uploaded,
            Planned = call.PlannedStatus,
            Request = EntityBody.Write(new GetBulkUploadUrlRequest { AccountId = account.Id, ResponseMode = request.ResponseMode }),
            FileName = "records.csv",
            Received = call.Now,
        };
        call.Session.Jobs.Insert(job);
        using var pieces = PieceWriter.Within(call.Session, job.Input);
        pieces.Write(Mark);
        pieces.Write(text);
        pieces.CompleteAsync().AsTask().GetAwaiter().GetResult();
        jobs.Start(job.Id);
        return new() { RequestId = job.Id, RequestStatus = Job.InProgress };
    }

    /// <summary>Turns what was written since the last time into an element of the answer: a record with its errors is one text, as the request has them.</summary>
    private static void TakeLines(ResultRows results, MemoryStream answer, List<string> lines)
    {
        results.Flush();
        if (answer.Length == 0)
            return;
        lines.Add(Encoding.UTF8.GetString(answer.GetBuffer().AsSpan(0, (int)answer.Length)).TrimEnd('\r', '\n'));
        answer.SetLength(0);
    }
}
