using System.Runtime.CompilerServices;

namespace BingAds.Files;

/// <summary>A cell that holds something.</summary>
internal readonly ref struct FilledCell(int column, ReadOnlySpan<byte> value)
{
    public int Column { get; } = column;

    /// <summary>The text without quotes; never empty.</summary>
    public ReadOnlySpan<byte> Value { get; } = value;
}

/// <summary>Goes through the cells of a row that hold something; use in a <c>foreach</c>.</summary>
internal ref struct FilledCells(DelimitedReader reader)
{
    private readonly DelimitedReader _reader = reader;
    private int _next;

    public FilledCell Current { get; private set; }

    public readonly FilledCells GetEnumerator() => this;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MoveNext()
    {
        while (_next < _reader.CellCount)
        {
            ref var cell = ref _reader.CellAt(_next++);
            var value = _reader.Value(ref cell);
            if (value.Length == 0)
                continue;
            Current = new(cell.Column, value);
            return true;
        }

        return false;
    }
}
