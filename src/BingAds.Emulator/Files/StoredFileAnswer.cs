using System.Globalization;
using BingAds.Emulator.Store;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace BingAds.Emulator.Files;

/// <summary>Answers a GET of a stored file, or of a part of it: what a broken download goes on with.</summary>
internal static class StoredFileAnswer
{
    /// <param name="context">The request.</param>
    /// <param name="store">Where the file is.</param>
    /// <param name="file">Its name there; it never changes once it can be asked for.</param>
    /// <param name="acceptRanges">Whether parts are given.</param>
    public static async Task WriteAsync(HttpContext context, EmulatorStore store, string file, bool acceptRanges)
    {
        if (await store.RunAsync(s => s.Pieces.Length(file), context.RequestAborted).ConfigureAwait(false) is not { } length)
        {
            await StorageRefusal.MissingAsync(context).ConfigureAwait(false);
            return;
        }

        var tag = string.Create(CultureInfo.InvariantCulture, $"\"{file.Replace('/', '-')}-{length:x}\"");
        var (response, headers) = (context.Response, context.Response.Headers);
        headers.ETag = tag;
        headers.AcceptRanges = acceptRanges ? "bytes" : "none";
        response.ContentType = "application/octet-stream";
        var (from, to) = (0L, length - 1);
        if (acceptRanges && Range(context.Request, tag) is { } range)
        {
            (from, to) = range.From is { } start ? (start, Math.Min(range.To ?? to, to)) : (Math.Max(length - range.To!.Value, 0), to);
            if (from > to)
            {
                headers.ContentRange = string.Create(CultureInfo.InvariantCulture, $"bytes */{length}");
                response.StatusCode = StatusCodes.Status416RangeNotSatisfiable;
                return;
            }

            headers.ContentRange = string.Create(CultureInfo.InvariantCulture, $"bytes {from}-{to}/{length}");
            response.StatusCode = StatusCodes.Status206PartialContent;
        }

        response.ContentLength = to - from + 1;
        if (!HttpMethods.IsHead(context.Request.Method))
            await CopyAsync(context, PieceReader.Beside(store, file, from), to - from + 1).ConfigureAwait(false);
    }

    /// <summary>The one range that is asked for, if the file is still the one that the asker has begun.</summary>
    private static RangeItemHeaderValue? Range(HttpRequest request, string tag)
    {
        if (request.Headers.IfRange.ToString() is { Length: > 0 } condition && condition != tag)
            return null;
        return RangeHeaderValue.TryParse(request.Headers.Range.ToString(), out var range) && range.Ranges.Count == 1 ? range.Ranges.First() : null;
    }

    private static async Task CopyAsync(HttpContext context, PieceReader from, long count)
    {
        await using var reader = from.ConfigureAwait(false);
        var buffer = new byte[PieceTable.Size];
        while (count > 0)
        {
            var read = await from.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, count)), context.RequestAborted).ConfigureAwait(false);
            if (read == 0)
                return; // Deleted meanwhile; the connection then ends before the announced length.
            await context.Response.Body.WriteAsync(buffer.AsMemory(0, read), context.RequestAborted).ConfigureAwait(false);
            count -= read;
        }
    }
}
