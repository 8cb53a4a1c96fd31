namespace BingAds.Files.Tests;

/// <summary>Gives its bytes in pieces of chosen sizes, as a network does, and may fail at the end.</summary>
internal sealed class ChunkStream(byte[] bytes, Func<int> nextSize, Exception? failure = null) : ReadOnlyStream
{
    private int _at;

    public bool IsDisposed { get; private set; }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_at == bytes.Length && failure is not null)
            throw failure;
        var size = Math.Min(Math.Min(count, bytes.Length - _at), Math.Max(1, nextSize()));
        bytes.AsSpan(_at, size).CopyTo(buffer.AsSpan(offset));
        _at += size;
        return size;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if ((_at & 1) == 0)
            await Task.Yield();
        var piece = new byte[buffer.Length];
        var count = Read(piece, 0, piece.Length);
        piece.AsSpan(0, count).CopyTo(buffer.Span);
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }
}
