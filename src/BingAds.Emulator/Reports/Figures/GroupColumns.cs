using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Reports.Figures;

/// <summary>Attributes of ad groups and asset groups, and what any level may have: URLs' parts and the quality.</summary>
internal static class GroupColumns
{
    public static Func<Leaf, ReportValue>? Find(string column, FigureLevel level) => column switch
    {
        "AdGroupId" => static l => l.Group is { } g ? ReportValue.Of(g.Id) : ReportValue.Empty,
        "AdGroupName" => static l => ReportValue.Of(l.Group?.Body.Name),
        "AdGroupStatus" => static l => ReportValue.Of(l.Group?.Status),
        "Status" => level == FigureLevel.Campaign ? static l => ReportValue.Of(l.Campaign.Status) : static l => ReportValue.Of(l.Group?.Status),
        "AdGroupType" => static l => l.Group is { } g ? ReportValue.Of(g.Body.AdGroupType ?? "SearchStandard") : ReportValue.Empty,
        "AdGroupLabels" => static l => l.Group is { } g ? ReportValue.Of(l.Account.World.Labels(FamilyNames.AdGroup, g.Id)) : ReportValue.Empty,
        "Language" => static l => ReportValue.Of(LanguageOf(l)),
        "AssetGroupId" => static l => l.AssetGroup is { } g ? ReportValue.Of(g.Id) : ReportValue.Empty,
        "AssetGroupName" => static l => ReportValue.Of(l.AssetGroup?.Name),
        "AssetGroupStatus" => static l => ReportValue.Of(l.AssetGroup?.Status),
        "TrackingTemplate" when level != FigureLevel.Ad => l => ReportValue.Of(Template(l, level)),
        "FinalUrlSuffix" when level != FigureLevel.Ad => l => ReportValue.Of(Suffix(l, level)),
        "CustomParameters" when level != FigureLevel.Ad => l => ReportValue.Of(Join(Parameters(l, level))),
        "QualityScore" or "HistoricalQualityScore" => l => Quality(l, level, 0, 10),
        "ExpectedCtr" or "HistoricalExpectedCtr" => l => Quality(l, level, 1, 3),
        "AdRelevance" or "HistoricalAdRelevance" => l => Quality(l, level, 2, 3),
        "LandingPageExperience" or "HistoricalLandingPageExperience" => l => Quality(l, level, 3, 3),
        "QualityImpact" => l => IsUnrated(NumberOf(l, level)) ? ReportValue.NotComputed : ReportValue.Of((long)(Mix.Of(NumberOf(l, level), 904) % 40)),
        _ => null,
    };

    /// <summary>Parameters as the service joins them.</summary>
    public static string? Join(CustomParameters? parameters)
        => parameters?.Parameters is { Count: > 0 } list ? string.Join("; ", list.Select(static p => $"{{_{p.Key}}}={p.Value}")) : null;

    private static string LanguageOf(Leaf leaf)
    {
        var language = leaf.Group?.Body.Language ?? leaf.Campaign.Body.Languages?.FirstOrDefault();
        return language is null or "" or "All" ? "English" : language;
    }

    private static string? Template(Leaf leaf, FigureLevel level)
        => (level >= FigureLevel.Keyword ? leaf.Keyword?.TrackingUrlTemplate : null)
        ?? (level >= FigureLevel.Group ? leaf.Group?.Body.TrackingUrlTemplate : null)
        ?? leaf.Campaign.Body.TrackingUrlTemplate;

    private static string? Suffix(Leaf leaf, FigureLevel level)
        => (level >= FigureLevel.Keyword ? leaf.Keyword?.FinalUrlSuffix : null)
        ?? (level >= FigureLevel.Group ? leaf.Group?.Body.FinalUrlSuffix : null)
        ?? leaf.Campaign.Body.FinalUrlSuffix;

    private static CustomParameters? Parameters(Leaf leaf, FigureLevel level)
        => (level >= FigureLevel.Keyword ? leaf.Keyword?.UrlCustomParameters : null)
        ?? (level >= FigureLevel.Group ? leaf.Group?.Body.UrlCustomParameters : null)
        ?? leaf.Campaign.Body.UrlCustomParameters;

    // The parts of a quality belong together: either all are computed or none.
    private static ReportValue Quality(Leaf leaf, FigureLevel level, ulong part, ulong best)
    {
        var number = NumberOf(leaf, level);
        return IsUnrated(number) ? ReportValue.NotComputed : ReportValue.Of(1 + (long)(Mix.Of(number, 900 + part) % best));
    }

    private static bool IsUnrated(ulong number) => number % 8 == 0;

    private static ulong NumberOf(Leaf leaf, FigureLevel level) => level switch
    {
        FigureLevel.Campaign => leaf.Campaign.Number,
        FigureLevel.Group => leaf.Group?.Number ?? leaf.Campaign.Number,
        _ => leaf.Number,
    };
}
