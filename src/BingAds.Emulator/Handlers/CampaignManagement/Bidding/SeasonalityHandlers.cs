using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement.Bidding;

/// <summary>Days on which more or fewer conversions are to be expected than usual.</summary>
internal static class SeasonalityHandlers
{
    private static EntityFamily<SeasonalityAdjustment> Family => BiddingFamilies.Seasonality;

    public static void Register(HandlerTable table)
    {
        table.Add<AddSeasonalityAdjustmentsRequest, AddSeasonalityAdjustmentsResponse>(Add);
        table.Add<UpdateSeasonalityAdjustmentsRequest, UpdateSeasonalityAdjustmentsResponse>(Update);
        table.Add<DeleteSeasonalityAdjustmentsRequest, DeleteSeasonalityAdjustmentsResponse>(Delete);
        table.Add<GetSeasonalityAdjustmentsByIdsRequest, GetSeasonalityAdjustmentsByIdsResponse>(GetByIds);
        table.Add<GetSeasonalityAdjustmentsByAccountIdRequest, GetSeasonalityAdjustmentsByAccountIdResponse>(GetByAccount);
    }

    private static AddSeasonalityAdjustmentsResponse Add(CallContext call, AddSeasonalityAdjustmentsRequest request)
    {
        var rules = Rules(call, request.AccountId);
        return new() { SeasonalityAdjustmentIds = Family.Add(request.SeasonalityAdjustments, rules), PartialErrors = rules.Errors.List };
    }

    private static UpdateSeasonalityAdjustmentsResponse Update(CallContext call, UpdateSeasonalityAdjustmentsRequest request)
    {
        var rules = Rules(call, request.AccountId);
        Family.Update(request.SeasonalityAdjustments, rules);
        return new() { PartialErrors = rules.Errors.List };
    }

    private static DeleteSeasonalityAdjustmentsResponse Delete(CallContext call, DeleteSeasonalityAdjustmentsRequest request)
    {
        var rules = Rules(call, request.AccountId);
        Family.Delete(request.SeasonalityAdjustmentIds, rules);
        return new() { PartialErrors = rules.Errors.List };
    }

    private static GetSeasonalityAdjustmentsByIdsResponse GetByIds(CallContext call, GetSeasonalityAdjustmentsByIdsRequest request)
    {
        var errors = new ItemErrors();
        var found = Family.Get(call, call.AccountOf(request.AccountId).Id, request.SeasonalityAdjustmentIds, errors);
        return new() { SeasonalityAdjustments = Show(call, found), PartialErrors = errors.List };
    }

    private static GetSeasonalityAdjustmentsByAccountIdResponse GetByAccount(CallContext call, GetSeasonalityAdjustmentsByAccountIdRequest request)
        => new() { SeasonalityAdjustments = Show(call, Family.Children(call, call.AccountOf(request.AccountId).Id)) };

    private static SeasonalityOfAccount Rules(CallContext call, long? accountId) => new(call, call.AccountOf(accountId).Id, new ItemErrors());

    private static List<SeasonalityAdjustment?> Show(CallContext call, List<SeasonalityAdjustment?> found)
    {
        found.ForEach(item => item?.CampaignAssociations = BiddingPeriods.Living(call, item.CampaignAssociations));
        return found;
    }
}
