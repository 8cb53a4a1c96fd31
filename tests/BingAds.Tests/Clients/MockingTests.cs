using BingAds.V13.CampaignManagement;

namespace BingAds.Tests.Clients;

/// <summary>A typed client can be stood in for without a server.</summary>
public class MockingTests
{
    [Fact]
    public async Task Client_can_be_derived_from_and_its_operations_overridden()
    {
        CampaignManagementClient client = new Mock();

        Assert.Equal("mocked", (await client.GetCampaignsByAccountIdAsync(new(), cancellationToken: ClientFixture.Ct)).Campaigns[0]!.Name);
    }

    [Fact]
    public async Task Operation_that_is_not_overridden_says_so()
    {
        using var client = new Mock();

        var e = await Assert.ThrowsAsync<InvalidOperationException>(async () => await client.AddCampaignsAsync(new(), cancellationToken: ClientFixture.Ct));

        Assert.Contains("mock", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_operation_of_every_client_is_virtual()
    {
        foreach (var service in Enum.GetNames<ServiceName>())
        {
            var methods = typeof(CampaignManagementClient).Assembly.GetType($"BingAds.{service}Client")!.GetMethods()
                .Where(m => m.DeclaringType!.Assembly == typeof(CampaignManagementClient).Assembly && m.Name.EndsWith("Async", StringComparison.Ordinal)).ToList();
            Assert.NotEmpty(methods);
            Assert.All(methods, static m => Assert.True(m is { IsVirtual: true, IsFinal: false }, m.Name));
        }
    }

    private sealed class Mock : CampaignManagementClient
    {
        public override ValueTask<GetCampaignsByAccountIdResponse> GetCampaignsByAccountIdAsync(
            GetCampaignsByAccountIdRequest request, CallOptions? options = null, CancellationToken cancellationToken = default) =>
            new(new GetCampaignsByAccountIdResponse { Campaigns = [new() { Name = "mocked" }] });
    }
}
