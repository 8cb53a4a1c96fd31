using BingAds.Contract;
using BingAds.Testing;
using BingAds.V13.CampaignManagement;

namespace BingAds.Tests.Clients;

/// <summary>A service stub and what calls it, over one of the transports.</summary>
internal sealed class ClientFixture : IAsyncDisposable
{
    private readonly Lazy<CampaignManagementClient> _campaigns;
    private readonly Lazy<CustomerManagementClient> _customers;

    private ClientFixture(ServiceStub stub, ApiTransport transport, TimeProvider clock)
    {
        Stub = stub;
        Transport = transport;
        Options = new ServiceClientOptions { BaseAddress = stub.Address, Transport = transport, TimeProvider = clock, LoggerFactory = TraceCollector.LoggerFactory };
        _campaigns = new(() => new CampaignManagementClient(Authorization, Options));
        _customers = new(() => new CustomerManagementClient(Authorization, Options));
    }

    public static TheoryData<ApiTransport> Transports => [ApiTransport.Rest, ApiTransport.Soap];

    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ServiceStub Stub { get; }

    public ApiTransport Transport { get; }

    public ServiceClientOptions Options { get; }

    public AuthorizationData Authorization { get; } = new()
    {
        AccountId = 111, CustomerId = 900, DeveloperToken = TestSecrets.DeveloperToken,
        Authentication = new TokenSourceAuthentication(static (_, _) => new(TestSecrets.AccessToken)),
    };

    /// <summary>The client under test, made at its first use.</summary>
    public CampaignManagementClient Campaigns => _campaigns.Value;

    public CustomerManagementClient Customers => _customers.Value;

    public PauseClock Clock => (PauseClock)Options.TimeProvider;

    public static async Task<ClientFixture> StartAsync(ApiTransport transport, TimeProvider? clock = null) =>
        new(await ServiceStub.StartAsync(), transport, clock ?? TimeProvider.System);

    /// <summary>With a clock on which all pauses are over at once, and no timeouts.</summary>
    public static async Task<ClientFixture> StartRetryingAsync(ApiTransport transport)
    {
        var fixture = await StartAsync(transport, new PauseClock());
        fixture.Options.AttemptTimeout = Timeout.InfiniteTimeSpan;
        fixture.Options.TotalTimeout = Timeout.InfiniteTimeSpan;
        return fixture;
    }

    public StubReply Ok(ApiResponse response) => Replies.Ok(Transport, response);

    /// <summary>The usual good answer to <see cref="ReadAsync"/>.</summary>
    public StubReply Good(params string[] names) => Ok(new GetCampaignsByAccountIdResponse { Campaigns = [.. names.Select(static n => new Campaign { Name = n })] });

    /// <summary>The usual good answer to <see cref="AddAsync"/>.</summary>
    public StubReply Added(params long?[] ids) => Ok(new AddCampaignsResponse { CampaignIds = [.. ids] });

    public async Task<GetCampaignsByAccountIdResponse> ReadAsync(CallOptions? options = null, CancellationToken? cancellationToken = null) =>
        await Campaigns.GetCampaignsByAccountIdAsync(new() { CampaignType = CampaignType.Search }, options, cancellationToken ?? Ct);

    public async Task<AddCampaignsResponse> AddAsync() =>
        await Campaigns.AddCampaignsAsync(new() { Campaigns = [new() { Name = "Spring" }] }, cancellationToken: Ct);

    public async ValueTask DisposeAsync()
    {
        if (_campaigns.IsValueCreated)
        {
            _campaigns.Value.Dispose();
        }

        if (_customers.IsValueCreated)
        {
            _customers.Value.Dispose();
        }

        await Stub.DisposeAsync();
    }
}
