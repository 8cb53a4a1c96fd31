using System.Globalization;
using System.Runtime.CompilerServices;
using BingAds.Files;

namespace BingAds.Bulk.Converters;

/// <summary>A whole number of 64 bits.</summary>
internal static class LongCell
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static long? Read(in BulkCell cell) => cell.IsDelete ? null : Parse(cell.Utf8);

    public static void Write(BulkRowWriter row, int column, long? value)
    {
        if (value is { } number)
        {
            row.Value(column, number);
        }
    }

    /// <summary>Writes a reference to a parent: 0 is none.</summary>
    public static void WriteUnlessZero(BulkRowWriter row, int column, long? value) => Write(row, column, value is 0 ? null : value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Parse(ReadOnlySpan<byte> text)
    {
        if (CellParser.TryInt64(text, out var value))
        {
            return value;
        }

        return long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out value)
            ? value
            : throw new FormatException("A whole number was expected.");
    }
}
