using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.Emulator.Store;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement;

/// <summary>Ad groups: children of a campaign.</summary>
internal static class AdGroupHandlers
{
    private static EntityFamily<AdGroup> Family => CampaignFamilies.AdGroups;

    public static void Register(HandlerTable table)
    {
        table.Add<AddAdGroupsRequest, AddAdGroupsResponse>(Add);
        table.Add<UpdateAdGroupsRequest, UpdateAdGroupsResponse>(Update);
        table.Add<DeleteAdGroupsRequest, DeleteAdGroupsResponse>(Delete);
        table.Add<GetAdGroupsByIdsRequest, GetAdGroupsByIdsResponse>(GetByIds);
        table.Add<GetAdGroupsByCampaignIdRequest, GetAdGroupsByCampaignIdResponse>(GetByCampaign);
    }

    private static AddAdGroupsResponse Add(CallContext call, AddAdGroupsRequest request)
    {
        var campaign = Parent(call, request.CampaignId);
        var rules = new AdGroupsOfCampaign(call, campaign, new ItemErrors());
        return new()
        {
            AdGroupIds = Family.Add(request.AdGroups, rules),
            PartialErrors = rules.Errors.List,
            InheritedBidStrategyTypes = InheritedTypes(request.ReturnInheritedBidStrategyTypes, campaign, request.AdGroups!.Count),
        };
    }

    private static UpdateAdGroupsResponse Update(CallContext call, UpdateAdGroupsRequest request)
    {
        var campaign = Parent(call, request.CampaignId);
        var rules = new AdGroupsOfCampaign(call, campaign, new ItemErrors()) { TakesAudienceAdsBidAdjustment = request.UpdateAudienceAdsBidAdjustment == true };
        Family.Update(request.AdGroups, rules);
        return new()
        {
            PartialErrors = rules.Errors.List,
            InheritedBidStrategyTypes = InheritedTypes(request.ReturnInheritedBidStrategyTypes, campaign, request.AdGroups!.Count),
        };
    }

    private static DeleteAdGroupsResponse Delete(CallContext call, DeleteAdGroupsRequest request)
    {
        var rules = new AdGroupsOfCampaign(call, Parent(call, request.CampaignId), new ItemErrors());
        Family.Delete(request.AdGroupIds, rules);
        return new() { PartialErrors = rules.Errors.List };
    }

    private static GetAdGroupsByIdsResponse GetByIds(CallContext call, GetAdGroupsByIdsRequest request)
    {
        var errors = new ItemErrors();
        var groups = Family.Get(call, Parent(call, request.CampaignId).Id!.Value, request.AdGroupIds, errors);
        return new() { AdGroups = Show(call, groups, request.ReturnAdditionalFields), PartialErrors = errors.List };
    }

    private static GetAdGroupsByCampaignIdResponse GetByCampaign(CallContext call, GetAdGroupsByCampaignIdRequest request)
        => new() { AdGroups = Show(call, Family.Children(call, Parent(call, request.CampaignId).Id!.Value), request.ReturnAdditionalFields) };

    private static Campaign Parent(CallContext call, long? campaignId)
    {
        var row = CampaignFamilies.Campaigns.FindOwn(call, campaignId) ?? throw ApiFaultException.Operation(CampaignFamilies.Campaigns.Codes.UnknownId);
        return CampaignFamilies.Campaigns.Read(row);
    }

    private static List<AdGroup?> Show(CallContext call, List<AdGroup?> groups, AdGroupAdditionalField? more)
    {
        foreach (var group in groups)
        {
            if (group is null)
                continue;
            if (AdGroupRules.HasEnded(group, call.Today))
                group.Status = AdGroupStatus.Expired;
            if (more?.Has("AdScheduleUseSearcherTimeZone") != true)
                group.AdScheduleUseSearcherTimeZone = null;
            if (more?.Has("CpvBid") != true)
                group.CpvBid = null;
            if (more?.Has("CpmBid") != true)
                group.CpmBid = null;
        }

        return groups;
    }

    private static List<string> InheritedTypes(bool? wanted, Campaign campaign, int count)
        => wanted == true ? [.. Enumerable.Repeat(campaign.BiddingScheme?.TypeName.Replace("BiddingScheme", "", StringComparison.Ordinal) ?? "EnhancedCpc", count)] : [];
}
