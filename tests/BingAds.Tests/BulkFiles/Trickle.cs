namespace BingAds.Tests.BulkFiles;

/// <summary>A stream that neither seeks nor gives more than a few bytes at a time, and never at once, as a slow connection does.</summary>
internal sealed class Trickle(byte[] bytes) : Stream
{
    private int _at;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        count = Math.Min(Math.Min(count, 1 + (_at % 97)), bytes.Length - _at);
        Array.Copy(bytes, _at, buffer, offset, count);
        _at += count;
        return count;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        var chunk = new byte[buffer.Length];
        var count = Read(chunk, 0, chunk.Length);
        chunk.AsMemory(0, count).CopyTo(buffer);
        return count;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
