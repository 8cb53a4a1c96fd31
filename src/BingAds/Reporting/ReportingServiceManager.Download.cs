using System.Runtime.CompilerServices;
using System.Threading.Channels;
using BingAds.Errors;
using BingAds.Files;
using BingAds.Jobs;
using BingAds.Reporting.Download;

namespace BingAds.Reporting;

public sealed partial class ReportingServiceManager
{
    /// <summary>Downloads a report: submits it, waits until it is made, and gives a reader over the wire. Nothing is put on disk, and one row is held at a time.</summary>
    /// <param name="parameters">What is asked for. They are copied.</param>
    /// <param name="progress">Told of how far the report is, then of what came over.</param>
    /// <param name="cancellationToken">Gives up; the report goes on at the service.</param>
    /// <returns>
    /// The reader, which mends broken connections and links that have run out. Where there is no data and so no file, <see cref="ReportFileReader.IsEmpty"/> says so: header and columns are those of the
    /// request, and there are no rows.
    /// </returns>
    /// <exception cref="ReportFailedException">The service gave the report up.</exception>
    /// <inheritdoc cref="SubmitDownloadAsync(ReportingDownloadParameters, CancellationToken)"/>
    [OverloadResolutionPriority(1)] // So that new() means parameters.
    public async Task<ReportFileReader> DownloadReportAsync(
        ReportingDownloadParameters parameters, IProgress<ReportingOperationProgressInfo>? progress = null, CancellationToken cancellationToken = default)
    {
        var asked = Reports.Ask(parameters);
        var made = await MakeAsync(asked, null, progress, cancellationToken).ConfigureAwait(false);
        return Reports.Read(made, asked.Parameters.Reading, progress);
    }

    /// <summary>Gives a reader of a report that was submitted before, perhaps by another process; waits for it if it is not made yet.</summary>
    /// <param name="operation">The report.</param>
    /// <param name="reading">How the file is read; null for what fits the request.</param>
    /// <param name="progress">Told of how far the report is, then of what came over.</param>
    /// <param name="cancellationToken">Gives up; the report goes on at the service.</param>
    /// <returns>The reader, as from parameters.</returns>
    /// <exception cref="ReportFailedException">The service gave the report up.</exception>
    /// <exception cref="SdkException">The service refused, or gave no answer for too long.</exception>
    public async Task<ReportFileReader> DownloadReportAsync(
        ReportingDownloadOperation operation, ReportFileReaderOptions? reading = null, IProgress<ReportingOperationProgressInfo>? progress = null, CancellationToken cancellationToken = default) =>
        Reports.Read(await WaitAsync(operation, progress, cancellationToken).ConfigureAwait(false), reading, progress);

    /// <summary>Opens the file of a report, unpacked while it is read; waits for the report if it is not made yet.</summary>
    /// <returns>The text of the file, forward only; without data it is that of an empty report. It mends broken connections and links by itself.</returns>
    /// <exception cref="ReportFailedException">The service gave the report up.</exception>
    /// <exception cref="FileDownloadException">Reading it breaks for good.</exception>
    /// <exception cref="FileFormatException">The archive is damaged; thrown by reading, after what is whole.</exception>
    public async Task<Stream> OpenDownloadAsync(
        ReportingDownloadOperation operation, IProgress<ReportingOperationProgressInfo>? progress = null, CancellationToken cancellationToken = default)
    {
        var made = await WaitAsync(operation, progress, cancellationToken).ConfigureAwait(false);
        return made.Status.IsEmpty ? EmptyReport.File(operation, "") : await OpenAsync(made, isPacked: false, progress, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Downloads a file: submits the report, waits until it is made, and puts its file on disk.</summary>
    /// <param name="parameters">What is asked for. They are copied.</param>
    /// <param name="path">
    /// Where to. A name that ends in <c>.zip</c> or <c>.gz</c> gets the file packed as it comes, any other the unpacked text. It is written under a temporary name beside it, which
    /// is taken away again if anything goes wrong. Where there is no data, and so no file at the service, it is an empty report: its header, its columns, and no rows.
    /// </param>
    /// <param name="overwrite">Whether a file that is there is replaced.</param>
    /// <param name="progress">Told of how far the report is, then of what came over.</param>
    /// <param name="cancellationToken">Gives up; the report goes on at the service.</param>
    /// <returns>The report whose file it is.</returns>
    /// <exception cref="IOException">There is a file of that name already, or no folder.</exception>
    /// <exception cref="ReportFailedException">The service gave the report up.</exception>
    /// <exception cref="FileDownloadException">It could not be fetched whole, or the disk refused.</exception>
    /// <inheritdoc cref="SubmitDownloadAsync(ReportingDownloadParameters, CancellationToken)"/>
    [OverloadResolutionPriority(1)] // So that new() means parameters.
    public async Task<ReportingDownloadOperation> DownloadFileAsync(
        ReportingDownloadParameters parameters, string path, bool overwrite = false, IProgress<ReportingOperationProgressInfo>? progress = null, CancellationToken cancellationToken = default)
    {
        FileOfDownload.ThrowIfTaken(path, overwrite);
        var made = await MakeAsync(Reports.Ask(parameters), null, progress, cancellationToken).ConfigureAwait(false);
        await FetchAsync(made, path, overwrite, progress, cancellationToken).ConfigureAwait(false);
        return made.Operation;
    }

    /// <summary>Puts the file of a report that was submitted before on disk; waits for it if it is not made yet.</summary>
    /// <inheritdoc cref="DownloadFileAsync(ReportingDownloadParameters, string, bool, IProgress{ReportingOperationProgressInfo}?, CancellationToken)"/>
    /// <param name="operation">The report.</param>
    /// <param name="path">Where to.</param>
    /// <param name="overwrite">Whether a file that is there is replaced.</param>
    /// <param name="progress">Told of how far the report is, then of what came over.</param>
    /// <param name="cancellationToken">Gives up; the report goes on at the service.</param>
    public async Task<ReportingDownloadOperation> DownloadFileAsync(
        ReportingDownloadOperation operation, string path, bool overwrite = false, IProgress<ReportingOperationProgressInfo>? progress = null, CancellationToken cancellationToken = default)
    {
        FileOfDownload.ThrowIfTaken(path, overwrite);
        var made = await WaitAsync(operation, progress, cancellationToken).ConfigureAwait(false);
        await FetchAsync(made, path, overwrite, progress, cancellationToken).ConfigureAwait(false);
        return operation;
    }

    /// <summary>
    /// Downloads many reports and gives each when it is made, in no certain order. At most <see cref="ReportingServiceManagerOptions.MaxReportsAtOnce"/> run at the service at once, and accounts take turns.
    /// What goes wrong with one is in its result and ends none of the others.
    /// </summary>
    /// <param name="parameters">What is asked for; all of them are taken when the walk begins. <see cref="ReportingDownloadParameters.Timeout"/> counts from a report's turn.</param>
    /// <param name="progress">Told of how far the reports are.</param>
    /// <param name="cancellationToken">Gives up; what was submitted goes on at the service. Not taking all results gives up too.</param>
    /// <returns>A result for each, to be disposed. A report that is made waits at the service until its result is read.</returns>
    public IAsyncEnumerable<ReportingDownloadResult> DownloadReportsAsync(
        IEnumerable<ReportingDownloadParameters> parameters, IProgress<ReportingOperationProgressInfo>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return MakeAllAsync(parameters, progress, cancellationToken);
    }

    private async IAsyncEnumerable<ReportingDownloadResult> MakeAllAsync(
        IEnumerable<ReportingDownloadParameters> parameters, IProgress<ReportingOperationProgressInfo>? progress, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var all = parameters.ToArray();
        var done = Channel.CreateUnbounded<ReportingDownloadResult>();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var asked = Array.ConvertAll(all, TryAsk);
        var running = new List<Task>(all.Length);
        foreach (var index in InTurns(asked))
        {
            running.Add(RunAsync(index));
        }

        try
        {
            for (var given = 0; given < all.Length; given++)
            {
                yield return await done.Reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(running).ConfigureAwait(false);
        }

        async Task RunAsync(int index) =>
            await done.Writer.WriteAsync(await MakeOneAsync(index, all[index], asked[index], progress, stop.Token).ConfigureAwait(false), CancellationToken.None).ConfigureAwait(false);
    }

    private async Task<ReportingDownloadResult> MakeOneAsync(
        int index,
        ReportingDownloadParameters parameters,
        (AskedReport? Asked, Exception? Failure) given,
        IProgress<ReportingOperationProgressInfo>? progress,
        CancellationToken cancellationToken)
    {
        if (given.Asked is not { } asked)
        {
            return new ReportingDownloadResult(index, parameters, null, given.Failure, null);
        }

        try
        {
            progress?.Report(new ReportingOperationProgressInfo(ReportingStage.Waiting));
            var place = await Reports.EnterAsync(asked, cancellationToken).ConfigureAwait(false);
            var made = await MakeAsync(asked, place, progress, cancellationToken).ConfigureAwait(false);
            return new ReportingDownloadResult(index, parameters, made.Operation, null, () => Reports.Read(made, asked.Parameters.Reading, progress));
        }
        catch (Exception failure)
        {
            // Whatever it is: it belongs to this report alone.
            return new ReportingDownloadResult(index, parameters, asked.Operation, failure, null);
        }
    }

    private (AskedReport? Asked, Exception? Failure) TryAsk(ReportingDownloadParameters parameters)
    {
        try
        {
            return (Reports.Ask(parameters), null);
        }
        catch (Exception failure)
        {
            // It belongs to this report alone.
            return (null, failure);
        }
    }

    // The first of each account, then the second of each: those that come first begin to run while the others still come.
    private static IEnumerable<int> InTurns((AskedReport? Asked, Exception? Failure)[] given)
    {
        var counts = new Dictionary<long, int>();
        var turns = new int[given.Length];
        for (var i = 0; i < given.Length; i++)
        {
            var queue = given[i].Asked?.Queue ?? 0;
            turns[i] = counts[queue] = counts.GetValueOrDefault(queue) + 1;
        }

        return Enumerable.Range(0, given.Length).OrderBy(i => turns[i]);
    }

    private async Task<MadeReport> MakeAsync(AskedReport asked, IDisposable? place, IProgress<ReportingOperationProgressInfo>? progress, CancellationToken cancellationToken)
    {
        using var deadline = Reports.Deadline(asked.Parameters.Timeout);
        return await deadline.RunAsync(token => Reports.MakeAsync(asked, place, progress, token), () => asked.Operation?.ToString(), cancellationToken).ConfigureAwait(false);
    }

    private async Task<MadeReport> WaitAsync(ReportingDownloadOperation operation, IProgress<ReportingOperationProgressInfo>? progress, CancellationToken cancellationToken)
    {
        var status = await Reports.TrackAsync(operation, progress, cancellationToken).ConfigureAwait(false);
        ReportJobs.ThrowIfFailed(operation, status);
        return new MadeReport(operation, status);
    }

    private async Task FetchAsync(MadeReport made, string path, bool overwrite, IProgress<ReportingOperationProgressInfo>? progress, CancellationToken cancellationToken)
    {
        var isPacked = FileOfDownload.IsPacked(path);
        try
        {
            await FileOfDownload.FetchAsync(
                token => made.Status.IsEmpty ? Task.FromResult<Stream>(EmptyReport.File(made.Operation, path)) : OpenAsync(made, isPacked, progress, token),
                path,
                overwrite,
                made.Operation.ToString(),
                cancellationToken).ConfigureAwait(false);
        }
        catch (FileDownloadException failure) when (ReportJobs.IsSpoiled(failure))
        {
            await Reports.ForgetAsync(made.Operation).ConfigureAwait(false);
            throw;
        }
    }

    private async Task<Stream> OpenAsync(MadeReport made, bool isPacked, IProgress<ReportingOperationProgressInfo>? progress, CancellationToken cancellationToken)
    {
        var packed = Reports.Open(made, progress);
        try
        {
            return isPacked ? packed : await FileContent.OpenAsync(packed, new ContentOptions { FileName = "report" }, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await packed.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}
