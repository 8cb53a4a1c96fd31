using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement.Conversions;

/// <summary>Rules that make some conversions worth more. One that is set to Deleted is gone: there is no other way to delete it.</summary>
internal static class ConversionValueRuleHandlers
{
    private static EntityFamily<ConversionValueRule> Family => ConversionFamilies.ValueRules;

    public static void Register(HandlerTable table)
    {
        table.Add<AddConversionValueRulesRequest, AddConversionValueRulesResponse>(Add);
        table.Add<UpdateConversionValueRulesRequest, UpdateConversionValueRulesResponse>(Update);
        table.Add<UpdateConversionValueRulesStatusRequest, UpdateConversionValueRulesStatusResponse>(UpdateStatus);
        table.Add<GetConversionValueRulesByIdsRequest, GetConversionValueRulesByIdsResponse>(GetByIds);
        table.Add<GetConversionValueRulesByAccountIdRequest, GetConversionValueRulesByAccountIdResponse>(GetByAccount);
    }

    private static AddConversionValueRulesResponse Add(CallContext call, AddConversionValueRulesRequest request)
    {
        var rules = new ValueRulesOfAccount(call, new ItemErrors());
        var ids = Family.Add(request.ConversionValueRules, rules);

        // The list has no place for "none", unlike those of other operations.
        return new() { ConversionValueRuleIds = ids.ConvertAll(static id => (long?)(id ?? 0)), PartialErrors = rules.Errors.List };
    }

    private static UpdateConversionValueRulesResponse Update(CallContext call, UpdateConversionValueRulesRequest request)
    {
        var rules = new ValueRulesOfAccount(call, new ItemErrors());
        Family.Update(request.ConversionValueRules, rules);
        return new() { PartialErrors = rules.Errors.List };
    }

    private static UpdateConversionValueRulesStatusResponse UpdateStatus(CallContext call, UpdateConversionValueRulesStatusRequest request)
    {
        var rules = new ValueRulesOfAccount(call, new ItemErrors());
        switch (request.Status?.Known)
        {
            case ConversionValueRuleStatus.KnownValue.Deleted:
                Family.Delete(request.RuleIds, rules);
                break;
            case ConversionValueRuleStatus.KnownValue.Active or ConversionValueRuleStatus.KnownValue.Paused:
                // An empty list of ids has a code of its own.
                if (request.RuleIds is not { Count: > 0 })
                    throw ApiFaultException.Operation(Family.Codes.IdsEmpty);
                Family.Update(request.RuleIds.ConvertAll(id => new ConversionValueRule { Id = id, Status = request.Status }), rules);
                break;
            default:
                throw ApiFaultException.Operation(GeneralCodes.ValueInvalid, "The status is none that a rule can be set to.");
        }

        return new() { PartialErrors = rules.Errors.List };
    }

    private static GetConversionValueRulesByIdsResponse GetByIds(CallContext call, GetConversionValueRulesByIdsRequest request)
    {
        var errors = new ItemErrors();
        return new() { ConversionValueRules = Family.Get(call, call.Account.Id, request.RuleIds, errors), PartialErrors = errors.List };
    }

    private static GetConversionValueRulesByAccountIdResponse GetByAccount(CallContext call, GetConversionValueRulesByAccountIdRequest request)
        => new() { ConversionValueRules = Family.Children(call, call.AccountOf(request.AccountId).Id) };
}
