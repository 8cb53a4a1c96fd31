using System.Runtime.CompilerServices;

namespace BingAds.Files;

internal sealed partial class DelimitedReader
{
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

        // All values of a row together are no longer than the row.
        EnsureScratch(_rowLength + CellQuotes.Slack);
        var written = CellQuotes.CopyUnescaped(raw, _scratch.AsSpan(_scratchUsed));
        cell.Start = ~_scratchUsed;
        cell.End = _scratchUsed + written;
        _scratchUsed += written;
    }
}
