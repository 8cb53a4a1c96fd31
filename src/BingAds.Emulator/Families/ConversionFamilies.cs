using BingAds.Emulator.Rules;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Families;

/// <summary>The families of tags, goals and what weighs conversions.</summary>
internal static class ConversionFamilies
{
    /// <summary>Tags belong to the customer: all its accounts see them.</summary>
    public static EntityFamily<UetTag> UetTags { get; } = new(FamilyNames.UetTag, new()
    {
        Max = 100, MaxIds = 100, Empty = 5308, TooMany = 5309, NullItem = 5310, IdGiven = 5311, IdsEmpty = 5330, IdsTooMany = 5304,
        UnknownId = 5300, IdMissing = 5312, DuplicateId = 5301, NameTaken = 5303,
    })
    {
        GetId = static t => t.Id,
        SetId = static (t, id) => t.Id = id,
        UniqueName = static t => TextRules.FoldCase(t.Name),
        FirstId = 26_004_117,
        IdStep = 9,
    };

    /// <summary>Goals are kept below the customer, where their names are unique; those of scope Account are seen by their account only.</summary>
    public static EntityFamily<ConversionGoal> Goals { get; } = new(FamilyNames.ConversionGoal, new()
    {
        Max = 100, MaxIds = 100, Empty = 5321, TooMany = 5322, NullItem = 5323, IdGiven = 5324, IdsEmpty = 5325, IdsTooMany = 5318,
        UnknownId = 5314, IdMissing = 5325, DuplicateId = 5315, NameTaken = 5317, Capacity = 5000, Full = 5327,
    })
    {
        GetId = static g => g.Id,
        SetId = static (g, id) => g.Id = id,
        UniqueName = static g => TextRules.FoldCase(g.Name),
        Kind = GoalKinds.Of,
        Status = static g => g.Status?.ToString(),
        IsVisible = GoalKinds.IsVisible,
        FirstId = 46_200_733,
        IdStep = 7,
    };

    public static EntityFamily<ConversionValueRule> ValueRules { get; } = new(FamilyNames.ConversionValueRule, GeneralCodes.Family(1000, isNamed: true))
    {
        GetId = static r => r.Id,
        SetId = static (r, id) => r.Id = id,
        UniqueName = static r => TextRules.FoldCase(r.Name),
        Status = static r => r.Status?.ToString(),
        FirstId = 9_310_077,
        IdStep = 3,
    };

    public static EntityFamily<NewCustomerAcquisitionGoal> NewCustomerGoals { get; } = new(FamilyNames.NewCustomerAcquisitionGoal, GeneralCodes.Family(100, isNamed: false))
    {
        GetId = static g => g.Id,
        SetId = static (g, id) => g.Id = id,
        FirstId = 3_510_409,
        IdStep = 3,
    };
}
