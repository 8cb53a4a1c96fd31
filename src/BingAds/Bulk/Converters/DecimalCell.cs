using System.Globalization;

namespace BingAds.Bulk.Converters;

/// <summary>A decimal number that keeps its zeros.</summary>
internal static class DecimalCell
{
    public static decimal? Read(in BulkCell cell)
    {
        if (cell.IsDelete)
        {
            return null;
        }

        return decimal.TryParse(cell.Utf8, NumberStyles.Number | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new FormatException("A decimal number was expected.");
    }

    public static void Write(BulkRowWriter row, int column, decimal? value)
    {
        if (value is { } number)
        {
            row.Value(column, number);
        }
    }
}
