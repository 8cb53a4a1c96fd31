using System.Globalization;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Reports.Figures;

/// <summary>Attributes of campaigns, their budgets and bid strategies.</summary>
internal static class CampaignColumns
{
    public static Func<Leaf, ReportValue>? Find(string column, FigureLevel level) => column switch
    {
        "CampaignId" => static l => ReportValue.Of(l.Campaign.Id),
        "BaseCampaignId" => static l => ReportValue.Of(l.Campaign.Id),
        "CampaignName" => static l => ReportValue.Of(l.Campaign.Body.Name),
        "CampaignStatus" => static l => ReportValue.Of(l.Campaign.Status),
        "CampaignType" => static l => ReportValue.Of(DisplayType(l.Campaign.Type)),
        "CampaignLabels" => static l => ReportValue.Of(l.Account.World.Labels(FamilyNames.Campaign, l.Campaign.Id)),
        "BudgetName" => static l => ReportValue.Of(Shared(l.Campaign)?.Name),
        "BudgetStatus" => static l => Shared(l.Campaign) is null ? ReportValue.Empty : ReportValue.Of("Active"),
        "BudgetAssociationStatus" => static l => ReportValue.Of(l.Campaign.Row.Deleted ? "Ended" : "Current"),
        "BidStrategyType" => level == FigureLevel.Campaign ? static l => ReportValue.Of(SchemeOf(l.Campaign)) : static l => ReportValue.Of(SchemeOf(l)),
        "PortfolioBidStrategyName" => static l => ReportValue.Of(Portfolio(l.Campaign)),
        "PortfolioBidStrategyStatus" => static l => Portfolio(l.Campaign) is null ? ReportValue.Empty : ReportValue.Of("Active"),
        "NumOfCampaigns" => static l => ReportValue.Of(CountSharing(l.Campaign)),
        "TargetAdPositionType" => static l => ReportValue.Of((l.Campaign.Body.BiddingScheme as TargetImpressionShareBiddingScheme)?.TargetAdPosition ?? "AnyPosition"),
        "TargetCPA" => static l => ReportValue.Of(MeasureRules.Rate(l, Measure.TargetCpa) / 100m),
        "TargetRoas" => static l => ReportValue.Of(MeasureRules.Rate(l, Measure.TargetRoas) / 100m),
        "TargetImpressionShare" => static l => ReportValue.Of((decimal)MeasureRules.Rate(l, Measure.TargetShare)),
        "MonthlyBudget" => static l => ReportValue.Of(MonthlyBudget(l.Campaign)),
        _ => null,
    };

    /// <summary>What can be spent in a month: the day's budget on 30.4 days, as the service reckons.</summary>
    public static decimal MonthlyBudget(CampaignNode campaign)
    {
        var daily = Shared(campaign)?.Amount ?? (campaign.Body.DailyBudget is { } own ? (decimal)own : 50m);
        return decimal.Round(daily * 30.4m, 2);
    }

    /// <summary>The name of a bid strategy as reports have it: <c>EnhancedCpc</c>.</summary>
    public static string SchemeOf(CampaignNode campaign) => Name(campaign.Body.BiddingScheme) ?? "EnhancedCpc";

    /// <summary>As the service words it.</summary>
    public static string DisplayType(string type) => type switch
    {
        "Search" => "Search & content",
        "DynamicSearchAds" => "Dynamic search",
        "PerformanceMax" => "Performance max",
        _ => type,
    };

    private static string SchemeOf(Leaf leaf)
    {
        var own = Name(leaf.Keyword?.BiddingScheme) ?? Name(leaf.Group?.Body.BiddingScheme);
        return own ?? SchemeOf(leaf.Campaign);
    }

    private static string? Name(BiddingScheme? scheme)
        => scheme is null or InheritFromParentBiddingScheme ? null : scheme.TypeName.Replace("BiddingScheme", "", StringComparison.Ordinal) is { Length: > 0 } name ? name : scheme.Type;

    private static Budget? Shared(CampaignNode campaign) => campaign.Body.BudgetId is > 0 and { } id ? campaign.Account.World.Budget(id) : null;

    private static string? Portfolio(CampaignNode campaign)
        => campaign.Body.BidStrategyId is > 0 and { } id && campaign.Account.World.AccountRecord(id) is { } record
            ? record["Bid Strategy Name"] ?? "Strategy " + id.ToString(CultureInfo.InvariantCulture) : null;

    private static long CountSharing(CampaignNode campaign)
        => campaign.Body.BidStrategyId is > 0 and { } id ? campaign.Account.World.CountSharing(campaign.Account, id) : 1;
}
