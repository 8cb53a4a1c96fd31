using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement.Audiences;

/// <summary>How a combined list puts other audiences together.</summary>
internal static class CombinationRules
{
    private const int MaxRules = 100;
    private const int MaxAudiences = 100;
    private const int UnknownAudience = 4835;
    private const int Empty = 8100;
    private const int TooMany = 8101;
    private const int NoAudience = 8102;
    private const int InvalidOperator = 8103;
    private const int OnlyNot = 8104;
    private const int InvalidRule = 8116;

    public static void Check(CallContext call, CombinedList list, ItemErrors errors)
    {
        if (list.CombinationRules is not { Count: > 0 } rules)
        {
            errors.Fail(Empty, nameof(CombinedList.CombinationRules));
            return;
        }

        errors.Require(rules.Count <= MaxRules, TooMany, nameof(CombinedList.CombinationRules));
        foreach (var rule in rules)
        {
            CheckRule(call, list, rule, errors);
        }

        errors.Require(rules.Any(static r => r?.Operator != LogicalOperator.Not), OnlyNot, nameof(CombinedList.CombinationRules));
    }

    private static void CheckRule(CallContext call, CombinedList list, CombinationRule? rule, ItemErrors errors)
    {
        if (rule is null)
        {
            errors.Fail(InvalidRule);
            return;
        }

        errors.Require(rule.Operator is { Known: not LogicalOperator.KnownValue.Unrecognized }, InvalidOperator, nameof(CombinationRule.Operator));
        if (rule.AudienceIds is not { Count: > 0 } ids)
        {
            errors.Fail(NoAudience, nameof(CombinationRule.AudienceIds));
            return;
        }

        errors.Require(ids.Count <= MaxAudiences, TooMany, nameof(CombinationRule.AudienceIds));
        foreach (var id in ids.Take(MaxAudiences))
        {
            var row = AudienceFamilies.Audiences.FindOwn(call, id);
            errors.Require(row is not null, UnknownAudience, nameof(CombinationRule.AudienceIds));

            // A list of lists could end up in itself.
            errors.Require(row?.Kind != AudienceKinds.CombinedList && id != list.Id, InvalidRule, nameof(CombinationRule.AudienceIds));
        }
    }
}
