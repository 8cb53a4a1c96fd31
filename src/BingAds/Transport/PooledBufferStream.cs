namespace BingAds.Transport;

/// <summary>A stream that only writes, into a pooled buffer: what the framework's XML writer wants.</summary>
internal sealed class PooledBufferStream(PooledBuffer buffer) : Stream
{
    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => buffer.Length;

    public override long Position
    {
        get => buffer.Length;
        set => throw new NotSupportedException("The stream only appends.");
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("The stream only writes.");

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException("The stream only appends.");

    public override void SetLength(long value) => throw new NotSupportedException("The stream only appends.");

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(buffer.GetSpan(bytes.Length));
        buffer.Advance(bytes.Length);
    }
}
