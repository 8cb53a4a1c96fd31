namespace BingAds.Emulator.Reports.Figures;

/// <summary>Attributes of the ad that a slice showed: one of its ad group. Without ads their cells are empty.</summary>
internal static class AdColumns
{
    private const string DefaultUrl = "https://www.shop.example/";

    public static SliceColumn? Find(string column, FigureLevel level) => column switch
    {
        "AdId" => new(AdOf, static (_, code) => code == 0 ? ReportValue.Empty : ReportValue.Of(code)),
        "AdStatus" => Of(static (_, ad) => ad.Status),
        "AdType" => Of(static (_, ad) => AdParts.DisplayType(ad.Row.Kind)),
        "AdLabels" => Of(static (leaf, ad) => leaf.Account.World.Labels(FamilyNames.Ad, ad.Id)),
        "AdStrength" => Of(static (_, ad) => (ad.Id % 3) switch
        {
            0 => "Good",
            1 => "Average",
            _ => "Excellent",
        }),
        "AdStrengthActionItems" => Of(static (_, ad) => ad.Id % 3 == 1 ? "Add more headlines" : null),
        "FinalUrl" or "DestinationUrl" => new(AdOf, static (leaf, code) => ReportValue.Of(Url(leaf, code))),
        "FinalMobileUrl" => new(AdOf, static (leaf, code) => ReportValue.Of(leaf.Keyword?.FinalMobileUrls?.FirstOrDefault() ?? Part(leaf, code, "FinalMobileUrl"))),
        "FinalAppUrl" => Part(column),
        "TrackingTemplate" => new(AdOf, (leaf, code) => ReportValue.Of(
            Part(leaf, code, column) ?? leaf.Group?.Body.TrackingUrlTemplate ?? leaf.Campaign.Body.TrackingUrlTemplate)),
        "FinalUrlSuffix" => new(AdOf, (leaf, code) => ReportValue.Of(Part(leaf, code, column) ?? leaf.Group?.Body.FinalUrlSuffix ?? leaf.Campaign.Body.FinalUrlSuffix)),
        "CustomParameters" => new(AdOf, (leaf, code) => ReportValue.Of(
            Part(leaf, code, column) ?? GroupColumns.Join(leaf.Group?.Body.UrlCustomParameters ?? leaf.Campaign.Body.UrlCustomParameters))),
        "AdTitle" or "TitlePart1" or "TitlePart2" or "TitlePart3" or "AdDescription" or "AdDescription2" or "Description" or "DisplayUrl" or "Path1" or "Path2"
            or "BusinessName" or "LongHeadline" or "Headline" => Part(column),
        _ => null,
    };

    /// <summary>Id of the ad that a slice showed, 0 for none. An ad that had ended is not chosen, unless all had.</summary>
    public static long AdOf(in Slice slice)
    {
        if (slice.Leaf.Group is not { Ads: { Count: > 0 } ads })
            return 0;
        var start = slice.Pick(Trait.Ad, ads.Count);
        var end = (slice.Day + 1L) * DayCurve.Quarters;
        for (var i = 0; i < ads.Count; i++)
        {
            var ad = ads[(start + i) % ads.Count];
            if (ad.End >= end)
                return ad.Id;
        }

        return ads[start].Id;
    }

    private static SliceColumn Part(string column) => new(AdOf, (leaf, code) => ReportValue.Of(Part(leaf, code, column)));

    private static string? Part(Leaf leaf, long ad, string column) => ad == 0 ? null : AdParts.Of(leaf.Group!.Ad(ad)!.Body, column);

    private static SliceColumn Of(Func<Leaf, AdNode, string?> text)
        => new(AdOf, (leaf, code) => code == 0 ? ReportValue.Empty : ReportValue.Of(text(leaf, leaf.Group!.Ad(code)!)));

    private static string Url(Leaf leaf, long ad)
        => leaf.Keyword?.FinalUrls?.FirstOrDefault() ?? leaf.Keyword?.DestinationUrl ?? Part(leaf, ad, "FinalUrl") ?? DefaultUrl;
}
