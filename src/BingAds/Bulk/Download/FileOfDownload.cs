using BingAds.Errors;
using BingAds.Files;

namespace BingAds.Bulk.Download;

/// <summary>Puts the file of a download on disk: under a temporary name first, and under its own once it is whole. Nothing is left behind when it fails.</summary>
internal static class FileOfDownload
{
    private const int BufferSize = 64 << 10;

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
