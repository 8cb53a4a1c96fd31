using BingAds.Bulk.Converters;

namespace BingAds.Bulk;

/// <summary>An entity that is one row of a bulk file.</summary>
public abstract class SingleRecordBulkEntity : BulkEntity
{
    private protected SingleRecordBulkEntity()
    {
    }

    /// <summary>Free text of up to 100 characters that results give back unchanged; column <c>Client Id</c>.</summary>
    public string? ClientId { get; set; }

    /// <summary>Reads all cells of a row. A bad cell is noted and the rest is read.</summary>
    internal void ReadRow(scoped in BulkRow row)
    {
        Line = row.Line;
        Create();
        var first = FirstColumns;
        foreach (var column in first)
        {
            var cell = row.Find(column);
            if (!cell.Utf8.IsEmpty)
            {
                TryRead(row, column, cell);
            }
        }

        ClientId ??= row.EmptyText(BulkColumns.ClientId);
        BeginRead(row);
        foreach (ref readonly var at in row.Cells)
        {
            if (at.Column != BulkColumns.Type && !first.Contains((ushort)at.Column) && !TryRead(row, at.Column, row.Cell(at)))
            {
                UnknownColumns.Add(new(row.Header.Names[at.Index], row.Cell(at).ToString()));
            }
        }

        EndRead();
    }

    internal override bool ReadCell(int column, scoped BulkCell cell)
    {
        if (column == BulkColumns.ClientId)
        {
            ClientId = TextCell.Read(cell);
            return true;
        }

        if (column == BulkColumns.ModifiedTime)
        {
            LastModifiedTime = DateTimeCell.Read(cell);
            return true;
        }

        return false;
    }

    internal override void WriteCells(BulkRowWriter row, bool excludeReadOnly)
    {
        row.Text(BulkColumns.Type, RecordType);
        TextCell.Write(row, BulkColumns.ClientId, ClientId);
        DateTimeCell.Write(row, BulkColumns.ModifiedTime, LastModifiedTime);
        if (HasUnknownColumns)
        {
            foreach (var (name, text) in UnknownColumns)
            {
                row.Named(name, text);
            }
        }
    }

    private bool TryRead(scoped in BulkRow row, int column, scoped BulkCell cell)
    {
        try
        {
            return column >= 0 && ReadCell(column, cell);
        }
        catch (Exception error) when (error is FormatException or OverflowException or System.Text.Json.JsonException)
        {
            AddCellError(new BulkCellError(row.Line, BulkColumns.NameOf(column), cell.ToString(), error.Message));
            return true;
        }
    }
}
