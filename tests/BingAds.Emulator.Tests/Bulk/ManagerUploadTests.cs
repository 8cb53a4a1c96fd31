using BingAds.Bulk;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Tests.Jobs;

/// <summary>Uploads from end to end by the SDK's manager: what is uploaded is what the services see.</summary>
public sealed class ManagerUploadTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0, 4_000_000)]
    [InlineData(0, 5)]
    [InlineData(1000, 4_000_000)]
    public async Task New_parents_and_children_are_seen_by_the_services(int perCall, int perFile)
    {
        await using var emulator = await EmulatorHost.StartAsync(new EmulatorOptions());
        var authorization = await emulator.SignInAsync();
        using var manager = new BulkServiceManager(authorization, emulator.CreateClientOptions(), new() { StatusPollInterval = TimeSpan.FromMilliseconds(20) });
        using var campaigns = new CampaignManagementClient(authorization, emulator.CreateClientOptions());
        BulkEntity[] entities =
        [
            new BulkCampaign { AccountId = DemoCredentials.AccountId, Campaign = new Campaign { Id = -1, Name = "Uploaded", BudgetType = BudgetLimitType.DailyBudgetStandard, DailyBudget = 5, TimeZone = "PacificTimeUSCanadaTijuana", Languages = ["English"] } },
            new BulkAdGroup { CampaignId = -1, AdGroup = new AdGroup { Id = -2, Name = "Boots" } },
            .. Enumerable.Range(0, 12).Select(static i => new BulkKeyword
            {
                AdGroupId = -2, ClientId = "c" + i, Keyword = new Keyword { Text = "boots " + i, MatchType = V13.CampaignManagement.MatchType.Exact, Bid = new Bid { Amount = i == 5 ? 0.001 : 1 } },
            }),
        ];

        var result = await manager.UploadEntitiesAsync(entities, new() { MaxEntitiesPerCall = perCall, MaxRowsPerFile = perFile }, null, Ct);

        Assert.True(result.ToString() == "13 applied, 1 failed, 0 unknown", string.Join('\n', result.Items));
        Assert.Equal(1515, result.Items[7].Errors[0].Code);
        Assert.Equal("c11", ((BulkKeyword)result.Items[13].Result!).ClientId);
        var seen = await campaigns.GetKeywordsByAdGroupIdAsync(new() { AdGroupId = result.Items[1].Id }, null, Ct);
        Assert.Equal(result.Items.Skip(2).Where(static i => i.Outcome == BulkUploadOutcome.Applied).Select(static i => i.Id).Order(), seen.Keywords.Select(static k => k!.Id).Order());
    }
}
