using BingAds.V13.CampaignManagement;

namespace BingAds.Bulk.Converters;

/// <summary>Kinds of hotel ads: names between commas, without a blank.</summary>
internal static class HotelAdGroupTypeCell
{
    public static HotelAdGroupType? Read(in BulkCell cell)
    {
        var names = cell.ToString().Split([',', '|'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (names.All(static n => n is "HotelAd" or "PropertyAd") && names.Length > 0)
        {
            return new HotelAdGroupType(string.Join(", ", names));
        }

        return names is [var digit] && BulkEnumNumbers.HotelAdGroupType(digit is "1" or "2" ? digit[0] - '0' : 0) is { } name
            ? new HotelAdGroupType(name)
            : HotelAdGroupType.HotelAd | HotelAdGroupType.PropertyAd;
    }

    public static void Write(BulkRowWriter row, int column, HotelAdGroupType? value) =>
        row.Text(column, value is { } set ? string.Join(',', EnumCell.InOrder(HotelAdGroupType.s_table, set.Names)) : null);
}
