namespace BingAds.Bulk.Converters;

/// <summary>Text as it is.</summary>
internal static class TextCell
{
    public static string? Read(in BulkCell cell) => cell.ToString();

    public static void Write(BulkRowWriter row, int column, string? value) => row.Text(column, value);
}
