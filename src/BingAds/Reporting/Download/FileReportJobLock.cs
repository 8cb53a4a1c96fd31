using System.Text;
using BingAds.Errors;

namespace BingAds.Reporting.Download;

/// <summary>The open file of one request, and so its lock.</summary>
internal sealed class FileReportJobLock(FileStream file, string path, IDisposable turn) : IReportJobLock
{
    private const int MaxBytes = 1 << 20;

    private bool _hasIntent;

    public ReportJobEntry? Entry { get; set; }

    public string FilePath => path;

    public async Task<string> ReadAsync(CancellationToken cancellationToken)
    {
        var bytes = new byte[Math.Min(file.Length, MaxBytes)];
        file.Position = 0;
        await file.ReadExactlyAsync(bytes, cancellationToken).ConfigureAwait(false);
        return Encoding.UTF8.GetString(bytes);
    }

    /// <summary>Copies what cannot be read to another file, and empties this one: it stays the lock.</summary>
    public async Task SetAsideAsync(string aside, CancellationToken cancellationToken)
    {
        file.Position = 0;
        var copy = PrivateFile.Open(aside, FileMode.CreateNew);
        await using (copy.ConfigureAwait(false))
        {
            await file.CopyToAsync(copy, cancellationToken).ConfigureAwait(false);
#pragma warning disable CA1849 // To the disk itself: there is no asynchronous form of that.
            copy.Flush(flushToDisk: true);
#pragma warning restore CA1849
        }

        file.SetLength(0);
    }

    public async ValueTask WriteAsync(ReportJobEntry entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        try
        {
            // What was there before a submission is of no use any more; the id that follows it comes behind, in one write.
            if (!_hasIntent || entry.Operation is null)
            {
                file.SetLength(0);
            }

            file.Position = file.Length;
            await file.WriteAsync(FileReportJobContent.Line(entry), cancellationToken).ConfigureAwait(false);
#pragma warning disable CA1849 // To the disk itself: there is no asynchronous form of that.
            file.Flush(flushToDisk: true);
#pragma warning restore CA1849
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ReportJobStoreException($"The file {path} can't be written.", false, e);
        }

        (Entry, _hasIntent) = (entry, entry.Operation is null);
    }

    public ValueTask RemoveAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            // Not deleted: who waits for it would then lock a file that others don't see.
            file.SetLength(0);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ReportJobStoreException($"The file {path} can't be written.", false, e);
        }

        (Entry, _hasIntent) = (null, false);
        return default;
    }

    public async ValueTask DisposeAsync()
    {
        await file.DisposeAsync().ConfigureAwait(false);
        turn.Dispose();
    }

    /// <summary>Deletes a file that nobody has open. Who opened it meanwhile and gets its lock finds the word in it, and opens the path anew.</summary>
    /// <exception cref="IOException">Somebody has it open.</exception>
    public static void Delete(string path)
    {
        using (var file = PrivateFile.Open(path, FileMode.OpenOrCreate))
        {
            file.SetLength(0);
            file.Write(Encoding.UTF8.GetBytes(FileReportJobContent.Gone));
            if (!OperatingSystem.IsWindows())
            {
                File.Delete(path);
                return;
            }
        }

        File.Delete(path);
    }
}
