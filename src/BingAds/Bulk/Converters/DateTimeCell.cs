namespace BingAds.Bulk.Converters;

/// <summary>A date with its time as <c>3/4/2026 5:06:07 PM</c>.</summary>
internal static class DateTimeCell
{
    public static DateTime? Read(in BulkCell cell) => cell.IsDelete ? null : BulkDateTime.Parse(cell.Utf8);

    public static void Write(BulkRowWriter row, int column, DateTime? value)
    {
        if (value is { } time)
        {
            row.Value(column, time, "M'/'d'/'yyyy h':'mm':'ss tt");
        }
    }
}
