using System.Buffers;

namespace BingAds.Transport;

/// <summary>A growing buffer whose memory comes from the shared pool and goes back to it.</summary>
internal sealed class PooledBuffer(int capacity = 4096) : IBufferWriter<byte>, IDisposable
{
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(capacity);
    private int _lent;

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Memory => _bytes.AsMemory(0, Length);

    public ReadOnlySpan<byte> Span => _bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    public void Advance(int count) => Length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Grow(sizeHint);
        return _bytes.AsMemory(Length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Grow(sizeHint);
        return _bytes.AsSpan(Length);
    }

    /// <summary>Marks the memory as in use by somebody who may hold it for longer than this object lives.</summary>
    public void Lend() => Interlocked.Increment(ref _lent);

    public void TakeBack() => Interlocked.Decrement(ref _lent);

    public void Dispose()
    {
        var bytes = _bytes;
        _bytes = [];
        Length = 0;

        // A call that was cancelled may leave a write behind that still reads the memory: then it is the collector's.
        if (bytes.Length > 0 && Volatile.Read(ref _lent) == 0)
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private void Grow(int sizeHint)
    {
        var needed = Length + Math.Max(sizeHint, 1);
        if (needed <= _bytes.Length)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, (int)Math.Min(_bytes.Length * 2L, Array.MaxLength)));
        Span.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
