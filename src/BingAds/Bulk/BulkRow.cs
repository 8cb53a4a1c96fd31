namespace BingAds.Bulk;

/// <summary>One row of a file: its cells that are not empty, in the file's order.</summary>
internal readonly ref struct BulkRow(BulkHeader header, int line, ReadOnlySpan<byte> bytes, ReadOnlySpan<BulkRowCell> cells)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    public BulkHeader Header { get; } = header;

    public int Line { get; } = line;

    public ReadOnlySpan<BulkRowCell> Cells { get; } = cells;

    /// <summary>Whether the file has the column at all.</summary>
    public bool Has(int column) => Header.Has(column);

    public BulkCell Cell(in BulkRowCell cell) => new(_bytes.Slice(cell.Start, cell.Length));

    /// <summary>What an empty text is: "" where the file has the column, null where it does not speak of it.</summary>
    public string? EmptyText(int column) => Header.Has(column) ? "" : null;

    /// <summary>The cell of a column; an empty span when there is none.</summary>
    public BulkCell Find(int column)
    {
        foreach (ref readonly var cell in Cells)
        {
            if (cell.Column == column)
            {
                return Cell(cell);
            }
        }

        return default;
    }

    /// <summary>Notes an error when a column that must not be empty is.</summary>
    public void Require(BulkEntity entity, int column)
    {
        if (Header.Has(column) && Find(column).Utf8.IsEmpty)
        {
            entity.AddCellError(new BulkCellError(Line, BulkColumns.NameOf(column), "", "The cell must not be empty."));
        }
    }
}
