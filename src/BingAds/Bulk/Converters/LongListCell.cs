using System.Globalization;

namespace BingAds.Bulk.Converters;

/// <summary>Whole numbers between semicolons.</summary>
internal static class LongListCell
{
    public static List<long>? Read(in BulkCell cell) => cell.IsDelete ? null : SemicolonList.Read(cell, Parse, keepBlanks: true);

    public static void Write(BulkRowWriter row, int column, List<long>? value) =>
        SemicolonList.Write(row, column, value?.Select(static v => v.ToString(CultureInfo.InvariantCulture)));

    public static long Parse(string text) => long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value)
        ? value
        : throw new FormatException("Whole numbers between semicolons were expected.");
}
