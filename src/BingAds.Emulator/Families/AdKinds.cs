using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Families;

/// <summary>The ad types by the names that <c>AdType</c> gives them.</summary>
internal static class AdKinds
{
    public static string? Of(Ad ad) => ad switch
    {
        ResponsiveSearchAd => "ResponsiveSearch",
        ResponsiveAd => "ResponsiveAd",
        DynamicSearchAd => "DynamicSearch",
        ExpandedTextAd => "ExpandedText",
        ProductAd => "Product",
        HotelAd => "Hotel",
        AppInstallAd => "AppInstall",
        TextAd => "Text",
        _ => null,
    };
}
