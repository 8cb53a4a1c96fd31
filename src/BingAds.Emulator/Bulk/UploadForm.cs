using BingAds.Emulator.Api;
using BingAds.Emulator.Files;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace BingAds.Emulator.Bulk;

/// <summary>The form that a file is posted in: exactly one part with a file, named <c>file</c>.</summary>
internal static class UploadForm
{
    private const int BufferSize = 64 << 10;

    /// <summary>Hands the file to the writer as it comes; gives its name.</summary>
    /// <exception cref="UploadRefusedException">There is no file, or not one, or not of a kind that is taken.</exception>
    public static async Task<string> ReadAsync(HttpRequest request, PieceWriter target, long maxBytes, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 } boundary)
        {
            throw new UploadRefusedException(ErrorNumber.BulkNoFileFound);
        }

        try
        {
            return await ReadAsync(new MultipartReader(boundary, request.Body, BufferSize), target, maxBytes, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or InvalidDataException && !request.HttpContext.RequestAborted.IsCancellationRequested)
        {
            // The body ended, by the rules of HTTP, before the form did.
            throw new UploadRefusedException(ErrorNumber.BulkNoFileFound);
        }
    }

    private static async Task<string> ReadAsync(MultipartReader form, PieceWriter target, long maxBytes, CancellationToken cancellationToken)
    {
        string? name = null;
        while (await form.ReadNextSectionAsync(cancellationToken).ConfigureAwait(false) is { } part)
        {
            if (FileName(part) is not { } fileName)
                continue;
            if (name is not null)
                throw new UploadRefusedException(ErrorNumber.BulkMultipleFilesFound);
            name = fileName;
            CheckExtension(name);
            await CopyAsync(part.Body, target, maxBytes, cancellationToken).ConfigureAwait(false);
        }

        return name ?? throw new UploadRefusedException(ErrorNumber.BulkNoFileFound);
    }

    /// <summary>Name of the file in a part; null if it is none, or not the one that counts.</summary>
    private static string? FileName(MultipartSection part)
    {
        if (!ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var header)
            || !HeaderUtilities.RemoveQuotes(header.Name).Equals("file", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var name = header.FileNameStar.HasValue ? header.FileNameStar : HeaderUtilities.RemoveQuotes(header.FileName);
        return name.Length > 0 ? name.Value : null;
    }

    private static void CheckExtension(string name)
    {
        if (Path.GetExtension(name).ToUpperInvariant() is not (".ZIP" or ".CSV" or ".TSV"))
            throw new UploadRefusedException(ErrorNumber.BulkInvalidFileExtension);
    }

    private static async Task CopyAsync(Stream file, PieceWriter target, long maxBytes, CancellationToken cancellationToken)
    {
        var buffer = new byte[BufferSize];
        int read;
        while ((read = await file.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            if (target.Written + read > maxBytes)
                throw new UploadRefusedException(ErrorNumber.BulkRowCountExceeded, StatusCodes.Status413PayloadTooLarge);
            await target.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
        }
    }
}
