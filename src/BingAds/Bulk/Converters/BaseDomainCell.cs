using BingAds.V13.CampaignManagement;

namespace BingAds.Bulk.Converters;

/// <summary>Base domain of an ad group, in small letters; a cell adds the setting.</summary>
internal static class BaseDomainCell
{
    public static void Read(in BulkCell cell, AdGroup? adGroup)
    {
        if (adGroup is not null)
        {
            SettingList.GetOrAdd<BaseDomainSetting>(adGroup.Settings ??= []).BaseDomain = cell.ToString().Trim().ToLowerInvariant();
        }
    }
}
