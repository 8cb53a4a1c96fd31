namespace BingAds.Bulk.Converters;

/// <summary>Name of a webpage criterion; "" stands for removed.</summary>
internal static class CriterionNameCell
{
    public static string? Read(in BulkCell cell) => cell.ToString();

    public static void Write(BulkRowWriter row, int column, string? value, bool canDelete) => ClearableTextCell.Write(row, column, value, canDelete);
}
