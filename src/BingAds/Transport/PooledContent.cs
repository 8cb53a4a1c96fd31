using System.Net;

namespace BingAds.Transport;

/// <summary>A request's body straight from a pooled buffer, which the caller gives back after the last attempt.</summary>
internal sealed class PooledContent : HttpContent
{
    private readonly PooledBuffer _buffer;

    public PooledContent(PooledBuffer buffer, string contentType)
    {
        _buffer = buffer;
        Headers.TryAddWithoutValidation("Content-Type", contentType);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        _buffer.Lend();
        try
        {
            await stream.WriteAsync(_buffer.Memory, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _buffer.TakeBack();
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _buffer.Length;
        return true;
    }
}
