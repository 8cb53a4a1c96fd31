using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Reports.Figures;

/// <summary>The parts of ads of all kinds.</summary>
internal static class AdParts
{
    /// <summary>Null for a part that an ad of this kind does not have.</summary>
    public static string? Of(Ad ad, string column) => column switch
    {
        "AdTitle" => Title(ad),
        "TitlePart1" or "Headline1" or "Headline" => TitlePart(ad, 0),
        "TitlePart2" or "Headline2" => TitlePart(ad, 1),
        "TitlePart3" or "Headline3" => TitlePart(ad, 2),
        "AdDescription" or "Description1" or "Description" => Text(ad, 0),
        "AdDescription2" or "Description2" => Text(ad, 1),
        "LongHeadline" or "CombinationLongHeadline" => (ad as ResponsiveAd)?.LongHeadlineString ?? AssetText((ad as ResponsiveAd)?.LongHeadline),
        "BusinessName" => (ad as ResponsiveAd)?.BusinessName,
        "Path1" => Path(ad).First,
        "Path2" => Path(ad).Second,
        "DisplayUrl" => (ad as TextAd)?.DisplayUrl ?? Domain(ad),
        "FinalUrl" or "DestinationUrl" => ad.FinalUrls?.FirstOrDefault() ?? (ad as TextAd)?.DestinationUrl,
        "FinalMobileUrl" => ad.FinalMobileUrls?.FirstOrDefault(),
        "FinalAppUrl" => ad.FinalAppUrls?.FirstOrDefault()?.Url,
        "TrackingTemplate" => ad.TrackingUrlTemplate,
        "FinalUrlSuffix" => ad.FinalUrlSuffix,
        "CustomParameters" => GroupColumns.Join(ad.UrlCustomParameters),
        _ => null,
    };

    /// <summary>As the service words the type of an ad.</summary>
    public static string? DisplayType(string? kind) => kind switch
    {
        "Text" => "Text ad",
        "ExpandedText" => "Expanded text ad",
        "ResponsiveSearch" => "Responsive search ad",
        "ResponsiveAd" => "Responsive ad",
        "DynamicSearch" => "Dynamic search ad",
        "Product" => "Product ad",
        "AppInstall" => "App install ad",
        "Hotel" => "Hotel ad",
        _ => kind,
    };

    private static string? Title(Ad ad) => ad switch
    {
        TextAd text => text.Title,
        AppInstallAd app => app.Title,
        ProductAd product => product.PromotionalText,
        _ => TitlePart(ad, 0),
    };

    private static string? TitlePart(Ad ad, int part) => ad switch
    {
        ExpandedTextAd text => part switch
        {
            0 => text.TitlePart1,
            1 => text.TitlePart2,
            _ => text.TitlePart3,
        },
        ResponsiveSearchAd search => AssetText(search.Headlines?.ElementAtOrDefault(part)),
        ResponsiveAd responsive => AssetText(responsive.Headlines?.ElementAtOrDefault(part)) ?? (part == 0 ? responsive.Headline : null),
        TextAd text when part == 0 => text.Title,
        AppInstallAd app when part == 0 => app.Title,
        _ => null,
    };

    private static string? Text(Ad ad, int part) => ad switch
    {
        ExpandedTextAd text => part == 0 ? text.Text : text.TextPart2,
        DynamicSearchAd dynamic => part == 0 ? dynamic.Text : dynamic.TextPart2,
        ResponsiveSearchAd search => AssetText(search.Descriptions?.ElementAtOrDefault(part)),
        ResponsiveAd responsive => AssetText(responsive.Descriptions?.ElementAtOrDefault(part)) ?? (part == 0 ? responsive.Text : null),
        TextAd text when part == 0 => text.Text,
        AppInstallAd app when part == 0 => app.Text,
        _ => null,
    };

    private static (string? First, string? Second) Path(Ad ad) => ad switch
    {
        ExpandedTextAd text => (text.Path1, text.Path2),
        ResponsiveSearchAd search => (search.Path1, search.Path2),
        DynamicSearchAd dynamic => (dynamic.Path1, dynamic.Path2),
        _ => default,
    };

    private static string? Domain(Ad ad) => Uri.TryCreate(ad.FinalUrls?.FirstOrDefault(), UriKind.Absolute, out var url) ? url.Host : null;

    private static string? AssetText(AssetLink? link) => (link?.Asset as TextAsset)?.Text ?? link?.Asset?.Name;
}
