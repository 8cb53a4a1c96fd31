using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Tests.Api.AdExtensions;

/// <summary>Ad extensions for tests that need one.</summary>
internal static class ExtensionSession
{
    public static async Task<long> AddExtensionAsync(this ApiSession session, string type, string changes = "{}")
    {
        var response = await session.Campaigns.AddAdExtensionsAsync(new()
        {
            AccountId = DemoCredentials.AccountId,
            AdExtensions = [ApiSession.Make<AdExtension>(ExtensionSamples.Of(type), changes)],
        });
        Assert.Empty(response.NestedPartialErrors);
        return response.AdExtensionIdentities[0]!.Id!.Value;
    }
}
