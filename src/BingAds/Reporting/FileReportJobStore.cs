using System.Globalization;
using BingAds.Errors;
using BingAds.Jobs;
using BingAds.Reporting.Download;

namespace BingAds.Reporting;

/// <summary>Keeps the ids of submitted reports in a folder, a file for each request, for any number of processes of one user on one machine.</summary>
/// <remarks>
/// <para>
/// Whoever has a request's file open has its lock, and the system takes it back when the process dies, however it dies. The file gets a line before the request is sent and another, with the id,
/// right after the answer, through the same handle. A process that is killed between the service's taking the request and the second line leaves a report that nobody knows of, and the
/// request is submitted again: the service offers no way to find it. That takes the way of the answer and some microseconds.
/// </para>
/// <para>
/// Each line has a checksum. A file that is damaged is not used and not lost: what is in it is set aside under a name that ends in <c>.damaged</c>, and the request counts as not submitted;
/// <see cref="Damaged"/> is told. A file of a later version is an error. Files that were not written for three days are deleted.
/// </para>
/// <para>The folder belongs on a local disk: the locks of network file systems are not always kept between machines. Nothing secret is in it.</para>
/// </remarks>
public sealed class FileReportJobStore : IReportJobStore
{
    private const string Ending = ".job";

    private static readonly TimeSpan s_kept = TimeSpan.FromDays(3);
    private static readonly TimeSpan s_sweepEvery = TimeSpan.FromHours(1);

    private readonly TimeSpan _lockTimeout;
    private readonly TimeProvider _time;
    private readonly KeyedTurns _turns = new();
    private long _nextSweep;

    /// <summary>Names the folder; it is made when first needed.</summary>
    /// <param name="folder">The folder, for this store alone.</param>
    /// <param name="lockTimeout">How long to wait for another process that submits the same request. Default 15 minutes: longer than a call may take with all its repetitions.</param>
    /// <param name="timeProvider">The clock; the system's by default.</param>
    public FileReportJobStore(string folder, TimeSpan? lockTimeout = null, TimeProvider? timeProvider = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        _lockTimeout = lockTimeout ?? TimeSpan.FromMinutes(15);
        ArgumentOutOfRangeException.ThrowIfLessThan(_lockTimeout, TimeSpan.Zero, nameof(lockTimeout));
        Folder = Path.GetFullPath(folder);
        _time = timeProvider ?? TimeProvider.System;
    }

    /// <summary>The whole path of the folder.</summary>
    public string Folder { get; }

    /// <summary>Told of each damaged file: under which path its content was set aside. Null (default) for nobody.</summary>
    public Action<string>? Damaged { get; init; }

    /// <inheritdoc/>
    public async ValueTask<IReportJobLock> LockAsync(string key, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        if (key.Length > 64 || key.AsSpan().ContainsAnyExcept("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"))
        {
            throw new ArgumentException("A key is made of at most 64 letters and digits.", nameof(key));
        }

        Sweep();

        // Tasks of this process take turns without asking the disk.
        var turn = await _turns.TakeAsync(key, cancellationToken).ConfigureAwait(false);
        try
        {
            return await OpenAsync(key, turn, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }

    private async Task<FileReportJobLock> OpenAsync(string key, IDisposable turn, CancellationToken cancellationToken)
    {
        var path = Path.Combine(Folder, key + Ending);
        for (var opening = 1; ; opening++)
        {
            var file = await new FileLock(path, _lockTimeout, _time, Error).AcquireAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                var held = new FileReportJobLock(file, path, turn);
                var content = await held.ReadAsync(cancellationToken).ConfigureAwait(false);

                // Deleted while this waited for it, so that others would lock another file. One that is found twice is left from a deletion that did not end.
                if (content != FileReportJobContent.Gone || opening > 1 || OperatingSystem.IsWindows())
                {
                    held.Entry = content == FileReportJobContent.Gone ? null : await EntryAsync(held, content, key, cancellationToken).ConfigureAwait(false);
                    return held;
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                await file.DisposeAsync().ConfigureAwait(false);
                throw Error($"The file {path} can't be read.", false, e);
            }
            catch
            {
                await file.DisposeAsync().ConfigureAwait(false);
                throw;
            }

            await file.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task<ReportJobEntry?> EntryAsync(FileReportJobLock held, string content, string key, CancellationToken cancellationToken)
    {
        var (entry, state) = FileReportJobContent.Read(content);
        if (state == FileReportJobContent.State.Whole)
        {
            return entry;
        }

        if (state == FileReportJobContent.State.Later)
        {
            throw Error($"The file {held.FilePath} was written by a later version. Use that, or another folder.", false, null);
        }

        var aside = Path.Combine(Folder, string.Create(CultureInfo.InvariantCulture, $"{key}.{_time.GetUtcNow():yyyyMMddHHmmss}.{Path.GetRandomFileName()[..6]}.damaged"));
        await held.SetAsideAsync(aside, cancellationToken).ConfigureAwait(false);
        Damaged?.Invoke(aside);

        // The lines before the damaged one are whole; as a rule that a submission was begun.
        return entry is { Operation: null } ? entry : null;
    }

    // Now and then, and never in the way: a file that somebody has open is left for the next time.
    private void Sweep()
    {
        var now = _time.GetUtcNow();
        var next = Interlocked.Read(ref _nextSweep);
        if (now.UtcTicks < next || Interlocked.CompareExchange(ref _nextSweep, (now + s_sweepEvery).UtcTicks, next) != next || !Directory.Exists(Folder))
        {
            return;
        }

        foreach (var path in Directory.EnumerateFiles(Folder, "*" + Ending))
        {
            try
            {
                if (now.UtcDateTime - File.GetLastWriteTimeUtc(path) > s_kept)
                {
                    FileReportJobLock.Delete(path);
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Somebody uses it.
            }
        }
    }

    private static ReportJobStoreException Error(string message, bool isTransient, Exception? cause) => new(message, isTransient, cause);
}
