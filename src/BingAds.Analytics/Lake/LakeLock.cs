using System.Globalization;

namespace BingAds.Analytics;

/// <summary>
/// Locks that hold between threads and processes: files that the operating system locks, and lets go when a process ends however it ends. Readers share the data lock; who
/// moves files has it alone, for as long as renaming takes.
/// </summary>
internal sealed class LakeLock(LakeLayout layout, ReportLakeOptions options)
{
    private static readonly TimeSpan s_firstWait = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan s_longestWait = TimeSpan.FromMilliseconds(50);

    /// <summary>For as long as files are read.</summary>
    public Task<IDisposable> ReadAsync(CancellationToken cancellationToken) => TakeAsync(isShared: true, cancellationToken);

    /// <summary>For as long as files are moved.</summary>
    public Task<IDisposable> WriteAsync(CancellationToken cancellationToken) => TakeAsync(isShared: false, cancellationToken);

    /// <summary>A lock of its own for one who works at something; null if someone has it.</summary>
    public static IDisposable? TryOwn(string path) => TryOpen(path, isShared: false);

    private async Task<IDisposable> TakeAsync(bool isShared, CancellationToken cancellationToken)
    {
        layout.Create();
        var start = options.TimeProvider.GetTimestamp();
        using var turn = await WaitAsync(layout.TurnLock, isShared: false, start, cancellationToken).ConfigureAwait(false);
        return await WaitAsync(layout.DataLock, isShared, start, cancellationToken).ConfigureAwait(false);
    }

    private async Task<IDisposable> WaitAsync(string path, bool isShared, long start, CancellationToken cancellationToken)
    {
        for (var wait = s_firstWait; ; wait = TimeSpan.FromTicks(Math.Min(wait.Ticks * 2, s_longestWait.Ticks)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (TryOpen(path, isShared) is { } held)
            {
                return held;
            }

            if (options.LockTimeout != Timeout.InfiniteTimeSpan && options.TimeProvider.GetElapsedTime(start) > options.LockTimeout)
            {
                throw new ReportLakeException(LakeFault.Busy, string.Create(CultureInfo.InvariantCulture, $"The lake was in use by others for {options.LockTimeout}: '{path}'."));
            }

            await Task.Delay(wait, options.TimeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    private static FileStream? TryOpen(string path, bool isShared)
    {
        try
        {
            return isShared
                ? new FileStream(path, FileMode.OpenOrCreate, FileAccess.Read, FileShare.Read, bufferSize: 0)
                : new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }
        catch (IOException e) when (e is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException))
        {
            return null;
        }
    }
}
