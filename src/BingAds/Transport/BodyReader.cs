using System.Globalization;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using BingAds.Errors;

namespace BingAds.Transport;

/// <summary>Reads the body of an answer into pooled memory, within the limit that the options set.</summary>
internal static class BodyReader
{
    /// <exception cref="BrokenResponseException">The body is larger than <paramref name="limit"/>.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public static async ValueTask<PooledBuffer> ReadAsync(HttpContent content, long limit, CancellationToken cancellationToken)
    {
        var known = Length(content);
        if (known > limit)
        {
            throw TooLarge(limit);
        }

        var buffer = new PooledBuffer(known is > 0 and < 1 << 20 ? (int)known.Value + 1 : 4096);
        try
        {
            var source = Decompressed(await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false), content);
            while (true)
            {
                var read = await source.ReadAsync(buffer.GetMemory(1), cancellationToken).ConfigureAwait(false);
                if (read == 0)
                {
                    return buffer;
                }

                buffer.Advance(read);
                if (buffer.Length > limit)
                {
                    throw TooLarge(limit);
                }
            }
        }
        catch
        {
            buffer.Dispose();
            throw;
        }
    }

    // As text: the typed property makes objects for it.
    private static long? Length(HttpContent content) =>
        content.Headers.NonValidated.TryGetValues("Content-Length", out var values)
        && long.TryParse(values.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length : null;

    // A handler that decompresses by itself takes the header away.
    private static Stream Decompressed(Stream raw, HttpContent content)
    {
        if (!content.Headers.NonValidated.TryGetValues("Content-Encoding", out var values))
        {
            return raw;
        }

        return values.ToString().Trim().ToUpperInvariant() switch
        {
            "GZIP" or "X-GZIP" => new GZipStream(raw, CompressionMode.Decompress),
            "DEFLATE" => new ZLibStream(raw, CompressionMode.Decompress),
            "BR" => new BrotliStream(raw, CompressionMode.Decompress),
            _ => raw,
        };
    }

    private static BrokenResponseException TooLarge(long limit) =>
        new($"The answer is larger than {limit} bytes.") { Limit = nameof(ServiceClientOptions.MaxResponseBytes) };
}
