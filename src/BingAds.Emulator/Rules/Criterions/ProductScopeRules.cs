using BingAds.Emulator.Families;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Rules.Criterions;

/// <summary>The products of a store that a campaign is about.</summary>
internal static class ProductScopeRules
{
    private const int MaxConditions = 7;
    private const int AttributeMissing = 4116;
    private const int OperandInvalid = 4139;
    private const int AttributeInvalid = 4140;
    private const int ConditionInvalid = 4508;
    private const int TooMany = 4511;
    private const int ConditionIsNull = 4515;
    private const int DuplicateOperand = 4516;

    public static void Check(ProductScope scope, ItemErrors errors)
    {
        var conditions = scope.Conditions ?? [];
        errors.Require(conditions.Count > 0, ConditionInvalid);
        errors.Require(conditions.Count <= MaxConditions, TooMany);
        foreach (var condition in conditions)
        {
            if (condition is null)
                errors.Fail(ConditionIsNull);
            else if (!ProductConditions.IsOperand(condition.Operand))
                errors.Fail(OperandInvalid);
            else if (string.IsNullOrWhiteSpace(condition.Attribute))
                errors.Fail(AttributeMissing);
            else
                errors.Require(ProductConditions.IsAttribute(condition.Operand, condition.Attribute), AttributeInvalid);
        }

        if (!errors.Ok)
            return;
        var operands = conditions.ConvertAll(static c => c.Operand!);
        errors.Require(operands.Distinct(StringComparer.Ordinal).Count() == operands.Count, DuplicateOperand);

        // A part of a category says nothing without the category.
        errors.Require(operands.TrueForAll(o => ProductConditions.Before(o) is not { } before || operands.Contains(before)), ConditionInvalid);
    }
}
