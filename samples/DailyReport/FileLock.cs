namespace DailyReport;

/// <summary>A file that one process at a time may hold. The operating system lets go of it when that process ends, however it ends.</summary>
internal static class FileLock
{
    /// <summary>Takes it; null if somebody else has it.</summary>
    public static FileStream? TryTake(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
