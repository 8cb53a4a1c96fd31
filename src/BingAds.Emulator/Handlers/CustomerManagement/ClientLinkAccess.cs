using BingAds.Emulator.Store;
using BingAds.V13.CustomerManagement;

namespace BingAds.Emulator.Handlers.CustomerManagement;

/// <summary>What a link is good for: the people of the agency reach the account while it is active.</summary>
internal static class ClientLinkAccess
{
    // The service's number for people who come in over a link.
    private const int Aggregator = 33;

    public static void Apply(StoreSession session, EntityRow link, ClientLinkStatus status)
    {
        if (status != ClientLinkStatus.Active && status != ClientLinkStatus.Inactive)
            return;
        if (session.Entities.Find(FamilyNames.Account, link.Account) is not { } account)
            return;
        foreach (var person in session.People.RolesAt(link.Customer).Select(static r => r.Person).Distinct())
        {
            var before = session.People.Roles(person).FirstOrDefault(r => r.Customer == account.Customer && r.Id == Aggregator)?.Accounts ?? [];
            List<long> accounts = status == ClientLinkStatus.Active ? [.. before.Union([account.Id])] : [.. before.Except([account.Id])];
            if (accounts.Count > 0)
                session.People.SetRole(new Role(person, account.Customer, Aggregator) { Accounts = accounts });
            else
                session.People.DropRole(person, account.Customer, Aggregator);
        }
    }
}
