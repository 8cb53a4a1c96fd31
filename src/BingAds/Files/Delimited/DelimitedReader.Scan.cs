using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace BingAds.Files;

internal sealed partial class DelimitedReader
{
    private const int BlockSize = 64;

    private readonly ScanPath _path;
    private QuoteState _state = new() { AfterEnd = 1 };

    // What is left of the block that was looked at last: starts and ends of filled cells, separators and row ends outside quotes, all line feeds.
    private ulong _edges;
    private ulong _separators;
    private ulong _rowEnds;
    private ulong _lineFeeds;
    private int _block;
    private long _lineFeedsBefore;
    private bool _open;

    private int _rowStart;
    private int _nextRow;
    private bool _handedOut;

    /// <summary>Goes to the next row that is whole in the buffer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Advance()
    {
        do
        {
            StartRow();
            if (!Scan())
                return false;
            EndRow();
        }
        while (_options.SkipBlankLines && IsBlank());
        return true;
    }

    private void StartRow()
    {
        if (!_handedOut)
            return;
        _handedOut = false;
        _rowStart = _nextRow;
        LineNumber = LastLineNumber + 1;
        _count = _column = _scratchUsed = _rowLength = 0;
    }

    private bool Scan() => _isFull ? Scan<EndsOfAll>() : Scan<FilledOnes>();

    private bool Scan<TCells>()
        where TCells : struct => _path switch
    {
        ScanPath.Vector256Multiply => Scan<Vector256Masks, MultiplyXor, TCells>(),
        ScanPath.Vector512Multiply => Scan<Vector512Masks, MultiplyXor, TCells>(),
        ScanPath.Vector128Multiply => Scan<Vector128Masks, MultiplyXor, TCells>(),
        ScanPath.Vector512 => Scan<Vector512Masks, ShiftXor, TCells>(),
        ScanPath.Vector256 => Scan<Vector256Masks, ShiftXor, TCells>(),
        ScanPath.Vector128 => Scan<Vector128Masks, ShiftXor, TCells>(),
        _ => Scan<ScalarMasks, ShiftXor, TCells>(),
    };

    /// <summary>
    /// Notes the cells up to the next row end; false if that is not in the buffer. A byte belongs to a filled cell when it is no end (separator or line
    /// feed outside quotes), so such cells start and end exactly where "is an end" changes from one byte to the next: empty cells leave no trace. In a full table only the
    /// ends are noted.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Scan<TMasks, TXor, TCells>()
        where TMasks : struct, IBlockMasks
        where TXor : struct, IPrefixXor
        where TCells : struct
    {
        ref var bytes = ref MemoryMarshal.GetArrayDataReference(_buffer);
        ref var cells = ref MemoryMarshal.GetArrayDataReference(_cells);
        var (edges, separators, rowEnds, block) = (_edges, _separators, _rowEnds, _block);
        var (column, count, open, rowStart, separator) = (_column, _count, _open, _rowStart, _separator);
        var (lineFeeds, lineFeedsBefore, scanned, dataEnd) = (_lineFeeds, _lineFeedsBefore, _scanned, _end);
        var (wasInside, afterEnd, afterQuote) = (_state.Inside, _state.AfterEnd, _state.AfterQuote);
        var rowFound = false;
        while (true)
        {
            // All bits up to the first row end; all bits if there is none.
            var row = rowEnds ^ (rowEnds - 1);
            var mine = edges & row;
            var at = block - rowStart;
            if (typeof(TCells) == typeof(EndsOfAll))
            {
                NoteEnds((separators | rowEnds) & row, at, column, lineFeedsBefore + 1);
            }
            else if (mine != 0)
            {
                if (open)
                {
                    Unsafe.Add(ref cells, count - 1).End = at + BitOperations.TrailingZeroCount(mine);
                    mine &= mine - 1;
                    open = false;
                }

                if (count + BlockSize > _cells.Length)
                {
                    GrowCells(count, lineFeedsBefore + 1);
                    cells = ref MemoryMarshal.GetArrayDataReference(_cells);
                }

                while (mine != 0)
                {
                    var start = BitOperations.TrailingZeroCount(mine);
                    ref var cell = ref Unsafe.Add(ref cells, count++);
                    cell.Column = column + BitOperations.PopCount(separators & ((1UL << start) - 1));
                    cell.Start = at + start;
                    cell.Resolved = 0;
                    mine &= mine - 1;
                    if (mine == 0)
                    {
                        open = true;
                        break;
                    }

                    cell.End = at + BitOperations.TrailingZeroCount(mine);
                    mine &= mine - 1;
                }
            }

            column += BitOperations.PopCount(separators & row);
            if (rowEnds != 0)
            {
                (_edges, _separators, _rowEnds, _block) = (edges & ~row, separators & ~row, rowEnds & (rowEnds - 1), block);
                _nextRow = block + BitOperations.PopCount(row);
                LastLineNumber = lineFeedsBefore + BitOperations.PopCount(lineFeeds & row);
                rowFound = true;
                break;
            }

            block = scanned;
            var length = dataEnd - block;
            if (length <= 0)
            {
                (_edges, _separators, _rowEnds, _block) = (0, 0, 0, block);
                break;
            }

            lineFeedsBefore += BitOperations.PopCount(lineFeeds);
            TMasks.Read(ref Unsafe.Add(ref bytes, block), separator, out separators, out var quotes, out lineFeeds);
            var valid = ulong.MaxValue;
            if (length < BlockSize)
            {
                valid = (1UL << length) - 1;
                separators &= valid;
                quotes &= valid;
                lineFeeds &= valid;
            }
            else
            {
                length = BlockSize;
            }

            scanned = block + length;
            var inside = TXor.Of(quotes) ^ wasInside;
            var ends = (separators | lineFeeds) & ~inside;
            var starts = (ends << 1) | afterEnd;
            edges = (ends ^ starts) & valid;
            if ((quotes & inside & ~(starts | (quotes << 1) | afterQuote)) == 0)
            {
                separators &= ~inside;
                rowEnds = lineFeeds & ~inside;
                wasInside = (ulong)((long)inside >> 63);
                afterEnd = (ends >> (length - 1)) & 1;
                afterQuote = ((quotes & ~inside) >> (length - 1)) & 1;
            }
            else
            {
                _state = new() { Inside = wasInside, AfterEnd = afterEnd, AfterQuote = afterQuote };
                _state.Walk(MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref bytes, block), length), separator, out separators, out rowEnds);
                ends = separators | rowEnds;
                edges = (ends ^ ((ends << 1) | afterEnd)) & valid;
                (wasInside, afterEnd, afterQuote) = (_state.Inside, _state.AfterEnd, _state.AfterQuote);
            }
        }

        (_column, _count, _open) = (column, count, open);
        (_lineFeeds, _lineFeedsBefore, _scanned) = (lineFeeds, lineFeedsBefore, scanned);
        _state = new() { Inside = wasInside, AfterEnd = afterEnd, AfterQuote = afterQuote };
        return rowFound;
    }

    /// <summary>Takes the CR of a CR LF off the last cell, and checks the length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void EndRow()
    {
        _handedOut = true;
        var end = _nextRow - 1 - _rowStart;
        if (end > 0 && _buffer[_rowStart + end - 1] == (byte)'\r')
        {
            end--;
            if (!_isFull)
                EndLastCell(end);
        }

        _rowLength = end;
        if (_isFull)
            _ends[_column + 1] = end;
        if (end > _options.MaxRowBytes)
            throw TooLong();
        if ((_isFull ? _column + 1 : _count) > _options.MaxCells)
            throw TooManyCells();
    }

    private void EndLastCell(int end)
    {
        ref var last = ref _cells[_count - 1];
        last.End = Math.Min(last.End, end);
        if (last.Start == last.End)
            _count--;
    }

    private bool IsBlank() => _column == 0 && CellText.Trim(RowText, out _).Length == 0;

    private void GrowCells(int count, long line)
    {
        if (count > _options.MaxCells)
        {
            LastLineNumber = line;
            throw TooManyCells();
        }

        var old = _cells;
        _cells = ArrayPool<RowCell>.Shared.Rent(old.Length * 2);
        old.AsSpan(0, count).CopyTo(_cells);
        ArrayPool<RowCell>.Shared.Return(old);
    }
}
