using BingAds.Files;

namespace BingAds.Emulator;

/// <summary>A request body that breaks off, and the connection with it.</summary>
internal sealed class CutRequestBody(Stream whole, long bytes, Action abort) : ReadOnlyStream
{
    private long _left = bytes;

    public bool IsCut { get; private set; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_left == 0 && !buffer.IsEmpty)
        {
            IsCut = true;
            abort();
            throw new IOException("The connection was reset, as a fault asked for.");
        }

        var read = await whole.ReadAsync(buffer[..(int)Math.Min(buffer.Length, _left)], cancellationToken).ConfigureAwait(false);
        _left -= read;
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();
}
