using System.Globalization;
using BingAds.V13.CampaignManagement;

namespace BingAds.Bulk.Converters;

/// <summary>A quarter of an hour as its number.</summary>
internal static class MinuteCell
{
    public static Minute? Read(in BulkCell cell) => cell.IsDelete ? default(Minute?) : Parse(cell.ToString());

    public static void Write(BulkRowWriter row, int column, Minute? value)
    {
        if (value is not null)
        {
            row.Value(column, Number(value));
        }
    }

    public static Minute Parse(ReadOnlySpan<char> text)
    {
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number);
        return number switch
        {
            0 when text.Trim().Trim('0').IsEmpty => Minute.Zero,
            15 => Minute.Fifteen,
            30 => Minute.Thirty,
            45 => Minute.FortyFive,
            _ => throw new FormatException("A minute is 0, 15, 30 or 45."),
        };
    }

    public static int Number(Minute? value) => (value ?? Minute.Zero).Known switch
    {
        Minute.KnownValue.Fifteen => 15,
        Minute.KnownValue.Thirty => 30,
        Minute.KnownValue.FortyFive => 45,
        Minute.KnownValue.Zero => 0,
        _ => throw new FormatException($"'{value}' is no minute that a bulk file can hold."),
    };
}
