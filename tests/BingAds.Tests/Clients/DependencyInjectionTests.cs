using BingAds.Errors;
using BingAds.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BingAds.Tests.Clients;

/// <summary>Registration for one tenant and for many.</summary>
public class DependencyInjectionTests
{
    private static readonly string[] s_clients = ["AdInsightClient", "BulkClient", "CampaignManagementClient", "CustomerBillingClient", "CustomerManagementClient", "ReportingClient"];

    private static CancellationToken Ct => ClientFixture.Ct;

    [Fact]
    public async Task One_tenant_gets_all_clients_as_singletons()
    {
        await using var f = await ClientFixture.StartAsync(ApiTransport.Rest);
        f.Stub.Script(f.Good("One"));
        await using var provider = new ServiceCollection().AddBingAds(o => SetUp(o, f, 111)).BuildServiceProvider(validateScopes: true);

        foreach (var name in s_clients)
        {
            var type = typeof(BulkClient).Assembly.GetType($"BingAds.{name}")!;
            Assert.Same(provider.GetRequiredService(type), provider.GetRequiredService(type));
        }

        Assert.NotNull(provider.GetRequiredService<AccountResolver>());
        var named = provider.GetRequiredService<Func<ServiceName, ServiceClient>>()(ServiceName.CampaignManagement);
        var response = await provider.GetRequiredService<CampaignManagementClient>().GetCampaignsByAccountIdAsync(new(), cancellationToken: Ct);
        await named.CallAsync("GetCampaignsByAccountId", new System.Text.Json.Nodes.JsonObject(), cancellationToken: Ct);

        Assert.Equal("One", response.Campaigns[0]!.Name);
        Assert.All(f.Stub.Requests, static r => Assert.Equal(("111", TestSecrets.DeveloperToken, TestSecrets.AccessToken), (r.Member("AccountId"), r.Sent("DeveloperToken"), r.Token)));
    }

    [Fact]
    public async Task Many_tenants_each_have_their_own_account_sign_in_and_settings()
    {
        await using var f = await ClientFixture.StartAsync(ApiTransport.Rest);
        f.Stub.Answer = r => Task.FromResult(r.Envelope is null ? Replies.Ok(ApiTransport.Rest, new V13.CampaignManagement.GetCampaignsByAccountIdResponse()) : Replies.Ok(ApiTransport.Soap, new V13.CampaignManagement.GetCampaignsByAccountIdResponse()));
        var services = new ServiceCollection();
        services.AddBingAds("north", o => SetUp(o, f, 1));
        services.AddBingAds("south", o =>
        {
            SetUp(o, f, 2);
            o.Authentication = static _ => new TokenSourceAuthentication(static (_, _) => new("at-hush-south"));
            o.Client.Transport = ApiTransport.Soap;
        });
        services.AddBingAds(o => SetUp(o, f, 3));
        await using var provider = services.BuildServiceProvider();

        foreach (var client in new[] { provider.GetRequiredKeyedService<CampaignManagementClient>("north"), provider.GetRequiredKeyedService<CampaignManagementClient>("south"), provider.GetRequiredService<CampaignManagementClient>() })
        {
            await client.GetCampaignsByAccountIdAsync(new(), cancellationToken: Ct);
        }

        Assert.Equal(
            [("1", TestSecrets.AccessToken, false), ("2", "at-hush-south", true), ("3", TestSecrets.AccessToken, false)],
            f.Stub.Requests.Select(static r => (r.Member("AccountId")!, r.Token!, r.Envelope is not null)));
        Assert.Null(provider.GetKeyedService<BulkClient>("west"));
    }

    [Fact]
    public async Task Host_does_not_start_with_wrong_settings_and_tells_all_of_them()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddBingAds(static o => { o.AccountId = -1; o.Client.MaxDepth = 0; });
        builder.Services.AddBingAds("north", static o => { o.DeveloperToken = "d"; o.CustomerId = 0; o.Client.Retry.MaxRetries = -1; });
        builder.Services.AddBingAds("north", static o => o.AccountId = -2);
        using var host = builder.Build();

        var e = await Assert.ThrowsAnyAsync<Exception>(() => host.StartAsync(Ct));

        var messages = (e is AggregateException many ? many.InnerExceptions : [e]).Cast<OptionsValidationException>().SelectMany(static x => x.Failures).ToList();
        Assert.Equal(
            [
                "BingAds 'north': AccountId", "BingAds 'north': Authentication", "BingAds 'north': Client", "BingAds 'north': CustomerId",
                "BingAds: AccountId", "BingAds: Authentication", "BingAds: Client", "BingAds: DeveloperToken",
            ],
            messages.Select(static m => m[..m.IndexOf(' ', m.IndexOf(": ", StringComparison.Ordinal) + 2)].TrimEnd(':')).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Without_a_host_wrong_settings_are_told_when_a_client_is_asked_for()
    {
        await using var provider = new ServiceCollection().AddBingAds(static _ => { }).BuildServiceProvider();

        Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<BulkClient>());
    }

    [Theory, InlineData(null), InlineData("north")]
    public async Task Clients_take_their_http_client_from_the_factory(string? tenant)
    {
        await using var f = await ClientFixture.StartAsync(ApiTransport.Rest);
        f.Stub.Script(f.Good());
        var services = new ServiceCollection();
        Add(services, tenant, o => SetUp(o, f, 1));
        services.AddHttpClient(BingAdsServiceCollectionExtensions.GetHttpClientName(tenant)).AddHttpMessageHandler(static () => new Stamp());
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredKeyedService<CampaignManagementClient>(tenant).GetCampaignsByAccountIdAsync(new(), cancellationToken: Ct);

        Assert.Equal("yes", f.Stub.Only.HttpHeaders["X-Stamp"]);
    }

    [Fact]
    public async Task Proxy_and_redirect_settings_of_a_tenant_reach_the_factorys_handler()
    {
        await using var f = await ClientFixture.StartAsync(ApiTransport.Rest);
        f.Stub.Script(f.Good(), new StubReply(302, "").With("Location", "/elsewhere"));
        var services = new ServiceCollection();
        services.AddBingAds("north", o =>
        {
            SetUp(o, f, 1);
            o.Client.Proxy = new System.Net.WebProxy(f.Stub.Address);
            o.Client.BaseAddress = new Uri("http://ads.example.test");
        });
        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredKeyedService<CampaignManagementClient>("north");

        await client.GetCampaignsByAccountIdAsync(new(), cancellationToken: Ct);
        await Assert.ThrowsAsync<ApiException>(async () => await client.GetCampaignsByAccountIdAsync(new(), cancellationToken: Ct));

        Assert.All(f.Stub.Requests, static r => Assert.Equal("ads.example.test", r.HttpHeaders["Host"]));
        Assert.Equal(2, f.Stub.Requests.Count);
    }

    [Fact]
    public async Task Http_client_in_the_settings_is_used_and_left_alone()
    {
        await using var f = await ClientFixture.StartAsync(ApiTransport.Rest);
        f.Stub.Script(f.Good());
        using var http = new HttpClient(new Stamp { InnerHandler = new SocketsHttpHandler() });
        var provider = new ServiceCollection().AddBingAds(o => { SetUp(o, f, 1); o.Client.HttpClient = http; }).BuildServiceProvider();

        await provider.GetRequiredService<CampaignManagementClient>().GetCampaignsByAccountIdAsync(new(), cancellationToken: Ct);
        await provider.DisposeAsync();
        using var after = await http.GetAsync(f.Stub.Address, Ct);

        Assert.All(f.Stub.Requests, static r => Assert.Equal("yes", r.HttpHeaders["X-Stamp"]));
    }

    [Fact]
    public async Task Logs_go_to_the_hosts_loggers_and_hold_no_secret_at_any_level()
    {
        await using var f = await ClientFixture.StartAsync(ApiTransport.Rest);
        f.Stub.Script(f.Good());
        var logs = new RecordingLoggers();
        var services = new ServiceCollection();
        services.AddLogging(b => b.SetMinimumLevel(LogLevel.Trace).AddProvider(logs));
        services.AddBingAds(o => SetUp(o, f, 1));
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<CampaignManagementClient>().GetCampaignsByAccountIdAsync(new(), cancellationToken: Ct);

        Assert.Contains(logs.Lines, static l => l is { Category: "BingAds", Id: 2 });
        Assert.Contains(logs.Lines, static l => l.Category.StartsWith("System.Net.Http", StringComparison.Ordinal) && l.Text.Contains("Authorization", StringComparison.Ordinal));
        Assert.DoesNotContain(logs.Lines, static l => l.Text.Contains(TestSecrets.Marker, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sign_in_is_made_once_and_disposed_of_with_the_provider()
    {
        await using var f = await ClientFixture.StartAsync(ApiTransport.Rest);
        var made = new List<Disposing>();
        var provider = new ServiceCollection().AddBingAds(o =>
        {
            SetUp(o, f, 1);
            o.Authentication = _ => { made.Add(new Disposing()); return made[^1]; };
        }).BuildServiceProvider();

        _ = provider.GetRequiredService<BulkClient>();
        var client = provider.GetRequiredService<ReportingClient>();
        await provider.DisposeAsync();

        Assert.Equal(1, Assert.Single(made).Disposals);
        Assert.NotNull(client.AuthorizationData.Authentication);
    }

    private static void SetUp(BingAdsOptions options, ClientFixture f, long account)
    {
        options.DeveloperToken = TestSecrets.DeveloperToken;
        options.AccountId = account;
        options.Authentication = static _ => new TokenSourceAuthentication(static (_, _) => new(TestSecrets.AccessToken));
        options.Client.BaseAddress = f.Stub.Address;
    }

    private static void Add(IServiceCollection services, string? tenant, Action<BingAdsOptions> configure) =>
        _ = tenant is null ? services.AddBingAds(configure) : services.AddBingAds(tenant, configure);

    private sealed class Stamp : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Add("X-Stamp", "yes");
            return base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class Disposing : Authentication, IDisposable
    {
        public int Disposals { get; private set; }

        public void Dispose() => Disposals++;

        public override void EnrichHeaders(RequestHeaders headers)
        {
        }
    }
}
