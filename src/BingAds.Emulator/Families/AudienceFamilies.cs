using BingAds.Emulator.Rules;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Families;

/// <summary>The families of audiences and their groups.</summary>
internal static class AudienceFamilies
{
    /// <summary>Audiences of all kinds, below the account or the customer that has them; those that the service offers are below neither.</summary>
    public static EntityFamily<Audience> Audiences { get; } = new(FamilyNames.Audience, new()
    {
        Max = 100, MaxIds = 100, Empty = 4844, TooMany = 4850, NullItem = 4845, IdGiven = 4847, IdsEmpty = 4851, IdsTooMany = 4852,
        UnknownId = 4835, IdMissing = 4846, DuplicateId = 4837, NameTaken = 4853, Capacity = 5000, Full = 4866,
    })
    {
        GetId = static a => a.Id,
        SetId = static (a, id) => a.Id = id,
        UniqueName = static a => TextRules.FoldCase(a.Name),
        Kind = AudienceKinds.Of,
        IsVisible = EntityOwners.IsVisible,
        FirstId = 812_304_117,
        IdStep = 3,
    };

    public static EntityFamily<AudienceGroup> Groups { get; } = new(FamilyNames.AudienceGroup, GeneralCodes.Family(100, isNamed: true))
    {
        GetId = static g => g.Id,
        SetId = static (g, id) => g.Id = id,
        UniqueName = static g => TextRules.FoldCase(g.Name),
        FirstId = 6_714_900_221,
        IdStep = 3,
    };
}
