using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.Emulator.Store;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement.Bidding;

/// <summary>Where shared bid strategies are kept, and which campaigns use them.</summary>
internal static class BidStrategies
{
    private const int NotForCampaignType = 5703;

    public static long ParentOf(CallContext call, EntityScope? scope) => scope == EntityScope.Customer ? call.Account.Customer : call.Account.Id;

    public static List<long?> CampaignsOf(StoreSession session, long strategy)
        => [.. session.Links.From(FamilyNames.BidStrategy, FamilyNames.Campaign, strategy).Select(static l => (long?)l.Target)];

    /// <summary>The strategy must be there, and for campaigns of this type.</summary>
    public static void Check(CallContext call, Campaign campaign, ItemErrors errors)
    {
        if (campaign.BidStrategyId is not { } id)
            return;
        var row = BiddingFamilies.Strategies.FindOwn(call, id);

        // Strategies that came in bulk files are kept as rows of files, and may be named as well.
        errors.Require(row is not null || call.Session.Entities.Find(FamilyNames.AccountRecord, id)?.Account == call.Account.Id, GeneralCodes.UnknownId, nameof(Campaign.BidStrategyId));
        var type = row is null ? null : BiddingFamilies.Strategies.Read(row).AssociatedCampaignType;
        errors.Require(type is null || type == campaign.CampaignType, NotForCampaignType, nameof(Campaign.BidStrategyId));
    }

    /// <summary>Ties a campaign to its strategy, and frees it from the one before.</summary>
    public static void Link(CallContext call, Campaign campaign, Campaign? before)
    {
        if (campaign.BidStrategyId == before?.BidStrategyId)
            return;
        if (before?.BidStrategyId is { } old)
            call.Session.Links.Delete(FamilyNames.BidStrategy, FamilyNames.Campaign, old, campaign.Id!.Value);
        if (campaign.BidStrategyId is { } strategy)
            call.Session.Links.Set(FamilyNames.BidStrategy, FamilyNames.Campaign, strategy, campaign.Id!.Value, call.Account.Id);
    }

    /// <summary>A campaign bids as its strategy says, and again by its own scheme when it leaves it.</summary>
    public static void Show(CallContext call, Campaign campaign)
    {
        if (BiddingFamilies.Strategies.FindOwn(call, campaign.BidStrategyId) is not { } row)
            return;
        var strategy = BiddingFamilies.Strategies.Read(row);
        campaign.BiddingScheme = strategy.BiddingScheme;
        campaign.BidStrategyScope = strategy.Scope;
    }
}
