using BingAds.V13.CampaignManagement;

namespace BingAds.Bulk.Converters;

/// <summary>Co-op bids of an ad group: any of the three cells adds the setting.</summary>
internal static class CoOpCell
{
    public static void ReadBidOption(in BulkCell cell, AdGroup? adGroup)
    {
        var value = EnumCell.Read<BidOption>(cell, BulkEnumNumbers.BidOption);
        if (Setting(adGroup) is { } setting)
        {
            setting.BidOption = value;
        }
    }

    public static void ReadBidBoostValue(in BulkCell cell, AdGroup? adGroup)
    {
        var value = DoubleCell.Read(cell);
        if (Setting(adGroup) is { } setting)
        {
            setting.BidBoostValue = value;
        }
    }

    public static void ReadBidMaxValue(in BulkCell cell, AdGroup? adGroup)
    {
        var value = DoubleCell.Read(cell);
        if (Setting(adGroup) is { } setting)
        {
            setting.BidMaxValue = value;
        }
    }

    private static CoOpSetting? Setting(AdGroup? adGroup) => adGroup is null ? null : SettingList.GetOrAdd<CoOpSetting>(adGroup.Settings ??= []);
}
