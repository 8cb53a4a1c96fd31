using System.IO.Compression;
using BingAds.Bulk;
using BingAds.Contract;
using BingAds.Emulator.Bulk.Records;
using BingAds.Emulator.Files;
using BingAds.Emulator.Store;
using BingAds.Files;
using BingAds.V13.Bulk;

namespace BingAds.Emulator.Bulk;

/// <summary>
/// Works on an uploaded file: looks at all of it, applies it in chunks, makes the result. The rows of a chunk, their results and how far the work is are stored
/// in one turn, so a process that dies goes on with the next chunk and does none twice.
/// </summary>
internal sealed class UploadJob(BulkJobs jobs, Job job)
{
    private const int ChunkRows = 1_000;

    private readonly bool _isErrorsOnly = WireJson.Read<GetBulkUploadUrlRequest>(job.Request).ResponseMode?.Known is not ResponseMode.KnownValue.ErrorsAndResults;

    private EmulatorStore Store => jobs.State.Store;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (job.State == Job.Uploaded)
                await BeginAsync(cancellationToken).ConfigureAwait(false);
            if (await Store.RunAsync(s => s.Jobs.Find(job.Id), cancellationToken).ConfigureAwait(false) is not { Columns: not null } begun)
                return; // A reset came between.
            var layout = await ApplyAsync(begun, cancellationToken).ConfigureAwait(false);
            await FinishAsync(begun, layout, cancellationToken).ConfigureAwait(false);
        }
        catch (UploadRejectedException rejected)
        {
            await Store.RunAsync(
                s =>
                {
                    s.Jobs.Finish(job.Id, rejected.Status, s.Now.UtcDateTime, rejected.Code, rejected.Message);
                    s.Pieces.Delete(job.Input);
                },
                cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Looks at the whole file before any of it takes effect.</summary>
    private async Task BeginAsync(CancellationToken cancellationToken)
    {
        var (rows, isComplete) = (0L, false);
        var reader = await OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            for (; await reader.NextAsync(cancellationToken).ConfigureAwait(false); rows++)
            {
                if (rows == jobs.Options.MaxUploadRows)
                    throw UploadRejectedException.TooManyRows(jobs.Options.MaxUploadRows);
                isComplete = isComplete || reader.IsComplete();
            }

            var columns = ResultColumns.Of(reader.Header, isComplete).Save();
            await Store.RunAsync(s => s.Jobs.Begin(job.Id, rows, columns), cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<BulkFileLayout> ApplyAsync(Job begun, CancellationToken cancellationToken)
    {
        var reader = await OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            var columns = ResultColumns.Load(begun.Columns!);
            var context = new BulkUploadContext { Job = job.Id, Account = job.Account, Customer = job.Customer, Person = job.Person };
            var (done, failed) = (begun.Done, begun.FailedRows);
            for (var i = 0L; i < done; i++)
            {
                await reader.NextAsync(cancellationToken).ConfigureAwait(false);
            }

            var chunk = new List<UploadedRow>(ChunkRows);
            while (done < begun.Rows)
            {
                chunk.Clear();
                while (chunk.Count < ChunkRows && await reader.NextAsync(cancellationToken).ConfigureAwait(false))
                {
                    chunk.Add(reader.Take());
                }

                var start = done;
                done += chunk.Count;
                failed = await Store.RunAsync(s => Apply(s, context, chunk, columns, reader.Layout, start, failed), cancellationToken).ConfigureAwait(false);
            }

            return reader.Layout;
        }
    }

    /// <summary>Applies one chunk; gives the number of rows that failed so far.</summary>
    private long Apply(StoreSession session, BulkUploadContext context, List<UploadedRow> chunk, ResultColumns columns, BulkFileLayout layout, long start, long failed)
    {
        if (session.Jobs.Find(job.Id) is null)
            throw new OperationCanceledException("The job is gone.");
        using var text = new MemoryStream();
        using (var packed = new GZipStream(text, CompressionLevel.Fastest, leaveOpen: true))
        {
            using var results = new ResultRows(packed, columns, layout, isStart: false);
            foreach (var row in chunk)
            {
                if (row.IsIgnored)
                    continue;
                var applied = jobs.Apply(session, context, row);
                if (applied.Errors.Count > 0)
                    failed++;
                if (applied.Errors.Count > 0 || !_isErrorsOnly)
                    results.Add(row, applied);
            }

            results.Flush();
        }

        session.Pieces.Insert(job.ResultRows, start, text.ToArray());
        session.Jobs.Advance(job.Id, start + chunk.Count, failed);
        return failed;
    }

    /// <summary>Packs the result. What an earlier run left of it is thrown away first.</summary>
    private async Task FinishAsync(Job begun, BulkFileLayout layout, CancellationToken cancellationToken)
    {
        var numbers = await Store.RunAsync(
            s =>
            {
                s.Pieces.Delete(job.Output);
                return s.Pieces.Numbers(job.ResultRows);
            },
            cancellationToken).ConfigureAwait(false);
        var pieces = PieceWriter.Beside(Store, job.Output);
        await using (pieces.ConfigureAwait(false))
        {
            var file = await FileOutput.CreateAsync(
                pieces, FileCompression.Zip, BulkFileNames.Entry(job, layout), jobs.State.Clock.GetUtcNow(), CompressionLevel.Fastest, cancellationToken).ConfigureAwait(false);
            await using (file.ConfigureAwait(false))
            {
                WriteStart(file.Content, ResultColumns.Load(begun.Columns!), layout);
                foreach (var number in numbers)
                {
                    var packed = await Store.RunAsync(s => s.Pieces.Find(job.ResultRows, number), cancellationToken).ConfigureAwait(false);
                    using var rows = new GZipStream(new MemoryStream(packed ?? []), CompressionMode.Decompress);
                    await rows.CopyToAsync(file.Content, cancellationToken).ConfigureAwait(false);
                }

                await file.CompleteAsync(cancellationToken).ConfigureAwait(false);
            }

            await pieces.CompleteAsync().ConfigureAwait(false);
        }

        await Store.RunAsync(
            s =>
            {
                if (s.Jobs.Find(job.Id) is { } done)
                    s.Jobs.Finish(job.Id, done.FailedRows > 0 ? Job.CompletedWithErrors : Job.Completed, s.Now.UtcDateTime);
                else
                    s.Pieces.Delete(job.Output);
                s.Pieces.Delete(job.Input);
                s.Pieces.Delete(job.ResultRows);
                s.Jobs.ForgetKeys(job.Id);
            },
            cancellationToken).ConfigureAwait(false);
    }

    private static void WriteStart(Stream target, ResultColumns columns, BulkFileLayout layout)
    {
        using var start = new ResultRows(target, columns, layout, isStart: true);
        start.Start();
        start.Flush();
    }

    private ValueTask<UploadReader> OpenAsync(CancellationToken cancellationToken)
        => UploadReader.OpenAsync(PieceReader.Beside(Store, job.Input), job.FileName!, jobs.Options.RequireByteOrderMark, cancellationToken);
}
