using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement.Bidding;

/// <summary>Days whose conversions were counted wrongly, so that bidding must not learn from them.</summary>
internal static class DataExclusionHandlers
{
    private static EntityFamily<DataExclusion> Family => BiddingFamilies.Exclusions;

    public static void Register(HandlerTable table)
    {
        table.Add<AddDataExclusionsRequest, AddDataExclusionsResponse>(Add);
        table.Add<UpdateDataExclusionsRequest, UpdateDataExclusionsResponse>(Update);
        table.Add<DeleteDataExclusionsRequest, DeleteDataExclusionsResponse>(Delete);
        table.Add<GetDataExclusionsByIdsRequest, GetDataExclusionsByIdsResponse>(GetByIds);
        table.Add<GetDataExclusionsByAccountIdRequest, GetDataExclusionsByAccountIdResponse>(GetByAccount);
    }

    private static AddDataExclusionsResponse Add(CallContext call, AddDataExclusionsRequest request)
    {
        var rules = Rules(call, request.AccountId);
        return new() { DataExclusionIds = Family.Add(request.DataExclusions, rules), PartialErrors = rules.Errors.List };
    }

    private static UpdateDataExclusionsResponse Update(CallContext call, UpdateDataExclusionsRequest request)
    {
        var rules = Rules(call, request.AccountId);
        Family.Update(request.DataExclusions, rules);
        return new() { PartialErrors = rules.Errors.List };
    }

    private static DeleteDataExclusionsResponse Delete(CallContext call, DeleteDataExclusionsRequest request)
    {
        var rules = Rules(call, request.AccountId);
        Family.Delete(request.DataExclusionIds, rules);
        return new() { PartialErrors = rules.Errors.List };
    }

    private static GetDataExclusionsByIdsResponse GetByIds(CallContext call, GetDataExclusionsByIdsRequest request)
    {
        var errors = new ItemErrors();
        var found = Family.Get(call, call.AccountOf(request.AccountId).Id, request.DataExclusionIds, errors);
        return new() { DataExclusions = Show(call, found), PartialErrors = errors.List };
    }

    private static GetDataExclusionsByAccountIdResponse GetByAccount(CallContext call, GetDataExclusionsByAccountIdRequest request)
        => new() { DataExclusions = Show(call, Family.Children(call, call.AccountOf(request.AccountId).Id)) };

    private static DataExclusionsOfAccount Rules(CallContext call, long? accountId) => new(call, call.AccountOf(accountId).Id, new ItemErrors());

    private static List<DataExclusion?> Show(CallContext call, List<DataExclusion?> found)
    {
        found.ForEach(item => item?.CampaignAssociations = BiddingPeriods.Living(call, item.CampaignAssociations));
        return found;
    }
}
