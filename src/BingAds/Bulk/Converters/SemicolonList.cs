namespace BingAds.Bulk.Converters;

/// <summary>Items between semicolons.</summary>
internal static class SemicolonList
{
    public static List<T>? Read<T>(in BulkCell cell, Func<string, T> item, bool keepBlanks = false)
    {
        if (cell.IsBlank)
        {
            return null;
        }

        var pieces = cell.ToString().Split(';');
        var list = new List<T>(pieces.Length);
        foreach (var piece in pieces)
        {
            if (keepBlanks || !string.IsNullOrWhiteSpace(piece))
            {
                list.Add(item(piece));
            }
        }

        return list;
    }

    public static void Write(BulkRowWriter row, int column, IEnumerable<string?>? items, string separator = ";") =>
        row.Text(column, items is null ? null : string.Join(separator, items));
}
