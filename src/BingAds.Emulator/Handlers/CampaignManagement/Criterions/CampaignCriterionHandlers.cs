using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.Emulator.Rules;
using BingAds.Emulator.Rules.Criterions;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement.Criterions;

/// <summary>Criterions of campaigns.</summary>
internal static class CampaignCriterionHandlers
{
    private static EntityFamily<CampaignCriterion> Family => CriterionFamilies.OfCampaigns;

    public static void Register(HandlerTable table)
    {
        table.Add<AddCampaignCriterionsRequest, AddCampaignCriterionsResponse>(Add);
        table.Add<UpdateCampaignCriterionsRequest, UpdateCampaignCriterionsResponse>(Update);
        table.Add<DeleteCampaignCriterionsRequest, DeleteCampaignCriterionsResponse>(Delete);
        table.Add<GetCampaignCriterionsByIdsRequest, GetCampaignCriterionsByIdsResponse>(Get);
    }

    private static AddCampaignCriterionsResponse Add(CallContext call, AddCampaignCriterionsRequest request)
    {
        var wanted = Filter(request.CriterionType);
        var errors = new ItemErrors();
        var rules = new RulesByParent<CriterionsOfCampaign>(id => Parent(call, id, errors) is not { } parent ? null : new(call, parent, errors)
        {
            Wanted = wanted,
            DevicesAreWhole = DeviceCheck.AfterAdding(call, Family, id, request.CampaignCriterions?.Where(c => c?.CampaignId == id).Select(static c => c!.Criterion)),
        });
        var ids = Family.Add(request.CampaignCriterions, errors, item => rules.Of(item.CampaignId));
        return new() { CampaignCriterionIds = ids, NestedPartialErrors = NestedErrors.OfItems(errors) };
    }

    private static UpdateCampaignCriterionsResponse Update(CallContext call, UpdateCampaignCriterionsRequest request)
    {
        var wanted = Filter(request.CriterionType);
        var errors = new ItemErrors();
        var rules = new RulesByParent<CriterionsOfCampaign>(id => Parent(call, id, errors) is { } parent ? new(call, parent, errors) { Wanted = wanted } : null);
        Family.Update(request.CampaignCriterions, errors, item => rules.Of(item.CampaignId));
        return new() { NestedPartialErrors = NestedErrors.OfItems(errors) };
    }

    private static DeleteCampaignCriterionsResponse Delete(CallContext call, DeleteCampaignCriterionsRequest request)
    {
        var wanted = Filter(request.CriterionType);
        var rules = new CriterionsOfCampaign(call, Require(call, request.CampaignId), new ItemErrors())
        {
            Wanted = wanted,
            DevicesAreWhole = DeviceCheck.AfterDeleting(call, Family, request.CampaignId, request.CampaignCriterionIds),
        };
        Family.Delete(request.CampaignCriterionIds, rules);
        return new() { PartialErrors = rules.Errors.List };
    }

    private static GetCampaignCriterionsByIdsResponse Get(CallContext call, GetCampaignCriterionsByIdsRequest request)
    {
        var wanted = Filter(request.CriterionType);
        var parent = Require(call, request.CampaignId).Id;
        var errors = new ItemErrors();
        var found = request.CampaignCriterionIds is null
            ? Family.Children(call, parent, row => CriterionKinds.IsWanted(wanted, row.Kind))
            : Family.Get(call, parent, request.CampaignCriterionIds, errors, row => CriterionKinds.IsWanted(wanted, row.Kind), CriterionCodes.OfCampaigns.TypeMismatch);
        return new() { CampaignCriterions = CriterionView.Trim(found, request.ReturnAdditionalFields), PartialErrors = errors.List };
    }

    private static IReadOnlyList<string> Filter(CampaignCriterionType? type)
        => type is { } known && EnumRules.AreNames(nameof(CampaignCriterionType), known.Names) ? known.Names : throw ApiFaultException.Operation(CriterionCodes.OfCampaigns.FilterInvalid);

    private static CriterionParent Require(CallContext call, long? id)
        => CriterionParent.Campaign(call, id) ?? throw ApiFaultException.Operation(CampaignFamilies.Campaigns.Codes.UnknownId);

    private static CriterionParent? Parent(CallContext call, long? id, ItemErrors errors)
    {
        var parent = CriterionParent.Campaign(call, id);
        errors.Require(parent is not null, CampaignFamilies.Campaigns.Codes.UnknownId);
        return parent;
    }
}
