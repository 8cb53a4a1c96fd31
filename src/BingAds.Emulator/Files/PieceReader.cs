using BingAds.Emulator.Store;
using BingAds.Files;

namespace BingAds.Emulator.Files;

/// <summary>A stored file from some place on. It takes a turn at the store for each piece, so a slow reader holds nobody up.</summary>
internal sealed class PieceReader(EmulatorStore store, string file, long start = 0) : ReadOnlyStream
{
    private long _number = start / PieceTable.Size;
    private int _skip = (int)(start % PieceTable.Size);
    private ReadOnlyMemory<byte> _piece;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty)
            return 0;
        if (_piece.IsEmpty)
        {
            var number = _number++;
            var bytes = await store.RunAsync(s => s.Pieces.Find(file, number), cancellationToken).ConfigureAwait(false);
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
