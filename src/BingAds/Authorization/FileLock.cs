using BingAds.Errors;

namespace BingAds;

/// <summary>A lock between processes: whoever has the file open has it. The system gives it back when the process dies, however it dies.</summary>
/// <param name="path">The file; it is made where it is missing.</param>
/// <param name="timeout">How long to wait for other processes.</param>
/// <param name="time">The clock.</param>
/// <param name="error">Makes the error of whoever locks: what happened, whether it passes, the cause.</param>
internal sealed class FileLock(string path, TimeSpan timeout, TimeProvider time, Func<string, bool, Exception?, SdkException> error)
{
    private static readonly TimeSpan s_firstWait = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan s_longestWait = TimeSpan.FromMilliseconds(100);

    internal async Task<FileStream> AcquireAsync(CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        var wait = s_firstWait;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (TryOpen() is { } file)
                return file;
            if (time.GetElapsedTime(start) >= timeout)
                throw error($"Other processes kept {path} locked for {timeout}.", true, null);
            await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
            wait = wait < s_longestWait ? wait * 2 : s_longestWait;
        }
    }

    private FileStream? TryOpen()
    {
        try
        {
            // The file is never deleted: somebody who waits for it would then lock a file that others don't see.
            return PrivateFile.Open(path, FileMode.OpenOrCreate);
        }
        catch (IOException e) when (IsTaken(e))
        {
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw error($"The lock file {path} can't be opened.", false, e);
        }
    }

    // Sharing and lock violation on Windows, EWOULDBLOCK on Linux and on macOS.
    private static bool IsTaken(IOException e) => OperatingSystem.IsWindows()
        ? (e.HResult & 0xFFFF) is 32 or 33
        : e.HResult == (OperatingSystem.IsMacOS() ? 35 : 11);
}
