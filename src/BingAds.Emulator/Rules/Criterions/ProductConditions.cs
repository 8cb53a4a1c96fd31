using System.Collections.Frozen;

namespace BingAds.Emulator.Rules.Criterions;

/// <summary>What can be asked of products: the operands, and which of them have steps.</summary>
internal static class ProductConditions
{
    private const int MaxAttribute = 100;

    private static readonly FrozenSet<string> s_operands = FrozenSet.ToFrozenSet(
    [
        "Brand", "CategoryL1", "CategoryL2", "CategoryL3", "CategoryL4", "CategoryL5", "Channel", "ChannelExclusivity", "Condition", "CustomLabel0", "CustomLabel1", "CustomLabel2",
        "CustomLabel3", "CustomLabel4", "GTIN", "Id", "MPN", "ProductType1", "ProductType2", "ProductType3", "ProductType4", "ProductType5",
    ]);

    public const string All = "All";

    public static bool IsOperand(string? operand) => operand is not null && s_operands.Contains(operand);

    public static bool IsAttribute(string? operand, string? attribute) => operand switch
    {
        _ when string.IsNullOrWhiteSpace(attribute) || TextRules.HasControl(attribute) => false,
        "Condition" => attribute is "New" or "Used" or "Refurbished",
        "Channel" => attribute is "Online" or "Local",
        "ChannelExclusivity" => attribute is "SingleChannel" or "MultiChannel",
        _ => attribute.Length <= MaxAttribute,
    };

    /// <summary>The operand that has to come before this one: the category above; null when there is none.</summary>
    public static string? Before(string operand) => operand switch
    {
        ['C', 'a', 't', .., var step and >= '2' and <= '5'] => "CategoryL" + (char)(step - 1),
        ['P', 'r', 'o', .., var step and >= '2' and <= '5'] => "ProductType" + (char)(step - 1),
        _ => null,
    };
}
