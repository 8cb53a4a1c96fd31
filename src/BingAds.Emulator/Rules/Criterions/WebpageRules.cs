using BingAds.Emulator.Families;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Rules.Criterions;

/// <summary>Pages of a web site that dynamic ads are made of, or not.</summary>
internal static class WebpageRules
{
    private const int MaxConditions = 3;
    private const int MaxName = 2048;
    private const int ParameterIsNull = 5201;
    private const int NameInvalid = 5202;
    private const int DuplicateConditions = 5203;
    private const int TooManyConditions = 5204;
    private const int ConditionInvalid = 5205;
    private const int OperandInvalid = 5206;
    private const int ArgumentInvalid = 5207;
    private const int NegativeWithoutConditions = 5208;
    private const int MaxArgument = 2048;

    public static void Check(Webpage page, bool isNegative, ItemErrors errors)
    {
        if (page.Parameter is not { } parameter)
        {
            errors.Fail(ParameterIsNull);
            return;
        }

        errors.Require((parameter.CriterionName is null or { Length: <= MaxName }) && parameter.CriterionName?.Any(char.IsControl) != true, NameInvalid);
        var conditions = parameter.Conditions ?? [];
        errors.Require(!isNegative || conditions.Count > 0, NegativeWithoutConditions);
        errors.Require(conditions.Count <= MaxConditions, TooManyConditions);
        foreach (var condition in conditions)
        {
            Check(condition, errors);
        }

        if (errors.Ok)
            errors.Require(conditions.Select(KeyOf).Distinct(StringComparer.Ordinal).Count() == conditions.Count, DuplicateConditions);
    }

    /// <summary>The same conditions in another order aim at the same pages.</summary>
    public static string KeyOf(Webpage page) => string.Join('|', (page.Parameter?.Conditions ?? []).Where(static c => c is not null).Select(KeyOf).Order(StringComparer.Ordinal));

    private static string KeyOf(WebpageCondition condition)
        => $"{condition.Operand} {condition.Operator?.ToString() ?? nameof(WebpageConditionOperator.Contains)} {TextRules.FoldCase(condition.Argument)}";

    private static void Check(WebpageCondition? condition, ItemErrors errors)
    {
        if (condition is null)
        {
            errors.Fail(ConditionInvalid);
            return;
        }

        errors.Require(condition.Operand?.Known is not (null or WebpageConditionOperand.KnownValue.Unrecognized or WebpageConditionOperand.KnownValue.Unknown), OperandInvalid);
        errors.Require(TextRules.IsName(condition.Argument, MaxArgument), ArgumentInvalid);

        // Only addresses can be asked for as a whole.
        var isWhole = condition.Operator?.Known == WebpageConditionOperator.KnownValue.Equals;
        errors.Require(!isWhole || condition.Operand?.Known == WebpageConditionOperand.KnownValue.Url, ConditionInvalid);
        errors.Require(condition.Operator is null || condition.Operator.Value.Known is not (WebpageConditionOperator.KnownValue.Unrecognized or WebpageConditionOperator.KnownValue.Unknown), ConditionInvalid);
    }
}
