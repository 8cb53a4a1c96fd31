using BingAds.Bulk;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Bulk.Records;

/// <summary>The SDK has a class of rows for each kind of ad, alike in all but the kind.</summary>
internal static class AdRows
{
    public static IReadOnlyList<string> Types { get; } =
    [
        "Responsive Search Ad",
        "Responsive Ad",
        "Dynamic Search Ad",
        "Expanded Text Ad",
        "Product Ad",
        "App Install Ad",
        "Text Ad",
    ];

    /// <summary>The record type of a kind as <c>AdType</c> calls it; null when it has none.</summary>
    public static string? TypeOf(string? kind) => kind switch
    {
        "ResponsiveSearch" => "Responsive Search Ad",
        "ResponsiveAd" => "Responsive Ad",
        "DynamicSearch" => "Dynamic Search Ad",
        "ExpandedText" => "Expanded Text Ad",
        "Product" => "Product Ad",
        "AppInstall" => "App Install Ad",
        "Text" => "Text Ad",
        _ => null,
    };

    /// <summary>An empty record.</summary>
    public static SingleRecordBulkEntity Create(string type) => type switch
    {
        "Responsive Search Ad" => new BulkResponsiveSearchAd(),
        "Responsive Ad" => new BulkResponsiveAd(),
        "Dynamic Search Ad" => new BulkDynamicSearchAd(),
        "Expanded Text Ad" => new BulkExpandedTextAd(),
        "Product Ad" => new BulkProductAd(),
        "App Install Ad" => new BulkAppInstallAd(),
        "Text Ad" => new BulkTextAd(),
        _ => throw new ArgumentException($"'{type}' is no ad.", nameof(type)),
    };

    public static SingleRecordBulkEntity Create(Ad ad, long adGroup, string? campaignName, string? adGroupName) => ad switch
    {
        ResponsiveSearchAd item => new BulkResponsiveSearchAd { ResponsiveSearchAd = item, AdGroupId = adGroup, CampaignName = campaignName, AdGroupName = adGroupName },
        ResponsiveAd item => new BulkResponsiveAd { ResponsiveAd = item, AdGroupId = adGroup, CampaignName = campaignName, AdGroupName = adGroupName },
        DynamicSearchAd item => new BulkDynamicSearchAd { DynamicSearchAd = item, AdGroupId = adGroup, CampaignName = campaignName, AdGroupName = adGroupName },
        ExpandedTextAd item => new BulkExpandedTextAd { ExpandedTextAd = item, AdGroupId = adGroup, CampaignName = campaignName, AdGroupName = adGroupName },
        ProductAd item => new BulkProductAd { ProductAd = item, AdGroupId = adGroup, CampaignName = campaignName, AdGroupName = adGroupName },
        AppInstallAd item => new BulkAppInstallAd { AppInstallAd = item, AdGroupId = adGroup, CampaignName = campaignName, AdGroupName = adGroupName },
        TextAd item => new BulkTextAd { TextAd = item, AdGroupId = adGroup, CampaignName = campaignName, AdGroupName = adGroupName },
        _ => throw new ArgumentException($"Ads of the type {ad.TypeName} have no rows.", nameof(ad)),
    };

    public static Ad AdOf(SingleRecordBulkEntity record) => record switch
    {
        BulkResponsiveSearchAd row => row.ResponsiveSearchAd!,
        BulkResponsiveAd row => row.ResponsiveAd!,
        BulkDynamicSearchAd row => row.DynamicSearchAd!,
        BulkExpandedTextAd row => row.ExpandedTextAd!,
        BulkProductAd row => row.ProductAd!,
        BulkAppInstallAd row => row.AppInstallAd!,
        BulkTextAd row => row.TextAd!,
        _ => throw new ArgumentException($"'{record.RecordType}' is no ad.", nameof(record)),
    };
}
