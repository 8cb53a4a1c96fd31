using System.Globalization;
using BingAds.Files;

namespace BingAds.Bulk.Converters;

/// <summary>A number with a point, in its shortest form.</summary>
internal static class DoubleCell
{
    public static double? Read(BulkCell cell) => cell.IsDelete ? null : Parse(cell.Utf8);

    public static void Write(BulkRowWriter row, int column, double? value)
    {
        if (value is { } number)
        {
            row.Value(column, number);
        }
    }

    public static double Parse(ReadOnlySpan<byte> text)
    {
        if (CellParser.TryDouble(text, out var value))
        {
            return value;
        }

        return double.TryParse(text, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out value)
            ? value
            : throw new FormatException("A number was expected.");
    }
}
