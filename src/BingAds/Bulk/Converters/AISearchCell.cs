using BingAds.V13.CampaignManagement;

namespace BingAds.Bulk.Converters;

/// <summary>Whether AI search is on; a cell adds the setting to a campaign of any type.</summary>
internal static class AISearchCell
{
    public static void Read(in BulkCell cell, Campaign? campaign)
    {
        var value = BoolCell.Read(cell);
        if (campaign is not null)
        {
            SettingList.GetOrAdd<AISearchSetting>(campaign.Settings ??= []).AISearchEnabled = value;
        }
    }
}
