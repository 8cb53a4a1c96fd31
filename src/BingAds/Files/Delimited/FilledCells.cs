using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace BingAds.Files;

/// <summary>A cell that holds something.</summary>
internal readonly ref struct FilledCell(int column, ReadOnlySpan<byte> value)
{
    public int Column { get; } = column;

    /// <summary>The text without quotes; never empty.</summary>
    public ReadOnlySpan<byte> Value { get; } = value;
}

/// <summary>Goes through the cells of a row that hold something; use in a <c>foreach</c>.</summary>
internal ref struct FilledCells
{
    private readonly DelimitedReader _reader;
    private readonly Span<RowCell> _cells;
    private readonly ref byte _row;
    private ReadOnlySpan<byte> _value;
    private int _next;

    internal FilledCells(DelimitedReader reader, Span<RowCell> cells, ref byte row)
    {
        _reader = reader;
        _cells = cells;
        _row = ref row;
    }

    public readonly FilledCell Current => new(_cells[_next - 1].Column, _value);

    public readonly FilledCells GetEnumerator() => this;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MoveNext()
    {
        while ((uint)_next < (uint)_cells.Length)
        {
            ref var cell = ref _cells[_next++];

            // Most cells have neither quotes nor anything to trim, and both ends tell.
            if (cell.Resolved == 0)
            {
                ref var first = ref Unsafe.Add(ref _row, cell.Start);
                var length = cell.End - cell.Start;
                if (CellText.IsPlain(first) && first != (byte)'"' && CellText.IsPlain(Unsafe.Add(ref first, length - 1)))
                {
                    _value = MemoryMarshal.CreateReadOnlySpan(ref first, length);
                    return true;
                }
            }

            _value = _reader.Value(ref cell);
            if (_value.Length > 0)
                return true;
        }

        return false;
    }
}
