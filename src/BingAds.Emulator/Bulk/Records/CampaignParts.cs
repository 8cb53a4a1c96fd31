using BingAds.Bulk;
using BingAds.Bulk.Converters;
using BingAds.Emulator.Families;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Bulk.Records;

/// <summary>Settings and bid strategies of campaigns and ad groups, of which a row may give only some cells.</summary>
internal static class CampaignParts
{
    /// <summary>A year so late that the service takes the date for none.</summary>
    public const int EndlessYear = 2099;

    /// <summary>Drops the settings that no cell filled: reading a campaign's type makes one of each that it could have.</summary>
    public static List<Setting>? WithoutEmpty(List<Setting>? settings)
    {
        settings?.RemoveAll(static s => s is null or LinkedInSetting || EntityMerge.IsEmpty(s) || s is TargetSetting { Details: not { Count: > 0 } });
        return settings is { Count: > 0 } ? settings : null;
    }

    /// <summary>Puts the stored settings in the place of those that were made empty for the row.</summary>
    public static void Restore(List<Setting>? settings, List<Setting>? stored)
    {
        for (var i = 0; i < settings?.Count; i++)
        {
            settings[i] = stored?.Find(s => s.GetType() == settings[i].GetType()) ?? settings[i];
        }
    }

    /// <summary>A strategy without a bid limit: in an entity of the SDK a limit without an amount asks to remove it.</summary>
    public static void TidyBids(BiddingScheme? scheme)
    {
        if (scheme is not null)
            EmptySettings.Tidy(scheme);
    }

    /// <summary>Whether a strategy exists in files only.</summary>
    public static bool IsOfFilesOnly(BiddingScheme? scheme) => scheme is MaxReachBiddingScheme or MaxImpressionsBiddingScheme;
}
