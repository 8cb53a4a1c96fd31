using BingAds.Emulator.Api;
using BingAds.Emulator.Store;
using BingAds.V13.CustomerManagement;

namespace BingAds.Emulator.Handlers.CustomerManagement;

/// <summary>Who may do what where.</summary>
internal static class UserRoleHandlers
{
    public static void Register(HandlerTable table) => table.Add<UpdateUserRolesRequest, UpdateUserRolesResponse>(Update);

    /// <summary>The roles the service documents: campaign manager, aggregator, super admin, viewer, standard.</summary>
    public static bool IsRole(int? id) => id is 16 or 33 or 41 or 100 or 203;

    private static UpdateUserRolesResponse Update(CallContext call, UpdateUserRolesRequest request)
    {
        var customer = CustomerRules.Customer(call, request.CustomerId).Id;
        CustomerRules.RequireChange(call, customer);
        var person = call.Session.People.Find(request.UserId ?? 0) ?? throw CustomerRules.Invalid("UserId is unknown.");
        CustomerRules.Require(request.NewRoleId is not null || request.DeleteRoleId is not null, "There is nothing to change.");
        CustomerRules.Require(request.NewRoleId is null || IsRole(request.NewRoleId), "NewRoleId is unknown.");
        CustomerRules.Require(request.NewAccountIds?.TrueForAll(id => call.Reachable(id)?.Customer == customer) != false, "NewAccountIds must be accounts of the customer.");
        if (request.DeleteRoleId is { } old)
            Remove(call.Session, person.Id, customer, old, request.DeleteAccountIds);
        if (request.NewRoleId is { } role)
            Give(call.Session, person.Id, customer, role, request.NewAccountIds);
        return new() { LastModifiedTime = call.Now };
    }

    private static void Give(StoreSession session, long person, long customer, int role, List<long>? accounts)
    {
        var before = session.People.Roles(person).FirstOrDefault(r => r.Customer == customer && r.Id == role);
        if (before is { Accounts: null })
            return; // The whole customer is more than any list of accounts.
        session.People.SetRole(new Role(person, customer, role) { Accounts = accounts is { Count: > 0 } ? [.. (before?.Accounts ?? []).Union(accounts)] : null });
    }

    private static void Remove(StoreSession session, long person, long customer, int role, List<long>? accounts)
    {
        var before = session.People.Roles(person).FirstOrDefault(r => r.Customer == customer && r.Id == role) ?? throw CustomerRules.Invalid("The user has no such role.");
        List<long> left = before.Accounts is null || accounts is not { Count: > 0 } ? [] : [.. before.Accounts.Except(accounts)];
        if (left.Count > 0)
            session.People.SetRole(before with { Accounts = left });
        else
            session.People.DropRole(person, customer, role);
    }
}
