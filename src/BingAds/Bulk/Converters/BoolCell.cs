using System.Text;

namespace BingAds.Bulk.Converters;

/// <summary>True or False; any case is read.</summary>
internal static class BoolCell
{
    public static bool? Read(in BulkCell cell) => cell.IsDelete ? null : Parse(cell.Utf8);

    public static void Write(BulkRowWriter row, int column, bool? value)
    {
        if (value is { } flag)
        {
            row.Utf8(column, flag ? "True"u8 : "False"u8);
        }
    }

    public static bool Parse(ReadOnlySpan<byte> text)
    {
        if (Ascii.EqualsIgnoreCase(text, "true"u8))
        {
            return true;
        }

        return Ascii.EqualsIgnoreCase(text, "false"u8) ? false : throw new FormatException("True or False was expected.");
    }
}
