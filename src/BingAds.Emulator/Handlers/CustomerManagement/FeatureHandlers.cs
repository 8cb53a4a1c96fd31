using BingAds.Emulator.Api;
using BingAds.V13.CustomerManagement;

namespace BingAds.Emulator.Handlers.CustomerManagement;

/// <summary>Pilot features, of which the emulator has none, and notifications, of which there are never any.</summary>
internal static class FeatureHandlers
{
    public static void Register(HandlerTable table)
    {
        table.Add<GetCustomerPilotFeaturesRequest, GetCustomerPilotFeaturesResponse>(static (call, request) =>
        {
            CustomerRules.Customer(call, request.CustomerId);
            return new() { FeaturePilotFlags = [] };
        });
        table.Add<GetAccountPilotFeaturesRequest, GetAccountPilotFeaturesResponse>(static (call, request) =>
        {
            CustomerRules.Account(call, request.AccountId);
            return new() { FeaturePilotFlags = [] };
        });
        table.Add<GetPilotFeaturesCountriesRequest, GetPilotFeaturesCountriesResponse>(static (_, _) => new() { PilotFeatures = [] });
        table.Add<GetNotificationsRequest, GetNotificationsResponse>(static (_, request) =>
        {
            CustomerRules.Require(!string.IsNullOrEmpty(request.Locale), "Locale is missing.");
            return new() { Notifications = [] };
        });
        table.Add<DismissNotificationsRequest, DismissNotificationsResponse>(static (_, _) => new());
    }
}
