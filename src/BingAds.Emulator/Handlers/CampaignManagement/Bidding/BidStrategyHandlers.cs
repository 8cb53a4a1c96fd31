using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.Emulator.Store;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement.Bidding;

/// <summary>Bid strategies that campaigns share, of the account or of the customer above it.</summary>
internal static class BidStrategyHandlers
{
    private static EntityFamily<BidStrategy> Family => BiddingFamilies.Strategies;

    public static void Register(HandlerTable table)
    {
        table.Add<AddBidStrategiesRequest, AddBidStrategiesResponse>(Add);
        table.Add<UpdateBidStrategiesRequest, UpdateBidStrategiesResponse>(Update);
        table.Add<DeleteBidStrategiesRequest, DeleteBidStrategiesResponse>(Delete);
        table.Add<GetBidStrategiesByIdsRequest, GetBidStrategiesByIdsResponse>(GetByIds);
        table.Add<GetCampaignIdsByBidStrategyIdsRequest, GetCampaignIdsByBidStrategyIdsResponse>(GetCampaignIds);
    }

    private static AddBidStrategiesResponse Add(CallContext call, AddBidStrategiesRequest request)
    {
        var rules = new BidStrategiesOfCaller(call, new ItemErrors());
        return new() { BidStrategyIds = Family.Add(request.BidStrategies, rules), PartialErrors = rules.Errors.List };
    }

    private static UpdateBidStrategiesResponse Update(CallContext call, UpdateBidStrategiesRequest request)
    {
        var rules = new BidStrategiesOfCaller(call, new ItemErrors());
        Family.Update(request.BidStrategies, rules);
        return new() { PartialErrors = rules.Errors.List };
    }

    private static DeleteBidStrategiesResponse Delete(CallContext call, DeleteBidStrategiesRequest request)
    {
        var rules = new BidStrategiesOfCaller(call, new ItemErrors()) { Scope = request.Scope };
        Family.Delete(request.BidStrategyIds, rules);
        return new() { PartialErrors = rules.Errors.List };
    }

    private static GetBidStrategiesByIdsResponse GetByIds(CallContext call, GetBidStrategiesByIdsRequest request)
    {
        var errors = new ItemErrors();
        var strategies = request.BidStrategyIds is null
            ? Family.Children(call, BidStrategies.ParentOf(call, request.Scope))
            : Get(call, request.BidStrategyIds, request.Scope, errors);
        foreach (var strategy in strategies)
        {
            if (strategy is not null)
                strategy.AssociationCount = BidStrategies.CampaignsOf(call.Session, strategy.Id!.Value).Count;
        }

        return new() { BidStrategies = strategies, PartialErrors = errors.List };
    }

    private static GetCampaignIdsByBidStrategyIdsResponse GetCampaignIds(CallContext call, GetCampaignIdsByBidStrategyIdsRequest request)
    {
        var errors = new ItemErrors();
        var found = Get(call, request.BidStrategyIds, request.Scope, errors);
        return new()
        {
            CampaignIdCollection = found.ConvertAll(s => s is null ? null : new IdCollection { Ids = BidStrategies.CampaignsOf(call.Session, s.Id!.Value) }),
            PartialErrors = errors.List,
        };
    }

    private static List<BidStrategy?> Get(CallContext call, List<long>? ids, EntityScope? scope, ItemErrors errors)
    {
        var parent = BidStrategies.ParentOf(call, scope);
        return Family.Get(call, parent, ids, errors, row => row.Parent == parent, Family.Codes.UnknownId);
    }
}
