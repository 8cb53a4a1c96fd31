using BingAds.Files;

namespace BingAds.Bulk;

/// <summary>Goes through the cells of a row that hold something; use it in a <c>foreach</c>.</summary>
public ref struct BulkFilledCells
{
    private readonly StringCache? _texts;
    private FilledCells _cells;

    internal BulkFilledCells(FilledCells cells, StringCache? texts)
    {
        _cells = cells;
        _texts = texts;
    }

    /// <summary>The cell at which the walk stands.</summary>
    public readonly BulkFilledCell Current => new(_cells.Current.Column, new BulkCell(_cells.Current.Value, _texts));

    /// <summary>This walk.</summary>
    public readonly BulkFilledCells GetEnumerator() => this;

    /// <summary>Goes to the next cell that holds something.</summary>
    public bool MoveNext() => _cells.MoveNext();
}
