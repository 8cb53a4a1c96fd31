using System.Buffers;
using System.Buffers.Binary;

namespace BingAds.Analytics;

/// <summary>
/// The rows of one partition as they came: the line and the cells, each with its length before it. Those in memory are the newest; older ones are pieces of the spill file.
/// </summary>
internal sealed class PartitionRows
{
    private const int LengthBytes = sizeof(int);

    private byte[] _buffer = [];

    public int Used { get; private set; }

    public long Rows { get; private set; }

    /// <summary>Where older rows are in the spill file, in their order.</summary>
    public List<(long Offset, int Length)> Spilled { get; } = [];

    public void BeginRow(long line)
    {
        Rows++;
        BinaryPrimitives.WriteInt64LittleEndian(Room(sizeof(long)), line);
        Used += sizeof(long);
    }

    public void Append(ReadOnlySpan<byte> cell)
    {
        var room = Room(LengthBytes + cell.Length);
        BinaryPrimitives.WriteInt32LittleEndian(room, cell.Length);
        cell.CopyTo(room[LengthBytes..]);
        Used += LengthBytes + cell.Length;
    }

    /// <summary>Writes what is in memory to the spill file and forgets it.</summary>
    public void Spill(FileStream file)
    {
        if (Used == 0)
        {
            return;
        }

        Spilled.Add((file.Position, Used));
        file.Write(_buffer.AsSpan(0, Used));
        Drop();
    }

    /// <summary>Adds all rows to batches, in their order.</summary>
    /// <param name="spill">The spill file; null if there is none.</param>
    /// <param name="batch">The batch that is filled.</param>
    /// <param name="filled">Called for each batch that is full.</param>
    public void Replay(FileStream? spill, RowBatch batch, Action<RowBatch> filled)
    {
        foreach (var (offset, length) in Spilled)
        {
            var piece = ArrayPool<byte>.Shared.Rent(length);
            try
            {
                ReadAll(spill!, piece.AsSpan(0, length), offset);
                Replay(piece.AsSpan(0, length), batch, filled);
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(piece);
            }
        }

        Replay(_buffer.AsSpan(0, Used), batch, filled);
    }

    public void Drop()
    {
        if (_buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
        }

        (_buffer, Used) = ([], 0);
    }

    private static void Replay(ReadOnlySpan<byte> rows, RowBatch batch, Action<RowBatch> filled)
    {
        while (rows.Length > 0)
        {
            var line = BinaryPrimitives.ReadInt64LittleEndian(rows);
            rows = rows[sizeof(long)..];
            for (var i = 0; i < batch.Columns; i++)
            {
                var length = BinaryPrimitives.ReadInt32LittleEndian(rows);
                batch.Append(i, rows.Slice(LengthBytes, length), line);
                rows = rows[(LengthBytes + length)..];
            }

            if (batch.EndRow())
            {
                filled(batch);
            }
        }
    }

    private static void ReadAll(FileStream file, Span<byte> target, long offset)
    {
        while (target.Length > 0)
        {
            var count = RandomAccess.Read(file.SafeFileHandle, target, offset);
            if (count == 0)
            {
                throw new EndOfStreamException("The temporary file of a lake was cut by someone else.");
            }

            target = target[count..];
            offset += count;
        }
    }

    private Span<byte> Room(int needed)
    {
        if (Used + needed > _buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(checked(Math.Max(Used + needed, Math.Min(2 * Math.Max(_buffer.Length, 1024), _buffer.Length + (16 << 20)))));
            _buffer.AsSpan(0, Used).CopyTo(larger);
            if (_buffer.Length > 0)
            {
                ArrayPool<byte>.Shared.Return(_buffer);
            }

            _buffer = larger;
        }

        return _buffer.AsSpan(Used, needed);
    }
}
