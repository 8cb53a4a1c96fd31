using System.Runtime.CompilerServices;
using BingAds.Bulk.Converters;
using BingAds.Files;

namespace BingAds.Bulk;

/// <summary>An entity that is one row of a bulk file.</summary>
public abstract class SingleRecordBulkEntity : BulkEntity
{
    private protected SingleRecordBulkEntity()
    {
    }

    /// <summary>Free text of up to 100 characters that results give back unchanged; column <c>Client Id</c>.</summary>
    public string? ClientId { get; set; }

    /// <summary>How the record performed; null unless the file has such columns. Read-only.</summary>
    public PerformanceData? PerformanceData
    {
        get => PerformanceDataOrNull;
        set => PerformanceDataOrNull = value;
    }

    /// <summary>Reads all cells of a row. A bad cell is noted and the rest is read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void ReadRow(scoped in BulkRow row)
    {
        Line = row.Line;
        Source = row.Header;
        Create();
        var first = FirstColumns;
        var isAnyFirst = false;
        foreach (var column in first)
        {
            var cell = row.Find(column);
            if (!cell.IsEmpty)
            {
                isAnyFirst = true;
                TryRead(row, column, cell);
            }
        }

        if (!isAnyFirst)
        {
            first = [];
        }

        ClientId ??= row.EmptyText(BulkColumns.ClientId);
        BeginRead(row);
        var cells = row.Filled;
        while (!ReadCells(row, ref cells, first))
        {
        }

        ReadEmpty(row);
        EndRead();
    }

    // Ends at a bad cell, which is noted; the caller goes on behind it. So the usual row enters one guarded block, not one a cell.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool ReadCells(scoped in BulkRow row, scoped ref FilledCells cells, ReadOnlySpan<ushort> first)
    {
        var header = row.Header;
        try
        {
            while (cells.MoveNext())
            {
                var filled = cells.Current;
                var column = header[filled.Column];
                if (column == BulkColumns.Type || (first.Length > 0 && first.Contains((ushort)column)))
                {
                    continue;
                }

                if ((column < 0 || !ReadCell(column, new BulkCell(filled.Value, row.Texts))) && filled.Column < header.Names.Count)
                {
                    UnknownColumns.Add(new(header.Names[filled.Column], new BulkCell(filled.Value, row.Texts).ToString()));
                }
            }

            return true;
        }
        catch (Exception error) when (IsOfCell(error))
        {
            Note(row, header[cells.Current.Column], new BulkCell(cells.Current.Value), error);
            return false;
        }
    }

    internal override bool ReadCell(int column, scoped in BulkCell cell)
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

        return PerformanceData.Has(column) && (PerformanceData ??= new PerformanceData()).Read(column, cell);
    }

    internal override void WriteCells(BulkRowWriter row, bool excludeReadOnly)
    {
        row.Text(BulkColumns.Type, RecordType);
        TextCell.Write(row, BulkColumns.ClientId, ClientId);
        DateTimeCell.Write(row, BulkColumns.ModifiedTime, LastModifiedTime);
        if (!excludeReadOnly)
        {
            PerformanceDataOrNull?.Write(row);
        }

        if (HasUnknownColumns)
        {
            foreach (var (name, text) in UnknownColumns)
            {
                row.Named(name, text);
            }
        }
    }

    private void TryRead(scoped in BulkRow row, int column, scoped in BulkCell cell)
    {
        try
        {
            ReadCell(column, cell);
        }
        catch (Exception error) when (IsOfCell(error))
        {
            Note(row, column, cell, error);
        }
    }

    private static bool IsOfCell(Exception error) => error is FormatException or OverflowException or System.Text.Json.JsonException;

    private void Note(scoped in BulkRow row, int column, scoped in BulkCell cell, Exception error) =>
        AddCellError(new BulkCellError(row.Line, BulkColumns.NameOf(column), cell.ToString(), error.Message));
}
