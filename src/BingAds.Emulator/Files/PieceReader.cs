using BingAds.Emulator.Store;
using BingAds.Files;

namespace BingAds.Emulator.Files;

/// <summary>A stored file from some place on: the mirror of <see cref="PieceWriter"/>.</summary>
internal sealed class PieceReader(Func<long, CancellationToken, ValueTask<byte[]?>> find, long start = 0) : ReadOnlyStream
{
    private long _number = start / PieceTable.Size;
    private int _skip = (int)(start % PieceTable.Size);
    private ReadOnlyMemory<byte> _piece;

    /// <summary>Reads a file within a call that has its turn.</summary>
    public static PieceReader Within(StoreSession session, string file) => new((number, _) => new ValueTask<byte[]?>(session.Pieces.Find(file, number)));

    /// <summary>Reads a file, each piece in a turn of its own, so a slow reader holds nobody up.</summary>
    public static PieceReader Beside(EmulatorStore store, string file, long start = 0)
        => new((number, cancellationToken) => store.RunAsync(s => s.Pieces.Find(file, number), cancellationToken), start);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty)
            return 0;
        if (_piece.IsEmpty)
        {
            var bytes = await find(_number++, cancellationToken).ConfigureAwait(false);
            if (bytes is null)
                return 0;
            _piece = bytes.AsMemory(Math.Min(_skip, bytes.Length));
            _skip = 0;
        }

        var count = Math.Min(buffer.Length, _piece.Length);
        _piece[..count].CopyTo(buffer);
        _piece = _piece[count..];
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();
}
