using BingAds.Emulator.Store;

namespace BingAds.Emulator.Handlers.CampaignManagement.Audiences;

/// <summary>Whether an audience is aimed at.</summary>
internal static class AudienceUse
{
    private static readonly string[] s_targets = [FamilyNames.Campaign, FamilyNames.AdGroup];

    /// <summary>Criterions tie an audience to their campaign or ad group.</summary>
    public static bool IsTargeted(StoreSession session, long audience)
        => s_targets.Any(target => session.Links.From(FamilyNames.Audience, target, audience).Count > 0);
}
