namespace BingAds.Bulk.Converters;

/// <summary>Texts between semicolons; blank ones are kept.</summary>
internal static class BlankTextListCell
{
    public static List<string>? Read(in BulkCell cell) => SemicolonList.Read(cell, static piece => piece, keepBlanks: true);

    public static void Write(BulkRowWriter row, int column, List<string>? value) => SemicolonList.Write(row, column, value);
}
