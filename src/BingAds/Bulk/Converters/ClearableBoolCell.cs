namespace BingAds.Bulk.Converters;

/// <summary>true or false that an update can remove.</summary>
internal static class ClearableBoolCell
{
    public static bool? Read(in BulkCell cell) => BoolCell.Read(cell);

    public static void Write(BulkRowWriter row, int column, bool? value, bool canDelete)
    {
        if (value is null && canDelete)
        {
            row.Delete(column);
        }
        else
        {
            LowerBoolCell.Write(row, column, value);
        }
    }
}
