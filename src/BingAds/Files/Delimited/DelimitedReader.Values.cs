using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace BingAds.Files;

internal sealed partial class DelimitedReader
{
    /// <summary>A cell as it stands in the file, quotes and white space included; empty if the row ends before it, or if its value was asked for and had to be made.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ReadOnlySpan<byte> AsItStands(int column)
    {
        ref var cells = ref MemoryMarshal.GetArrayDataReference(_cells);
        ref var cell = ref Unsafe.Add(ref cells, (uint)column);
        if ((uint)column >= (uint)_count || cell.Column != column)
        {
            var index = Find(column);
            if (index < 0)
                return default;
            cell = ref Unsafe.Add(ref cells, (uint)index);
        }

        return cell.Resolved == 0
            ? MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_buffer), (uint)(_rowStart + cell.Start)), cell.End - cell.Start)
            : default;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ReadOnlySpan<byte> Value(ref RowCell cell)
    {
        if (cell.Resolved == 0)
            Resolve(ref cell);
        return cell.Start >= 0
            ? new ReadOnlySpan<byte>(_buffer, _rowStart + cell.Start, cell.End - cell.Start)
            : new ReadOnlySpan<byte>(_scratch, ~cell.Start, cell.End - ~cell.Start);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Resolve(ref RowCell cell)
    {
        cell.Resolved = 1;
        var raw = new ReadOnlySpan<byte>(_buffer, _rowStart + cell.Start, cell.End - cell.Start);
        if (raw[0] == (byte)'"')
            Unquote(ref cell, raw[1..]);
        if (!_options.Trim)
            return;
        var text = Value(ref cell);
        var trimmed = CellText.Trim(text, out var fromStart);
        if (trimmed.Length == text.Length)
            return;
        cell.Start = cell.Start >= 0 ? cell.Start + fromStart : ~(~cell.Start + fromStart);
        cell.End = (cell.Start >= 0 ? cell.Start : ~cell.Start) + trimmed.Length;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Unquote(ref RowCell cell, ReadOnlySpan<byte> raw)
    {
        var quote = raw.IndexOf((byte)'"');
        cell.Start++;
        if (quote < 0)
            return;
        if (quote + 1 >= raw.Length || raw[quote + 1] != (byte)'"')
        {
            cell.End = cell.Start + quote;
            return;
        }

        // All values of a row together are no longer than the row, so the scratch buffer never moves while spans of it are out.
        if (_scratch.Length < _rowLength + Vector128<byte>.Count)
        {
            Return(ref _scratch);
            _scratch = ArrayPool<byte>.Shared.Rent(_rowLength + Vector128<byte>.Count);
        }

        raw[..quote].CopyTo(_scratch.AsSpan(_scratchUsed));
        var written = quote + CopyUnquoted(raw[quote..], ref _scratch[_scratchUsed + quote]);
        cell.Start = ~_scratchUsed;
        cell.End = _scratchUsed + written;
        _scratchUsed += written;
    }

    /// <summary>
    /// Copies up to the closing quote, doubled quotes as one. Sixteen bytes are copied at a time and more of them than belong to the cell, as quotes stand too close together for
    /// a search to the next one to pay: both buffers have room behind, and what is too much is written over or never looked at.
    /// </summary>
    private static int CopyUnquoted(ReadOnlySpan<byte> raw, ref byte target)
    {
        ref var source = ref MemoryMarshal.GetReference(raw);
        var (read, written) = (0, 0);
        while (read < raw.Length)
        {
            var block = Vector128.LoadUnsafe(ref Unsafe.Add(ref source, read));
            block.StoreUnsafe(ref Unsafe.Add(ref target, written));
            var quotes = Vector128.Equals(block, Vector128.Create((byte)'"')).ExtractMostSignificantBits();
            var length = Math.Min(quotes == 0 ? Vector128<byte>.Count : BitOperations.TrailingZeroCount(quotes), raw.Length - read);
            read += length;
            written += length;
            if (quotes == 0 || read >= raw.Length)
                continue;
            if (read + 1 >= raw.Length || Unsafe.Add(ref source, read + 1) != (byte)'"')
                break;
            Unsafe.Add(ref target, written++) = (byte)'"';
            read += 2;
        }

        return written;
    }
}
