using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace BingAds.Files;

internal sealed partial class DelimitedReader
{
    private const int CopySize = 16;

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
        if (_scratch.Length < _rowLength + CopySize)
        {
            Return(ref _scratch);
            _scratch = ArrayPool<byte>.Shared.Rent(_rowLength + CopySize);
        }

        var written = CopyUnescaped(raw, _scratch.AsSpan(_scratchUsed));
        cell.Start = ~_scratchUsed;
        cell.End = _scratchUsed + written;
        _scratchUsed += written;
    }

    /// <summary>
    /// Copies up to the closing quote, the second of two quotes left out. Quotes within a cell stand close together, as in JSON, so whole vectors are copied whatever
    /// they hold, and the next one starts behind the next pair: no byte is looked at by itself. Both sides have room for a vector behind their end.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int CopyUnescaped(ReadOnlySpan<byte> raw, Span<byte> target)
    {
        ref var source = ref MemoryMarshal.GetReference(raw);
        ref var copy = ref MemoryMarshal.GetReference(target);
        var quote = Vector128.Create((byte)'"');
        var (read, written) = (0, 0);
        while (read < raw.Length)
        {
            var bytes = Vector128.LoadUnsafe(ref source, (nuint)read);
            bytes.StoreUnsafe(ref copy, (nuint)written);
            var quotes = Vector128.Equals(bytes, quote).ExtractMostSignificantBits();
            if (quotes == 0)
            {
                read += CopySize;
                written += CopySize;
                continue;
            }

            var run = BitOperations.TrailingZeroCount(quotes);
            read += run + 1;
            written += run;
            if (read >= raw.Length || Unsafe.Add(ref source, read) != (byte)'"')
            {
                // The quote that closes; or, where none does, one behind the cell.
                return read > raw.Length ? written - (read - 1 - raw.Length) : written;
            }

            read++;
            written++;
        }

        return written - (read - raw.Length);
    }
}
