using BingAds.Contract;
using BingAds.Errors;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Tests.Descriptions;

public sealed class LoadedContractTests : IAsyncLifetime
{
    private EmulatorHost _emulator = null!;
    private AuthorizationData _authorization = null!;

    public static TheoryData<ServiceName> Services { get; } = [.. Enum.GetValues<ServiceName>()];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _emulator = await EmulatorHost.StartAsync(cancellationToken: Token);
        _authorization = await _emulator.SignInAsync(Token);
    }

    public ValueTask DisposeAsync() => _emulator.DisposeAsync();

    [Theory]
    [MemberData(nameof(Services))]
    public async Task Description_has_the_members_of_each_type_in_their_order(ServiceName service)
    {
        using var client = new ServiceClient(service, _authorization, _emulator.CreateClientOptions());

        var contract = await client.LoadContractAsync(cancellationToken: Token);

        foreach (var name in ApiCatalog.TypeNames(service).Concat(ApiCatalog.MessageNames(service)))
        {
            var known = ApiCatalog.Create(service, name)!.MemberNames;
            Assert.Equal(known, contract.Create(name).MemberNames, StringComparer.OrdinalIgnoreCase);
        }

        foreach (var name in ApiCatalog.EnumNames(service))
        {
            Assert.Equal(ApiCatalog.EnumValues(service, name), contract.EnumValues(name));
        }
    }

    [Fact]
    public async Task Campaign_lives_and_dies_without_a_class()
    {
        using var client = new ServiceClient(ServiceName.CampaignManagement, _authorization, _emulator.CreateClientOptions());
        var contract = await client.LoadContractAsync(cancellationToken: Token);

        var add = contract.Create("AddCampaigns");
        add["AccountId"] = _authorization.AccountId;
        add["Campaigns"] = new[]
        {
            new Campaign
            {
                Name = "Untyped", CampaignType = CampaignType.Search, BudgetType = BudgetLimitType.DailyBudgetStandard, DailyBudget = 10, TimeZone = "PacificTimeUSCanadaTijuana",
                Languages = ["English"], BiddingScheme = new EnhancedCpcBiddingScheme(),
            },
        };
        var ids = (List<object?>)(await client.CallAsync("AddCampaigns", add, cancellationToken: Token))["CampaignIds"]!;

        var get = contract.Create("GetCampaignsByIds");
        get["AccountId"] = _authorization.AccountId;
        get["CampaignIds"] = ids;
        get["CampaignType"] = "Search";
        var response = (UntypedObject)await client.CallAsync("GetCampaignsByIds", get, cancellationToken: Token);
        var campaign = (UntypedObject)((List<object?>)response["Campaigns"]!)[0]!;
        Assert.Equal(("Untyped", 10.0, "EnhancedCpcBiddingScheme"), (campaign["Name"], campaign["DailyBudget"], ((UntypedObject)campaign["BiddingScheme"]!).TypeName));
        Assert.NotNull(response.TrackingId);

        get["CampaignIds"] = null;
        await Assert.ThrowsAnyAsync<ApiException>(async () => await client.CallAsync("GetCampaignsByIds", get, cancellationToken: Token));
    }
}
