using BingAds.Emulator.Families;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Rules;

/// <summary>Bid strategies: defaults by campaign type, and the corrections that the service makes without a word.</summary>
internal static class BiddingRules
{
    private const int InvalidBids = 1017;

    public static BiddingScheme Default(string campaignType) => campaignType switch
    {
        "PerformanceMax" => new MaxConversionsBiddingScheme(),
        "Hotel" => new PercentCpcBiddingScheme(),
        _ => new EnhancedCpcBiddingScheme(),
    };

    /// <summary>What a campaign's strategy turns into.</summary>
    public static BiddingScheme Correct(BiddingScheme scheme, string campaignType) => scheme switch
    {
        // Manual bidding ended for searches and shops.
        ManualCpcBiddingScheme when campaignType is "Search" or "Shopping" or "DynamicSearchAds" => new EnhancedCpcBiddingScheme(),
        TargetCpaBiddingScheme cpa => new MaxConversionsBiddingScheme { MaxCpc = cpa.MaxCpc, TargetCpa = cpa.TargetCpa },
        TargetRoasBiddingScheme roas => new MaxConversionValueBiddingScheme { MaxCpc = roas.MaxCpc, TargetRoas = roas.TargetRoas },
        // An object that names no strategy, as an untyped client may send it.
        _ when scheme.GetType() == typeof(BiddingScheme) => Default(campaignType),
        _ => scheme,
    };

    public static void Check(ItemErrors errors, BiddingScheme? scheme)
    {
        var maxCpc = scheme switch
        {
            MaxClicksBiddingScheme s => s.MaxCpc,
            MaxConversionsBiddingScheme s => s.MaxCpc,
            MaxConversionValueBiddingScheme s => s.MaxCpc,
            TargetCpaBiddingScheme s => s.MaxCpc,
            TargetRoasBiddingScheme s => s.MaxCpc,
            _ => null,
        };
        MoneyRules.CheckBid(errors, maxCpc?.Amount, InvalidBids, "BiddingScheme.MaxCpc");
        if (scheme is MaxConversionsBiddingScheme { TargetCpa: <= 0 } or TargetCpaBiddingScheme { TargetCpa: <= 0 }
            or MaxConversionValueBiddingScheme { TargetRoas: <= 0 } or TargetRoasBiddingScheme { TargetRoas: <= 0 })
            errors.Fail(InvalidBids);
    }
}
