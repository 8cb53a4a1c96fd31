// The shortest program that makes one call: what a script, a function or a tool pays before its first request leaves.
using BingAds;
using BingAds.V13.CampaignManagement;

var authorization = new AuthorizationData
{
    AccountId = 180_011_223,
    CustomerId = 251_234_567,
    DeveloperToken = "BBD37VB98",
    Authentication = new TokenSourceAuthentication(static (_, _) => new ValueTask<string>("token")),
};
using var client = new CampaignManagementClient(authorization, new ServiceClientOptions { BaseAddress = new Uri(args[0]) });
var response = await client.GetCampaignsByIdsAsync(new GetCampaignsByIdsRequest { AccountId = 180_011_223, CampaignIds = [1, 2, 3] });
return response.Campaigns.Count;
