using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using BingAds.Errors;

namespace BingAds.Files;

/// <summary>
/// Reads delimited UTF-8 text row by row without making a string or holding more than a row. The reader is the current row; its spans are good until the
/// next read. Not safe for use by two threads at once. The stream is not closed.
/// </summary>
/// <remarks>
/// LF and CR LF end a row, a CR alone does not. Only a quote at the very start of a cell opens quotes; text after the closing quote is dropped; a quote
/// anywhere else is text. UTF-16 is taken when the file starts with its byte order mark.
/// </remarks>
internal sealed partial class DelimitedReader : IDisposable
{
    private readonly DelimitedOptions _options;
    private RowCell[] _cells = ArrayPool<RowCell>.Shared.Rent(64);
    private byte[] _scratch = [];
    private int _scratchUsed;
    private int _count;
    private int _column;
    private int _rowLength;
    private byte _separator;
    private bool _separatorKnown;

    public DelimitedReader(Stream stream, DelimitedOptions? options = null)
    {
        _stream = stream;
        _options = options ?? new();
        ArgumentOutOfRangeException.ThrowIfGreaterThan(_options.MaxRowBytes, DelimitedOptions.LongestRow);
        _separator = _options.Separator;
        _separatorKnown = !_options.DetectSeparator;
        _path = _options.Path ?? ScanPaths.Best;
        _isFull = _options.IsFull;
        if (_isFull)
            _ends = FirstEnds();
        _buffer = ArrayPool<byte>.Shared.Rent(Math.Max(_options.BufferSize, 4) + BlockSize);
        _room = Math.Max(_options.BufferSize, 4);
    }

    /// <summary>What separates the cells; known for certain once a row was read.</summary>
    public byte Separator => _separator;

    /// <summary>Columns of the current row: its separators and one.</summary>
    public int ColumnCount => _column + 1;

    /// <summary>First line of the current row, from 1. Line feeds within quotes count.</summary>
    public long LineNumber { get; private set; } = 1;

    /// <summary>Last line of the current row.</summary>
    public long LastLineNumber { get; private set; }

    /// <summary>Whether the current row is the last one of the file and has no line end: it may have been cut.</summary>
    public bool IsUnended { get; private set; }

    /// <summary>The current row as it stands in the file, without its line end.</summary>
    public ReadOnlySpan<byte> RowText => _buffer.AsSpan(_rowStart, _rowLength);

    /// <summary>The cells of the current row that hold something, in order of columns. Passing over empty ones costs nothing.</summary>
    /// <remarks>Not for full tables, where only the ends of cells are noted.</remarks>
    public FilledCells FilledCells => _isFull ? throw new InvalidOperationException("The table is said to be full: ask for its cells by column.") : new(this, _cells.AsSpan(0, _count), ref MemoryMarshal.GetReference(RowText));

    /// <summary>The value of a column without quotes and, unless told otherwise, white space around it; empty if the row ends before it.</summary>
    public ReadOnlySpan<byte> this[int column]
    {
        get
        {
            if (_isFull)
                return ValueOf(column);
            var index = Find(column);
            return index < 0 ? default : Value(ref _cells[index]);
        }
    }

    /// <summary>Goes to the next row; false at the end. Once it has thrown it throws the same again: what follows the damage would be guesswork.</summary>
    /// <exception cref="FileFormatException">The text or the archive it comes from breaks its format. All whole rows before were handed out.</exception>
    public bool Read()
    {
        ThrowIfBroken();
        try
        {
            while (!Advance())
            {
                if (_ended)
                    return Finish();
                Fill();
            }

            return true;
        }
        catch (Exception e)
        {
            Break(e);
            throw;
        }
    }

    /// <summary>Goes to the next row if it is whole in the buffer; false says nothing about the end, which <see cref="ReadAsync"/> finds.</summary>
    public bool TryReadBuffered()
    {
        if (_failure is not null)
            return false;
        try
        {
            return Advance();
        }
        catch (Exception e)
        {
            Break(e);
            throw;
        }
    }

    /// <inheritdoc cref="Read"/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ValueTask<bool> ReadAsync(CancellationToken cancellationToken = default)
    {
        ThrowIfBroken();
        try
        {
            if (Advance())
                return new(true);
        }
        catch (Exception e)
        {
            Break(e);
            throw;
        }

        return ReadOnAsync(cancellationToken);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<bool> ReadOnAsync(CancellationToken cancellationToken)
    {
        try
        {
            do
            {
                if (_ended)
                    return Finish();
                await FillAsync(cancellationToken).ConfigureAwait(false);
            }
            while (!Advance());
            return true;
        }
        catch (Exception e)
        {
            Break(e);
            throw;
        }
    }

    public void Dispose()
    {
        Return(ref _buffer);
        Return(ref _scratch);
        var (cells, ends) = (_cells, _ends);
        (_cells, _ends) = ([], []);
        _count = _rowLength = _rowStart = _end = _scanned = 0;
        _column = -1;
        _ended = true;
        if (ends.Length > 0)
            ArrayPool<int>.Shared.Return(ends);
        if (cells.Length > 0)
            ArrayPool<RowCell>.Shared.Return(cells);
    }

    private static void Return(ref byte[] buffer)
    {
        var old = buffer;
        buffer = [];
        if (old.Length > 0)
            ArrayPool<byte>.Shared.Return(old);
    }

    /// <summary>In a row without gaps the column is the index, so that is looked at first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Find(int column)
    {
        if ((uint)column < (uint)_count && _cells[column].Column == column)
            return column;
        int low = 0, high = Math.Min(_count, column) - 1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var found = _cells[middle].Column;
            if (found == column)
                return middle;
            if (found < column)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return -1;
    }
}
