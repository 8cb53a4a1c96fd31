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

    /// <summary>What may stand once in an ad group; null for the kinds of which the same may stand twice.</summary>
    public static string? ContentOf(Ad ad) => ad switch
    {
        DynamicSearchAd d => Content("DynamicSearch", d.Text, d.TextPart2, d.Path1, d.Path2),
        ExpandedTextAd e => Content("ExpandedText", e.TitlePart1, e.TitlePart2, e.TitlePart3, e.Text, e.TextPart2, e.Path1, e.Path2, e.FinalUrls?.FirstOrDefault()),
        TextAd t => Content("Text", t.Title, t.Text, t.DisplayUrl, t.DestinationUrl),
        AppInstallAd a => Content("AppInstall", a.Title, a.Text, a.AppPlatform, a.AppStoreId, a.FinalUrls?.FirstOrDefault()),
        _ => null,
    };

    // The separator is a character that no text may hold.
    private static string Content(params ReadOnlySpan<string?> parts) => string.Join('\u001f', parts);
}
