namespace BingAds.Bulk.Converters;

/// <summary>true or false in small letters; any case is read.</summary>
internal static class LowerBoolCell
{
    public static bool? Read(in BulkCell cell) => BoolCell.Read(cell);

    public static void Write(BulkRowWriter row, int column, bool? value)
    {
        if (value is { } flag)
        {
            row.Utf8(column, flag ? "true"u8 : "false"u8);
        }
    }
}
