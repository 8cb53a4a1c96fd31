namespace BingAds.Bulk;

/// <summary>A cell that holds something, and where it stands.</summary>
public readonly ref struct BulkFilledCell
{
    internal BulkFilledCell(int ordinal, BulkCell cell)
    {
        Ordinal = ordinal;
        Cell = cell;
    }

    /// <summary>Place in the row, from 0. A row may have more cells than the header has names.</summary>
    public int Ordinal { get; }

    /// <summary>The cell.</summary>
    public BulkCell Cell { get; }
}
