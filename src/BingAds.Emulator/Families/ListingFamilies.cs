using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Families;

/// <summary>The listings of asset groups. They come and go by actions only, which have codes of their own.</summary>
internal static class ListingFamilies
{
    public static EntityFamily<AssetGroupListingGroup> OfAssetGroups { get; } = new(FamilyNames.ListingGroup, GeneralCodes.Family(1000, isNamed: false))
    {
        GetId = static g => g.Id,
        SetId = static (g, id) => g.Id = id,
        Kind = static g => g.AssetGroupListingType?.ToString(),
        FirstId = 3_310_744_000,
        IdStep = 1,
    };
}
