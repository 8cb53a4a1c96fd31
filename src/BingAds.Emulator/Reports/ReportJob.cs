using System.IO.Compression;
using BingAds.Contract;
using BingAds.Emulator.Files;
using BingAds.Emulator.Reports.Form;
using BingAds.Emulator.Store;
using BingAds.Files;
using BingAds.V13.Reporting;

namespace BingAds.Emulator.Reports;

/// <summary>Makes the file of a report: all in one turn, so that it shows one moment.</summary>
/// <remarks>
/// The header tells the number of rows, so they are written first, to a place of their own, and copied behind it: the figures are worked out once, and no more
/// than a row of them is held.
/// </remarks>
internal sealed class ReportJob(ReportJobs jobs, Job job)
{
    public async Task RunAsync(CancellationToken cancellationToken)
        => await jobs.State.Store.RunLongAsync(session => WriteAsync(session, cancellationToken), cancellationToken).ConfigureAwait(false);

    private async ValueTask<bool> WriteAsync(StoreSession session, CancellationToken cancellationToken)
    {
        if (session.Jobs.Find(job.Id) is null)
            return false; // A reset came first.
        var request = WireJson.Read<SubmitGenerateReportRequest>(job.Request).ReportRequest!;
        var plan = ReportPlan.Of(request, new DateTimeOffset(job.Created), jobs.Figures);
        if (!jobs.Options.SandboxReportsOnly || SandboxReports.Have(plan.Question.Type))
        {
            var form = ReportForm.Of(plan.Question);
            var rows = await WriteRowsAsync(session, plan, form, cancellationToken).ConfigureAwait(false);
            if (rows > 0 || jobs.Options.EmptyReportsHaveFile)
                await WriteFileAsync(session, plan, form, rows, cancellationToken).ConfigureAwait(false);
            session.Pieces.Delete(job.ResultRows);
        }

        session.Jobs.Finish(job.Id, Job.Completed, session.Now.UtcDateTime);
        return true;
    }

    private async ValueTask<long> WriteRowsAsync(StoreSession session, ReportPlan plan, ReportForm form, CancellationToken cancellationToken)
    {
        var count = 0L;
        var pieces = PieceWriter.Within(session, job.ResultRows);
        await using (pieces.ConfigureAwait(false))
        {
            var packed = new DeflateStream(pieces, CompressionLevel.Fastest, leaveOpen: true);
            await using (packed.ConfigureAwait(false))
            {
                using var rows = form.OpenRows(packed);
                foreach (var row in plan.Question.Days.Count > 0 ? jobs.Figures.Read(session, plan.Question) : [])
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    rows.Write(row);
                    count++;
                }

                rows.Complete();
            }

            await pieces.CompleteAsync().ConfigureAwait(false);
        }

        return count;
    }

    private async ValueTask WriteFileAsync(StoreSession session, ReportPlan plan, ReportForm form, long rows, CancellationToken cancellationToken)
    {
        var request = plan.Question.Request;
        var created = new DateTimeOffset(job.Created);
        var pieces = PieceWriter.Within(session, job.Output);
        await using (pieces.ConfigureAwait(false))
        {
            var zip = await FileOutput.CreateAsync(pieces, FileCompression.Zip, job.Id + form.Extension, created, cancellationToken: cancellationToken).ConfigureAwait(false);
            await using (zip.ConfigureAwait(false))
            {
                await zip.Content.WriteAsync(form.Head(ReportHead.Lines(plan, created, rows)), cancellationToken).ConfigureAwait(false);
                var spooled = new DeflateStream(PieceReader.Within(session, job.ResultRows), CompressionMode.Decompress);
                await using (spooled.ConfigureAwait(false))
                {
                    await spooled.CopyToAsync(zip.Content, cancellationToken).ConfigureAwait(false);
                }

                await zip.Content.WriteAsync(form.Foot(created.Year), cancellationToken).ConfigureAwait(false);
                await zip.CompleteAsync(cancellationToken).ConfigureAwait(false);
            }

            await pieces.CompleteAsync().ConfigureAwait(false);
        }
    }
}
