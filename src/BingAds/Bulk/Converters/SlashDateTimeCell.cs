namespace BingAds.Bulk.Converters;

/// <summary>A date with its time as <c>2026/03/04 17:06:07</c>.</summary>
internal static class SlashDateTimeCell
{
    public static DateTime? Read(in BulkCell cell) => DateTimeCell.Read(cell);

    public static void Write(BulkRowWriter row, int column, DateTime? value, bool canDelete)
    {
        if (value is { } time)
        {
            row.Value(column, time, "yyyy'/'MM'/'dd HH':'mm':'ss");
        }
        else if (canDelete)
        {
            row.Delete(column);
        }
    }
}
