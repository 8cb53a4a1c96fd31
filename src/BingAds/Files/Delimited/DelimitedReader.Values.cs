using System.Buffers;
using System.Runtime.CompilerServices;

namespace BingAds.Files;

internal sealed partial class DelimitedReader
{
    /// <summary>A cell as it stands in the file, quotes and white space included; empty if the row ends before it, or if its value was asked for and had to be made.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ReadOnlySpan<byte> AsItStands(int column)
    {
        var index = (uint)column < (uint)_count && _cells[column].Column == column ? column : Find(column);
        if (index < 0)
            return default;
        ref var cell = ref _cells[index];
        return cell.Resolved == 0 ? new ReadOnlySpan<byte>(_buffer, _rowStart + cell.Start, cell.End - cell.Start) : default;
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
        if (_scratch.Length < _rowLength)
        {
            Return(ref _scratch);
            _scratch = ArrayPool<byte>.Shared.Rent(_rowLength);
        }

        // Byte by byte: quotes within a cell stand so close together that searching for the next one costs more.
        var target = _scratch.AsSpan(_scratchUsed);
        raw[..quote].CopyTo(target);
        var written = quote;
        for (var i = quote; i < raw.Length; i++)
        {
            if (raw[i] == (byte)'"' && (++i >= raw.Length || raw[i] != (byte)'"'))
                break;
            target[written++] = raw[i];
        }

        cell.Start = ~_scratchUsed;
        cell.End = _scratchUsed + written;
        _scratchUsed += written;
    }
}
