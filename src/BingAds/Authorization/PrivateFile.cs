using System.Runtime.Versioning;
using System.Security.AccessControl;
using System.Security.Principal;

namespace BingAds;

/// <summary>Files that only their owner can open, from their first moment on.</summary>
internal static class PrivateFile
{
    internal const string HalfFileEnding = ".half";

    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnerFolder = OwnerFile | UnixFileMode.UserExecute;

    /// <summary>Opens a file for this process alone; makes it, and its folder, where it is missing.</summary>
    internal static FileStream Open(string path, FileMode mode)
    {
        var folder = Path.GetDirectoryName(path)!;
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
            return OpenOnWindows(path, mode);
        }
        // Folders that exist keep their mode.
        Directory.CreateDirectory(folder, OwnerFolder);
        return new FileStream(path, new FileStreamOptions
        {
            Mode = mode,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            BufferSize = 0,
            UnixCreateMode = OwnerFile,
        });
    }

    /// <summary>Replaces a file as a whole: a reader sees the old one or the new one, and so does who comes after a crash.</summary>
    internal static async Task ReplaceAsync(string path, ReadOnlyMemory<byte> content, TimeProvider time, CancellationToken cancellationToken)
    {
        var half = $"{path}.{Guid.NewGuid():N}{HalfFileEnding}";
        try
        {
            var file = Open(half, FileMode.CreateNew);
            await using (file.ConfigureAwait(false))
            {
                await file.WriteAsync(content, cancellationToken).ConfigureAwait(false);
                // Before the rename: a power cut could otherwise leave the new name with nothing behind it.
#pragma warning disable CA1849 // To the disk itself: there is no asynchronous form of that.
                file.Flush(flushToDisk: true);
#pragma warning restore CA1849
            }
            await MoveOverAsync(half, path, time, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            File.Delete(half);
            throw;
        }
    }

    /// <summary>Reads a file without being in the way of whoever replaces it.</summary>
    internal static async Task<byte[]> ReadAllBytesAsync(string path, CancellationToken cancellationToken)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, useAsync: false);
        await using (file.ConfigureAwait(false))
        {
            var content = new byte[file.Length];
            await file.ReadExactlyAsync(content, cancellationToken).ConfigureAwait(false);
            return content;
        }
    }

    private static async Task MoveOverAsync(string from, string to, TimeProvider time, CancellationToken cancellationToken)
    {
        const int MostTries = 50;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                File.Move(from, to, overwrite: true);
                return;
            }
            catch (Exception e) when (OperatingSystem.IsWindows() && attempt < MostTries && e is IOException or UnauthorizedAccessException)
            {
                // Windows may refuse while somebody reads the old file, which takes a moment only.
                await Task.Delay(TimeSpan.FromMilliseconds(10), time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    [SupportedOSPlatform("windows")]
    private static FileStream OpenOnWindows(string path, FileMode mode)
    {
        var security = new FileSecurity();
        security.SetAccessRuleProtection(isProtected: true, preserveInheritance: false);
        using var identity = WindowsIdentity.GetCurrent();
        security.AddAccessRule(new FileSystemAccessRule(identity.User!, FileSystemRights.FullControl, AccessControlType.Allow));
        return new FileInfo(path).Create(mode, FileSystemRights.ReadData | FileSystemRights.WriteData, FileShare.None, 1, FileOptions.None, security);
    }
}
