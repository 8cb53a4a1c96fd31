using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement.Criterions;

/// <summary>Trees of product partitions and hotel groups, changed by lists of actions.</summary>
internal static class ListingHandlers
{
    private const int SeveralAdGroups = 4137;
    private const int NotForCampaign = 5122;

    public static void Register(HandlerTable table)
    {
        table.Add<ApplyProductPartitionActionsRequest, ApplyProductPartitionActionsResponse>(static (call, request) =>
        {
            var errors = new ItemErrors();
            return new() { AdGroupCriterionIds = Apply(call, "ProductPartition", request.CriterionActions, errors), PartialErrors = errors.List };
        });
        table.Add<ApplyHotelGroupActionsRequest, ApplyHotelGroupActionsResponse>(static (call, request) =>
        {
            var errors = new ItemErrors();
            return new() { AdGroupCriterionIds = Apply(call, "HotelGroup", request.CriterionActions, errors), PartialErrors = errors.List };
        });
    }

    private static List<long?> Apply(CallContext call, string kind, List<AdGroupCriterionAction>? actions, ItemErrors errors)
    {
        ListingActions<AdGroupCriterion>.CheckCount(actions?.Count ?? 0);
        var groups = actions!.Select(static a => a?.AdGroupCriterion?.AdGroupId).OfType<long>().Distinct().ToList();
        if (groups.Count > 1)
            throw ApiFaultException.Operation(SeveralAdGroups);
        if (CriterionParent.AdGroup(call, groups.Count == 0 ? null : groups[0]) is not { } parent)
            throw ApiFaultException.Operation(CampaignFamilies.AdGroups.Codes.UnknownId);
        if (!parent.Suits(kind))
            throw ApiFaultException.Operation(NotForCampaign);
        return new AdGroupListing(call, kind, parent.Id, errors).Apply(actions!.ConvertAll(static a => (a?.Action, a?.AdGroupCriterion)));
    }
}
