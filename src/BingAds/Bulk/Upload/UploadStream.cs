using System.Buffers;

namespace BingAds.Bulk.Upload;

/// <summary>
/// The way out of an upload's bytes: gathers them, counts them, and watches the network alone. The clock runs only while bytes are on their way, so that a slow
/// maker of rows is no stalled connection; and a failure of the network is noted here, so that what else fails is known to be the maker's.
/// </summary>
internal sealed class UploadStream(Stream target, UploadWatch watch) : WriteOnlyStream
{
    private const int Enough = 64 << 10;

    private readonly ArrayBufferWriter<byte> _held = new(Enough + 4096);

    // Packing writes its last bytes without waiting: they stay here until something is awaited.
    public override void Write(ReadOnlySpan<byte> buffer) => _held.Write(buffer);

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _held.Write(buffer.Span);
        return _held.WrittenCount < Enough ? default : new(SendAsync(flush: false, cancellationToken));
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => SendAsync(flush: true, cancellationToken);

    private async Task SendAsync(bool flush, CancellationToken cancellationToken)
    {
        watch.Start();
        try
        {
            await target.WriteAsync(_held.WrittenMemory, cancellationToken).ConfigureAwait(false);
            if (flush)
            {
                await target.FlushAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception)
        {
            watch.IsNetworkBroken = true;
            throw;
        }

        watch.Stop(_held.WrittenCount);
        _held.ResetWrittenCount();
    }
}
