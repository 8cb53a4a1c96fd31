using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Families;

/// <summary>Ad extensions: children of an account, whatever they are put on.</summary>
internal static class AdExtensionFamilies
{
    public static EntityFamily<AdExtension> AdExtensions { get; } = new(FamilyNames.AdExtension, new()
    {
        Max = 100, MaxIds = 100, Empty = 1133, TooMany = 1135, NullItem = 1134, IdGiven = 1004, IdsEmpty = 3819, IdsTooMany = 3816,
        UnknownId = 3812, DuplicateId = 3817, Capacity = 350_000, Full = 3808,
    })
    {
        GetId = static e => e.Id,
        SetId = static (e, id) => e.Id = id,
        Kind = static e => e.TypeName,
        Status = static e => e.Status?.ToString(),
        FirstId = 8_589_934_700_000,
        IdStep = 1,
    };
}
