using BingAds.Emulator.Store;

namespace BingAds.Emulator.Api;

/// <summary>The user behind a call and what the user may reach.</summary>
internal sealed class Caller(long id, IReadOnlyList<Role> roles)
{
    public long Id { get; } = id;

    public IReadOnlyList<Role> Roles { get; } = roles;

    public bool Reaches(long customer) => Roles.Any(r => r.Customer == customer);

    /// <summary>Whether the role on the account's customer covers that account too.</summary>
    public bool Reaches(EntityRow account)
        => Roles.Any(r => r.Customer == account.Customer && (r.Accounts is null || r.Accounts.Contains(account.Id)));

    /// <summary>Viewers may look, but change nothing.</summary>
    public bool MayChange(long customer) => Roles.Any(r => r.Customer == customer && r.Id != Role.Viewer);
}
