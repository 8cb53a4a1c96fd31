using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace BingAds.Files;

/// <content>Rows of full tables: where each cell ends is all that is noted about it, which costs a fifth of noting which cells hold something.</content>
internal sealed partial class DelimitedReader
{
    /// <summary>Ends noted without asking how many there are.</summary>
    private const int EndsAtOnce = 8;

    private readonly bool _isFull;

    // From the start of the row: -1, which stands for the separator before the first cell, then the end of each cell.
    private int[] _ends = [];

    /// <summary>Ends of the cells of the current row from its start, one for each of <see cref="ColumnCount"/>. Only for full tables.</summary>
    internal ReadOnlySpan<int> Ends => _ends.AsSpan(1, _column + 1);

    /// <summary>A cell of a full table as it stands in the file, quotes and white space included; empty if the row ends before it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ReadOnlySpan<byte> AsItStands(int column)
    {
        if ((uint)column >= (uint)(_column + 1))
            return default;
        ref var end = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_ends), column);
        var start = end + 1;
        return MemoryMarshal.CreateReadOnlySpan(
            ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_buffer), (uint)(_rowStart + start)),
            Unsafe.Add(ref end, 1) - start);
    }

    /// <summary>Notes the ends that a mask tells.</summary>
    /// <param name="mask">Bits of one block.</param>
    /// <param name="at">Place of the block, from the start of the row.</param>
    /// <param name="column">Cells of the row that ended before.</param>
    /// <param name="line">Where the block stands, for an error.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void NoteEnds(ulong mask, int at, int column, long line)
    {
        if (mask == 0)
            return;
        if (column + BlockSize + EndsAtOnce >= _ends.Length)
            GrowEnds(column, line);
        ref var next = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_ends), column + 1);
        do
        {
            // The end of a loop that turns once for each is guessed wrong all the time; what is noted too much is written over, or lies behind the row.
            mask = Note(ref next, 0, at, mask);
            mask = Note(ref next, 1, at, mask);
            mask = Note(ref next, 2, at, mask);
            mask = Note(ref next, 3, at, mask);
            mask = Note(ref next, 4, at, mask);
            mask = Note(ref next, 5, at, mask);
            mask = Note(ref next, 6, at, mask);
            mask = Note(ref next, 7, at, mask);
            next = ref Unsafe.Add(ref next, EndsAtOnce);
        }
        while (mask != 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Note(ref int ends, int index, int at, ulong mask)
    {
        Unsafe.Add(ref ends, index) = at + BitOperations.TrailingZeroCount(mask);
        return mask & (mask - 1);
    }

    private static int[] FirstEnds()
    {
        var ends = ArrayPool<int>.Shared.Rent(4 * BlockSize);
        ends[0] = -1;
        return ends;
    }

    private void GrowEnds(int count, long line)
    {
        if (count > _options.MaxCells)
        {
            LastLineNumber = line;
            throw TooManyCells();
        }

        var old = _ends;
        _ends = ArrayPool<int>.Shared.Rent(old.Length * 2);
        old.AsSpan(0, count + 1).CopyTo(_ends);
        ArrayPool<int>.Shared.Return(old);
    }

    private ReadOnlySpan<byte> ValueOf(int column)
    {
        var text = AsItStands(column);
        if (text.Length > 0 && text[0] == (byte)'"')
            text = Unquoted(column, text[1..]);
        return _options.Trim ? CellText.Trim(text, out _) : text;
    }

    private ReadOnlySpan<byte> Unquoted(int column, ReadOnlySpan<byte> raw)
    {
        var quote = raw.IndexOf((byte)'"');
        if (quote < 0 || quote + 1 >= raw.Length || raw[quote + 1] != (byte)'"')
            return quote < 0 ? raw : raw[..quote];

        // Each cell has a place of its own, so that a cell that is asked for twice is made at the same place, and no copy runs into another.
        EnsureScratch(_rowLength + (CellQuotes.Slack * (_column + 2)));
        var place = _ends[column] + 1 + (CellQuotes.Slack * column);
        return _scratch.AsSpan(place, CellQuotes.CopyUnescaped(raw, _scratch.AsSpan(place)));
    }

    /// <summary>The size depends on the row alone, so that nothing moves while spans of it are out.</summary>
    private void EnsureScratch(int length)
    {
        if (_scratch.Length >= length)
            return;
        Return(ref _scratch);
        _scratch = ArrayPool<byte>.Shared.Rent(length);
    }

    /// <summary>Says that only filled cells are noted, with their columns.</summary>
    private readonly struct FilledOnes;

    /// <summary>Says that the end of every cell is noted.</summary>
    private readonly struct EndsOfAll;
}
