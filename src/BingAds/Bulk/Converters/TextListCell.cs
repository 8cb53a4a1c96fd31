namespace BingAds.Bulk.Converters;

/// <summary>Texts between semicolons; blank ones are dropped.</summary>
internal static class TextListCell
{
    public static List<string>? Read(in BulkCell cell) => SemicolonList.Read(cell, static piece => piece);

    public static void Write(BulkRowWriter row, int column, List<string>? value, bool canDelete)
    {
        if (value is { Count: 0 } && canDelete)
        {
            row.Delete(column);
        }
        else
        {
            SemicolonList.Write(row, column, value);
        }
    }
}
