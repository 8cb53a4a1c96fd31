using System.Globalization;
using System.Runtime.CompilerServices;
using BingAds.Files;

namespace BingAds.Bulk.Converters;

/// <summary>A number with a point, in its shortest form.</summary>
internal static class DoubleCell
{
    // From here on the format has an exponent. The runtime's shortest form has one from here on or from a hundred times more, by its version.
    private const double ExponentFrom = 1e15;

    public static double? Read(in BulkCell cell) => cell.IsDelete ? null : Parse(cell.Utf8);

    public static void Write(BulkRowWriter row, int column, double? value)
    {
        if (value is { } number && Math.Abs(number) >= ExponentFrom && double.IsFinite(number))
        {
            row.Text(column, WithExponent(number));
        }
        else if (value is { } usual)
        {
            row.Value(column, usual);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
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

    private static string WithExponent(double number)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        if (text.Contains('E', StringComparison.Ordinal))
        {
            return text;
        }

        var (sign, digits) = number < 0 ? ("-", text[1..]) : ("", text);
        var mantissa = digits.TrimEnd('0');
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{mantissa[0]}{(mantissa.Length > 1 ? "." : "")}{mantissa.AsSpan(1)}E+{digits.Length - 1}");
    }
}
