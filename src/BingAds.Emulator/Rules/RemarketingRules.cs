using BingAds.Emulator.Families;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Rules;

/// <summary>Whom a remarketing list takes in: visitors of pages, or people who did something there.</summary>
internal static class RemarketingRules
{
    private const int MaxGroups = 100;
    private const int MaxItems = 100;
    private const int MinValue = 1;
    private const int InvalidItem = 4814;
    private const int TooManyItems = 4815;
    private const int TooManyGroups = 4816;
    private const int InvalidRule = 4827;

    public static void Check(RemarketingRule? rule, ItemErrors errors)
    {
        switch (rule)
        {
            case CustomEventsRule events:
                CheckEvents(events, errors);
                break;
            case PageVisitorsRule visitors:
                CheckGroups(visitors.RuleItemGroups, errors);
                break;
            case PageVisitorsWhoVisitedAnotherPageRule both:
                CheckGroups(both.RuleItemGroups, errors);
                CheckGroups(both.AnotherRuleItemGroups, errors);
                break;
            case PageVisitorsWhoDidNotVisitAnotherPageRule one:
                CheckGroups(one.IncludeRuleItemGroups, errors);
                CheckGroups(one.ExcludeRuleItemGroups, errors);
                break;
            default:
                errors.Fail(InvalidRule, nameof(RemarketingList.Rule));
                break;
        }
    }

    /// <summary>At least one of the four conditions, each with its operator.</summary>
    private static void CheckEvents(CustomEventsRule rule, ItemErrors errors)
    {
        (string? Text, StringOperator? Operator)[] texts = [(rule.Action, rule.ActionOperator), (rule.Category, rule.CategoryOperator), (rule.Label, rule.LabelOperator)];
        var isSet = texts.Any(static t => !string.IsNullOrEmpty(t.Text)) || rule.Value is not null;
        var isWhole = texts.All(static t => string.IsNullOrEmpty(t.Text) || IsKnown(t.Operator)) && (rule.Value is null || IsKnown(rule.ValueOperator));
        errors.Require(isSet && isWhole && rule.Value is null or >= MinValue, InvalidRule, nameof(RemarketingList.Rule));

        // These members can't be null on the wire: a condition that is not there has the operator None.
        rule.ActionOperator ??= StringOperator.None;
        rule.CategoryOperator ??= StringOperator.None;
        rule.LabelOperator ??= StringOperator.None;
        rule.ValueOperator ??= NumberOperator.None;
    }

    private static void CheckGroups(List<RuleItemGroup>? groups, ItemErrors errors)
    {
        if (groups is not { Count: > 0 })
        {
            errors.Fail(InvalidRule, nameof(RemarketingList.Rule));
            return;
        }

        errors.Require(groups.Count <= MaxGroups, TooManyGroups, nameof(RemarketingList.Rule));
        foreach (var group in groups)
        {
            errors.Require(group?.Items is { Count: > 0 } items && items.All(IsItem), InvalidItem, nameof(RemarketingList.Rule));
            errors.Require(group?.Items is null or { Count: <= MaxItems }, TooManyItems, nameof(RemarketingList.Rule));
        }
    }

    private static bool IsItem(RuleItem? item) => item switch
    {
        StringRuleItem text => IsOperand(text.Operand) && IsKnown(text.Operator) && !string.IsNullOrEmpty(text.Value),
        NumberRuleItem number => !string.IsNullOrEmpty(number.Operand) && IsKnown(number.Operator) && !string.IsNullOrEmpty(number.Value),
        _ => false,
    };

    private static bool IsOperand(string? operand) => operand is "Url" or "ReferrerUrl";

    private static bool IsKnown(StringOperator? value) => value is { Known: not (StringOperator.KnownValue.Unrecognized or StringOperator.KnownValue.None) };

    private static bool IsKnown(NumberOperator? value) => value is { Known: not (NumberOperator.KnownValue.Unrecognized or NumberOperator.KnownValue.None) };
}
