using BingAds.Contract;
using BingAds.Emulator.Api;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Families;

/// <summary>Rules for entities that say themselves whether they are the account's or the customer's.</summary>
internal abstract class ScopedRules<T>(CallContext call, ItemErrors errors) : EntityRules<T>(call, call.Account.Id, errors)
    where T : ApiObject, new()
{
    private bool _isOfCustomer;

    public override long Parent => _isOfCustomer ? Call.Account.Customer : Call.Account.Id;

    public override long Account => _isOfCustomer ? EntityOwners.Service : Call.Account.Id;

    /// <summary>Says where the item at hand will be kept.</summary>
    protected void Place(EntityScope? scope) => _isOfCustomer = scope == EntityScope.Customer;
}
