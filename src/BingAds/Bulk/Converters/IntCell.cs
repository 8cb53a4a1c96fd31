namespace BingAds.Bulk.Converters;

/// <summary>A whole number of 32 bits.</summary>
internal static class IntCell
{
    public static int? Read(in BulkCell cell) => cell.IsDelete ? null : checked((int)LongCell.Parse(cell.Utf8));

    public static void Write(BulkRowWriter row, int column, int? value) => LongCell.Write(row, column, value);
}
