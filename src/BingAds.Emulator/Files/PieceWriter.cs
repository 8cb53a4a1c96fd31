using BingAds.Emulator.Store;

namespace BingAds.Emulator.Files;

/// <summary>Cuts what is written to it into pieces of the stored size. The last one goes out with <see cref="CompleteAsync"/>.</summary>
internal sealed class PieceWriter(Func<long, byte[], ValueTask> store) : Stream
{
    private readonly byte[] _buffer = new byte[PieceTable.Size];
    private int _used;
    private long _number;

    /// <summary>Bytes so far.</summary>
    public long Written { get; private set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Writes to a file within a call that has its turn.</summary>
    public static PieceWriter Within(StoreSession session, string file) => new((number, bytes) =>
    {
        session.Pieces.Insert(file, number, bytes);
        return default;
    });

    /// <summary>Writes to a file, each piece in a turn of its own.</summary>
    public static PieceWriter Beside(EmulatorStore store, string file) => new((number, bytes) => store.RunAsync(s => s.Pieces.Insert(file, number, bytes)));

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Written += buffer.Length;
        while (!buffer.IsEmpty)
        {
            var count = Math.Min(buffer.Length, _buffer.Length - _used);
            buffer[..count].CopyTo(_buffer.AsMemory(_used));
            buffer = buffer[count..];
            _used += count;
            if (_used == _buffer.Length)
                await EmitAsync().ConfigureAwait(false);
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count) => WriteAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    /// <summary>Stores what is left; an empty file has one empty piece, which tells it from none.</summary>
    public async ValueTask CompleteAsync()
    {
        if (_used > 0 || _number == 0)
            await EmitAsync().ConfigureAwait(false);
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private ValueTask EmitAsync()
    {
        var bytes = _buffer.AsSpan(0, _used).ToArray();
        _used = 0;
        return store(_number++, bytes);
    }
}
