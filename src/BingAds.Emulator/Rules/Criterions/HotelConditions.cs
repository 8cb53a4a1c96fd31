using System.Collections.Frozen;

namespace BingAds.Emulator.Rules.Criterions;

/// <summary>What can be asked of hotels.</summary>
internal static class HotelConditions
{
    private const int MaxAttribute = 200;

    private static readonly FrozenSet<string> s_operands = FrozenSet.ToFrozenSet(["Brand", "Category", "City", "Class", "Country", "HotelId", "ItemId", "Name", "State", "StarRating"]);

    public static bool IsOperand(string? operand) => operand is not null && s_operands.Contains(operand);

    public static bool IsAttribute(string attribute) => TextRules.IsName(attribute, MaxAttribute);
}
