using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.Emulator.Rules;
using BingAds.Emulator.Rules.Criterions;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement.Criterions;

/// <summary>Criterions of ad groups.</summary>
internal static class AdGroupCriterionHandlers
{
    private static EntityFamily<AdGroupCriterion> Family => CriterionFamilies.OfAdGroups;

    public static void Register(HandlerTable table)
    {
        table.Add<AddAdGroupCriterionsRequest, AddAdGroupCriterionsResponse>(Add);
        table.Add<UpdateAdGroupCriterionsRequest, UpdateAdGroupCriterionsResponse>(Update);
        table.Add<DeleteAdGroupCriterionsRequest, DeleteAdGroupCriterionsResponse>(Delete);
        table.Add<GetAdGroupCriterionsByIdsRequest, GetAdGroupCriterionsByIdsResponse>(Get);
    }

    private static AddAdGroupCriterionsResponse Add(CallContext call, AddAdGroupCriterionsRequest request)
    {
        var wanted = Filter(request.CriterionType);
        var errors = new ItemErrors();
        var rules = new RulesByParent<CriterionsOfAdGroup>(id => Parent(call, id, errors) is not { } parent ? null : new(call, parent, errors)
        {
            Wanted = wanted,
            DevicesAreWhole = DeviceCheck.AfterAdding(call, Family, id, request.AdGroupCriterions?.Where(c => c?.AdGroupId == id).Select(static c => c!.Criterion)),
        });
        var ids = Family.Add(request.AdGroupCriterions, errors, item => rules.Of(item.AdGroupId));
        return new() { AdGroupCriterionIds = ids, NestedPartialErrors = NestedErrors.OfItems(errors) };
    }

    private static UpdateAdGroupCriterionsResponse Update(CallContext call, UpdateAdGroupCriterionsRequest request)
    {
        var wanted = Filter(request.CriterionType);
        var errors = new ItemErrors();
        var rules = new RulesByParent<CriterionsOfAdGroup>(id => Parent(call, id, errors) is { } parent ? new(call, parent, errors) { Wanted = wanted } : null);
        Family.Update(request.AdGroupCriterions, errors, item => rules.Of(item.AdGroupId));
        return new() { NestedPartialErrors = NestedErrors.OfItems(errors) };
    }

    private static DeleteAdGroupCriterionsResponse Delete(CallContext call, DeleteAdGroupCriterionsRequest request)
    {
        var wanted = Filter(request.CriterionType);
        var rules = new CriterionsOfAdGroup(call, Require(call, request.AdGroupId), new ItemErrors())
        {
            Wanted = wanted,
            DevicesAreWhole = DeviceCheck.AfterDeleting(call, Family, request.AdGroupId, request.AdGroupCriterionIds),
        };
        Family.Delete(request.AdGroupCriterionIds, rules);
        return new() { PartialErrors = rules.Errors.List };
    }

    private static GetAdGroupCriterionsByIdsResponse Get(CallContext call, GetAdGroupCriterionsByIdsRequest request)
    {
        // This answer has no place for errors: what is not there, or of another kind, is null.
        var wanted = Filter(request.CriterionType);
        var parent = Require(call, request.AdGroupId).Id;
        var found = request.AdGroupCriterionIds is null
            ? Family.Children(call, parent, row => CriterionKinds.IsWanted(wanted, row.Kind))
            : Family.Get(call, parent, request.AdGroupCriterionIds, new ItemErrors(), row => CriterionKinds.IsWanted(wanted, row.Kind));
        return new() { AdGroupCriterions = CriterionView.Trim(found, request.ReturnAdditionalFields) };
    }

    private static IReadOnlyList<string> Filter(AdGroupCriterionType? type)
        => type is { } known && EnumRules.AreNames(nameof(AdGroupCriterionType), known.Names) ? known.Names : throw ApiFaultException.Operation(CriterionCodes.OfAdGroups.FilterInvalid);

    private static CriterionParent Require(CallContext call, long? id)
        => CriterionParent.AdGroup(call, id) ?? throw ApiFaultException.Operation(CampaignFamilies.AdGroups.Codes.UnknownId);

    private static CriterionParent? Parent(CallContext call, long? id, ItemErrors errors)
    {
        var parent = CriterionParent.AdGroup(call, id);
        errors.Require(parent is not null, CampaignFamilies.AdGroups.Codes.UnknownId);
        return parent;
    }
}
