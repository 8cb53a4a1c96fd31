using BingAds.Errors;
using BingAds.Files;

namespace BingAds.Jobs;

/// <summary>Puts the file of a download on disk: under a temporary name first, and under its own once it is whole. Nothing is left behind when it fails.</summary>
internal static class FileOfDownload
{
    private const int BufferSize = 64 << 10;

    // A damaged file is fetched so often in all.
    private const int MaxFetches = 3;

    /// <summary>Whether a file of this name gets the bytes packed, as they come.</summary>
    public static bool IsPacked(string path) => Path.GetExtension(path).ToUpperInvariant() is ".ZIP" or ".GZ";

    /// <summary>Says before anything is asked for, and not after the wait, that a file cannot go there.</summary>
    public static void ThrowIfTaken(string path, bool overwrite)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!overwrite && File.Exists(path))
        {
            throw new IOException($"There is a file '{path}' already; allow it to be overwritten, or choose another name.");
        }

        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder && !Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"There is no folder '{folder}'.");
        }
    }

    /// <summary>Fetches a file, once more by another link if it turns out to be damaged.</summary>
    /// <param name="open">Opens the file as it goes on disk.</param>
    /// <param name="path">Where it goes.</param>
    /// <param name="overwrite">Whether a file that is there is replaced.</param>
    /// <param name="savedOperation">The job's saved text, for exceptions.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="FileDownloadException">It stays damaged, or the disk refused.</exception>
    public static async Task FetchAsync(
        Func<CancellationToken, Task<Stream>> open, string path, bool overwrite, string savedOperation, CancellationToken cancellationToken)
    {
        for (var fetch = 1; ; fetch++)
        {
            try
            {
                var content = await open(cancellationToken).ConfigureAwait(false);
                await using (content.ConfigureAwait(false))
                {
                    await WriteAsync(content, path, overwrite, cancellationToken).ConfigureAwait(false);
                }

                return;
            }
            catch (FileFormatException damage) when (fetch == MaxFetches)
            {
                throw new FileDownloadException("The file of the download is damaged, however often it is fetched", damage) { SavedOperation = savedOperation };
            }
            catch (FileFormatException)
            {
                // Once more, by another link.
            }
            catch (Exception disk) when (disk is IOException or UnauthorizedAccessException)
            {
                throw new FileDownloadException("The file of the download could not be written", disk) { SavedOperation = savedOperation };
            }
        }
    }

    /// <param name="content">The file as it comes; packed or not.</param>
    /// <param name="path">Where it goes.</param>
    /// <param name="overwrite">Whether a file that is there is replaced.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task WriteAsync(Stream content, string path, bool overwrite, CancellationToken cancellationToken)
    {
        var temporary = $"{path}.{Path.GetRandomFileName()}.part";
        try
        {
            var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, useAsync: true);
            await using (file.ConfigureAwait(false))
            {
                await content.CopyToAsync(file, BufferSize, cancellationToken).ConfigureAwait(false);
                await CheckAsync(file, path, cancellationToken).ConfigureAwait(false);
            }

            File.Move(temporary, path, overwrite);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    // An archive tells whether it is whole; better now than when it is read.
    private static async Task CheckAsync(FileStream file, string path, CancellationToken cancellationToken)
    {
        file.Position = 0;
        var content = await FileContent.OpenAsync(file, new ContentOptions { FileName = Path.GetFileName(path), LeaveOpen = true }, cancellationToken).ConfigureAwait(false);
        await using (content.ConfigureAwait(false))
        {
            if (content.Compression != FileCompression.None)
            {
                await content.CopyToAsync(Stream.Null, BufferSize, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
