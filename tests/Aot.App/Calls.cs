using System.Text.Json.Nodes;
using BingAds;
using BingAds.Bulk;
using BingAds.Contract;
using BingAds.Emulator;
using BingAds.Errors;
using BingAds.V13.CampaignManagement;
using Microsoft.Extensions.DependencyInjection;
using QuickStart;

namespace Aot.App;

/// <summary>Each way into the package once: typed clients, the untyped one, dependency injection, partial and whole failures.</summary>
internal static class Calls
{
    public static async Task RunAsync(Uri emulator, ApiTransport transport)
    {
        using var signIn = new OAuthDesktopMobileAuthCodeGrant(DemoCredentials.ClientId, new OAuthOptions { SignInBaseAddress = emulator });
        var redirect = await ConsentBrowser.SignInAsync(signIn.GetAuthorizationEndpoint(), signIn.RedirectionUri);
        await signIn.RequestOAuthTokensByResponseUriAsync(redirect);

        var services = new ServiceCollection();
        services.AddBingAds(o =>
        {
            o.DeveloperToken = DemoCredentials.DeveloperToken;
            o.AccountId = DemoCredentials.AccountId;
            o.CustomerId = DemoCredentials.CustomerId;
            o.Authentication = _ => signIn;
            o.Client.BaseAddress = emulator;
            o.Client.Transport = transport;
        });
        await using var provider = services.BuildServiceProvider();
        var campaigns = provider.GetRequiredService<CampaignManagementClient>();

        var tour = new Tour(provider.GetRequiredService<CustomerManagementClient>(), campaigns, campaigns.AuthorizationData, "AOT " + transport);
        await tour.FindAccountAsync();
        await tour.BuildCampaignAsync();
        await tour.ChangeBudgetAsync();
        await tour.CleanUpAsync();

        await FailInPartAsync(campaigns);
        await FailAltogetherAsync(campaigns);
        await CallByNameAsync(campaigns.AuthorizationData, emulator, transport);
        await BulkCalls.RunAsync(provider.GetRequiredService<BulkServiceManager>(), transport);
    }

    private static async Task FailInPartAsync(CampaignManagementClient campaigns)
    {
        var response = await campaigns.AddCampaignsAsync(new AddCampaignsRequest { Campaigns = [new Campaign { DailyBudget = 1 }] });
        var failed = response.GetPartialErrors().First();
        Expect(failed.Index == 0 && failed.Error.Code != 0 && response.CampaignIds[0] is null, "a campaign without a name fails as item 0");
    }

    private static async Task FailAltogetherAsync(CampaignManagementClient campaigns)
    {
        var options = new CallOptions { AccountId = DemoCredentials.ForeignAccountId };
        try
        {
            await campaigns.GetCampaignsByAccountIdAsync(new GetCampaignsByAccountIdRequest { AccountId = DemoCredentials.ForeignAccountId }, options);
        }
        catch (SdkException exception)
        {
            Expect(exception.TrackingId is { Length: > 0 } && exception.Category == ErrorCategory.Permission, "a foreign account is a matter of permission");
            return;
        }

        throw new InvalidOperationException("A foreign account was let in.");
    }

    private static async Task CallByNameAsync(AuthorizationData authorization, Uri emulator, ApiTransport transport)
    {
        using var client = new ServiceClient(
            ServiceName.CampaignManagement, authorization, new ServiceClientOptions { BaseAddress = emulator, Transport = transport });
        var campaign = client.Factory.Create("Campaign");
        campaign["Name"] = "By name over " + transport;
        campaign["CampaignType"] = "Search";
        campaign["BudgetType"] = "DailyBudgetStandard";
        campaign["DailyBudget"] = 3;
        campaign["Languages"] = new JsonArray("English");
        var request = client.Factory.Create("AddCampaignsRequest");
        request["Campaigns"] = new[] { campaign };

        var response = await client.CallAsync("AddCampaigns", (ApiRequest)request);

        Expect(response["CampaignIds"] is List<long?> { Count: 1 } ids && ids[0] > 0, "an untyped call adds a campaign");
    }

    private static void Expect(bool condition, string what)
    {
        if (!condition)
            throw new InvalidOperationException($"Not so: {what}.");
        Say.Done("Checked", what);
    }
}
