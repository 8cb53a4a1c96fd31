using BingAds.Emulator.Rules;
using BingAds.V13.CustomerManagement;

namespace BingAds.Emulator.Families;

/// <summary>The families of Customer Management. Its calls take one entity each, so the shared codes of lists are not used.</summary>
internal static class CustomerFamilies
{
    private static readonly FamilyCodes s_single = new()
    {
        Max = 1, MaxIds = 1, Empty = 0, TooMany = 0, NullItem = 0, IdGiven = 0, IdsEmpty = 0, IdsTooMany = 0, UnknownId = 0, DuplicateId = 0,
    };

    /// <summary>Customers have no parent of their own: those of an agency are reached by its roles.</summary>
    public static EntityFamily<Customer> Customers { get; } = new(FamilyNames.Customer, s_single)
    {
        GetId = static c => c.Id,
        SetId = static (c, id) => c.Id = id,
        Status = static c => c.CustomerLifeCycleStatus?.ToString(),
        FirstId = 251_400_733,
        IdStep = 13,
    };

    public static EntityFamily<AdvertiserAccount> Accounts { get; } = new(FamilyNames.Account, s_single)
    {
        GetId = static a => a.Id,
        SetId = static (a, id) => a.Id = id,
        UniqueName = static a => TextRules.FoldCase(a.Name),
        Status = static a => a.AccountLifeCycleStatus?.ToString(),
        FirstId = 180_220_411,
        IdStep = 17,
    };

    public static EntityFamily<User> Users { get; } = new(FamilyNames.User, s_single)
    {
        GetId = static u => u.Id,
        SetId = static (u, id) => u.Id = id,
        UniqueName = static u => TextRules.FoldCase(u.UserName),
        Status = static u => u.UserLifeCycleStatus?.ToString(),
        FirstId = 57_003_119,
        IdStep = 3,
    };
}
