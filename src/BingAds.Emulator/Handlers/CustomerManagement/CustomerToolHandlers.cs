using System.Text;
using BingAds.Emulator.Api;
using BingAds.V13.CustomerManagement;

namespace BingAds.Emulator.Handlers.CustomerManagement;

/// <summary>Own ids beside the service's, addresses, and the way from advertiser to agency.</summary>
internal static class CustomerToolHandlers
{
    private const string Agency = "Agency";

    public static void Register(HandlerTable table)
    {
        table.Add<MapCustomerIdToExternalCustomerIdRequest, MapCustomerIdToExternalCustomerIdResponse>(MapCustomer);
        table.Add<MapAccountIdToExternalAccountIdsRequest, MapAccountIdToExternalAccountIdsResponse>(MapAccount);
        table.Add<UpgradeCustomerToAgencyRequest, UpgradeCustomerToAgencyResponse>(Upgrade);
        table.Add<ValidateAddressRequest, ValidateAddressResponse>(Validate);
    }

    private static MapCustomerIdToExternalCustomerIdResponse MapCustomer(CallContext call, MapCustomerIdToExternalCustomerIdRequest request)
    {
        var customer = CustomerRules.Customer(call, request.CustomerId).Id;
        CustomerRules.RequireChange(call, customer);
        CustomerRules.Require(!string.IsNullOrWhiteSpace(request.ExternalCustomerId), "ExternalCustomerId is missing.");
        call.Session.Links.Set(FamilyNames.ExternalId, FamilyNames.Customer, customer, customer, 0, Encoding.UTF8.GetBytes(request.ExternalCustomerId!));
        return new();
    }

    private static MapAccountIdToExternalAccountIdsResponse MapAccount(CallContext call, MapAccountIdToExternalAccountIdsRequest request)
    {
        var account = CustomerRules.Account(call, request.AccountId);
        CustomerRules.RequireChange(call, account.Customer);
        CustomerRules.Require(request.ExternalAccountIds is { Count: > 0 } ids && ids.TrueForAll(static id => !string.IsNullOrWhiteSpace(id)), "ExternalAccountIds are missing.");
        var text = string.Join('\n', request.ExternalAccountIds!);
        call.Session.Links.Set(FamilyNames.ExternalId, FamilyNames.Account, account.Id, account.Id, account.Id, Encoding.UTF8.GetBytes(text));
        return new();
    }

    private static UpgradeCustomerToAgencyResponse Upgrade(CallContext call, UpgradeCustomerToAgencyRequest request)
    {
        var row = CustomerRules.Customer(call, request.CustomerId);
        CustomerRules.RequireChange(call, row.Id);
        call.Session.Entities.Update(row with { Kind = Agency }); // The contract has no member that would show it.
        return new();
    }

    /// <summary>Nothing here knows real streets: an address is fine when its parts are there.</summary>
    private static ValidateAddressResponse Validate(CallContext call, ValidateAddressRequest request)
    {
        var address = request.Address ?? throw CustomerRules.Invalid("Address is missing.");
        var isWhole = new[] { address.Line1, address.City, address.PostalCode, address.CountryCode }.All(static part => !string.IsNullOrWhiteSpace(part));
        return new() { OriginalAddress = address, Status = isWhole ? "Valid" : "Invalid", SuggestedAddresses = [] };
    }
}
