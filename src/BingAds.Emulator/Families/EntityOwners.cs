using BingAds.Emulator.Api;
using BingAds.Emulator.Store;

namespace BingAds.Emulator.Families;

/// <summary>Entities that belong to an account, to the customer above it, or to the service itself: who sees them, and where they are kept.</summary>
internal static class EntityOwners
{
    /// <summary>Stands for a parent, an account and a customer where there is none: what the service offers to all.</summary>
    public const long Service = 0;

    public static bool IsVisible(CallContext call, EntityRow row)
        => row.Account == call.Account.Id || (row.Account == Service && (row.Customer == Service || row.Customer == call.Account.Customer));

    /// <summary>All that the account of the call sees, oldest first.</summary>
    public static List<EntityRow> Visible(CallContext call, string family)
    {
        long[] parents = [Service, call.Account.Customer, call.Account.Id];
        return [.. parents.SelectMany(parent => call.Session.Entities.Children(family, parent)).OrderBy(static r => r.Id)];
    }
}
