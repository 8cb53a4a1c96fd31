using BingAds.Reporting;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Reports.Figures;

/// <summary>Which campaigns, and what in them, a type of report is about.</summary>
internal sealed class LeafRule
{
    private readonly Func<CampaignNode, bool> _campaigns;
    private readonly bool _keywordsOnly;

    private LeafRule(Func<CampaignNode, bool> campaigns, bool keywordsOnly = false)
    {
        _campaigns = campaigns;
        _keywordsOnly = keywordsOnly;
    }

    public static LeafRule Of(ReportType type) => type.Name switch
    {
        "KeywordPerformance" or "AdExtensionByKeyword" or "ShareOfVoice" or "NegativeKeywordConflict" => new(static c => c.Type != "Shopping", keywordsOnly: true),
        "AdDynamicTextPerformance" or "AdExtensionByAd" or "AdExtensionDetail" or "ConversionPerformance" or "DestinationUrlPerformance" or "GoalsAndFunnels"
            => new(static c => c.Type != "Shopping"),
        "HotelDimensionPerformance" or "HotelGroupPerformance" => new(static c => c.Type == "Hotel"),
        "AppsPerformance" => new(static c => c.Type == "App"),
        "AssetGroupPerformance" => new(static c => c.Type == "PerformanceMax"),
        "DSAAutoTargetPerformance" or "DSACategoryPerformance" or "DSASearchQueryPerformance" => new(static c => c.Type == "DynamicSearchAds"),
        _ when type.Name.StartsWith("Product", StringComparison.Ordinal) => new(SellsProducts),
        _ => new(static _ => true),
    };

    public bool Takes(CampaignNode campaign) => _campaigns(campaign);

    public bool Takes(Leaf leaf) => leaf.IsKeyword || !_keywordsOnly;

    // With a store, the automatic campaigns show products too.
    private static bool SellsProducts(CampaignNode campaign)
        => campaign.Type == "Shopping" || (campaign.Type == "PerformanceMax" && campaign.Body.Settings?.Exists(static s => s is ShoppingSetting) == true);
}
