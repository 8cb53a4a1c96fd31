namespace BingAds.Bulk.Converters;

/// <summary>Whole numbers between semicolons that an update can remove; empty pieces are dropped.</summary>
internal static class NumberListCell
{
    public static List<long>? Read(in BulkCell cell) => cell.IsDelete ? [] : SemicolonList.Read(cell, LongListCell.Parse);

    public static void Write(BulkRowWriter row, int column, List<long>? value, bool canDelete)
    {
        if (value is { Count: 0 } && canDelete)
        {
            row.Delete(column);
        }
        else
        {
            LongListCell.Write(row, column, value);
        }
    }
}
