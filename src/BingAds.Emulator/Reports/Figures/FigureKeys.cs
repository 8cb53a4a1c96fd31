using BingAds.Reporting;

namespace BingAds.Emulator.Reports.Figures;

/// <summary>Which columns tell entities apart: rows of two such entities are never the same, so those of one can go out when the next one comes.</summary>
internal static class FigureKeys
{
    /// <summary>The finest first; everything can be told apart by nothing, which is last.</summary>
    public static IReadOnlyList<FigureLevel> Of(IReadOnlyCollection<string> columns)
    {
        var keys = new List<FigureLevel>();
        if (columns.Contains("KeywordId"))
            keys.Add(FigureLevel.Keyword);
        if (columns.Contains("AdGroupId"))
            keys.Add(FigureLevel.Group);
        if (columns.Contains("AssetGroupId"))
            keys.Add(FigureLevel.AssetGroup);
        if (columns.Contains("CampaignId"))
            keys.Add(FigureLevel.Campaign);
        if (columns.Contains("AccountId") || columns.Contains("AccountNumber"))
            keys.Add(FigureLevel.Account);
        keys.Add(FigureLevel.All);
        return keys;
    }

    /// <summary>Id of what a leaf belongs to at a level; null where it has none, and its row an empty cell.</summary>
    public static long? Id(Leaf leaf, FigureLevel level) => level switch
    {
        FigureLevel.Keyword => leaf.IsKeyword ? leaf.Row.Id : null,
        FigureLevel.Group => leaf.Group?.Id,
        FigureLevel.AssetGroup => leaf.AssetGroup?.Id,
        FigureLevel.Campaign => leaf.Campaign.Id,
        FigureLevel.Account => leaf.Account.Id,
        _ => 0,
    };

    /// <summary>Of what a type of report is about: attributes that entities of several levels have are those of this one.</summary>
    public static FigureLevel LevelOf(ReportType type) => type.Name switch
    {
        "AccountPerformance" => FigureLevel.Account,
        "CampaignPerformance" or "BidStrategy" or "BudgetSummary" => FigureLevel.Campaign,
        "AdGroupPerformance" or "HotelDimensionPerformance" or "HotelGroupPerformance" or "ProductPartitionPerformance" or "ProductPartitionUnitPerformance" => FigureLevel.Group,
        "AdPerformance" or "DestinationUrlPerformance" or "DSAAutoTargetPerformance" or "DSASearchQueryPerformance" or "AdDynamicTextPerformance" => FigureLevel.Ad,
        _ => FigureLevel.Keyword,
    };
}
