using System.Net;
using BingAds.Services;

namespace BingAds.Tests.Clients;

/// <summary>What the settings of a client do.</summary>
public class OptionsTests
{
    public static TheoryData<ApiTransport> Transports => ClientFixture.Transports;

    private static AuthorizationData Nobody => new();

    [Theory]
    [InlineData(ApiEnvironment.Production, ApiTransport.Rest, "https://campaign.api.bingads.microsoft.com/CampaignManagement/v13/")]
    [InlineData(ApiEnvironment.Sandbox, ApiTransport.Rest, "https://campaign.api.sandbox.bingads.microsoft.com/CampaignManagement/v13/")]
    [InlineData(ApiEnvironment.Production, ApiTransport.Soap, "https://campaign.api.bingads.microsoft.com/Api/Advertiser/CampaignManagement/v13/CampaignManagementService.svc")]
    [InlineData(ApiEnvironment.Sandbox, ApiTransport.Soap, "https://campaign.api.sandbox.bingads.microsoft.com/Api/Advertiser/CampaignManagement/v13/CampaignManagementService.svc")]
    public void Environment_and_transport_decide_the_address(ApiEnvironment environment, ApiTransport transport, string address)
    {
        using var client = new ServiceClient(ServiceName.CampaignManagement, Nobody, new ServiceClientOptions { Environment = environment, Transport = transport });

        Assert.Equal(address, client.ServiceUrl.AbsoluteUri);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Base_address_takes_the_place_of_the_host_with_or_without_slash(ApiTransport transport)
    {
        await using var f = await ClientFixture.StartAsync(transport);
        f.Stub.Script(f.Good());
        var paths = new List<string>();
        foreach (var path in new[] { "", "/", "/below", "/below/" })
        {
            f.Options.BaseAddress = new Uri(f.Stub.Address.AbsoluteUri.TrimEnd('/') + path);
            using var client = new CampaignManagementClient(f.Authorization, f.Options);
            await client.GetCampaignsByAccountIdAsync(new(), cancellationToken: ClientFixture.Ct);
            paths.Add(f.Stub.Requests.Last().Path);
        }

        var usual = transport == ApiTransport.Rest
            ? "/CampaignManagement/v13/Campaigns/QueryByAccountId" : "/Api/Advertiser/CampaignManagement/v13/CampaignManagementService.svc";
        Assert.Equal([usual, usual, "/below" + usual, "/below" + usual], paths);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Address_of_one_service_wins_with_or_without_slash(ApiTransport transport)
    {
        await using var f = await ClientFixture.StartAsync(transport);
        f.Stub.Script(f.Good());
        f.Options.BaseAddress = new Uri("http://127.0.0.1:1");
        foreach (var path in new[] { "/own/place", "/own/place/" })
        {
            f.Options.ServiceAddresses[ServiceName.CampaignManagement] = new Uri(f.Stub.Address, path);
            using var client = new CampaignManagementClient(f.Authorization, f.Options);
            await client.GetCampaignsByAccountIdAsync(new(), cancellationToken: ClientFixture.Ct);
        }

        Assert.Equal(
            transport == ApiTransport.Rest ? ["/own/place/Campaigns/QueryByAccountId", "/own/place/Campaigns/QueryByAccountId"] : ["/own/place", "/own/place/"],
            f.Stub.Requests.Select(static r => r.Path));
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Http_client_of_the_caller_is_used_and_not_disposed_of(ApiTransport transport)
    {
        await using var f = await ClientFixture.StartAsync(transport);
        f.Stub.Script(f.Good());
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Add("X-Mine", "yes");
        f.Options.HttpClient = http;

        using (var client = new CampaignManagementClient(f.Authorization, f.Options))
        {
            await client.GetCampaignsByAccountIdAsync(new(), cancellationToken: ClientFixture.Ct);
        }

        using var after = await http.GetAsync(f.Stub.Address, ClientFixture.Ct);
        Assert.Equal("yes", f.Stub.Requests.First().HttpHeaders["X-Mine"]);
        Assert.Equal(2, f.Stub.Requests.Count);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Proxy_gets_the_requests(ApiTransport transport)
    {
        await using var f = await ClientFixture.StartAsync(transport);
        f.Stub.Script(f.Good("through"));
        f.Options.Proxy = new WebProxy(f.Stub.Address);
        f.Options.BaseAddress = new Uri("http://ads.example.test");

        Assert.Equal("through", (await f.ReadAsync()).Campaigns[0]!.Name);
        Assert.Equal("ads.example.test", f.Stub.Only.HttpHeaders["Host"]);
    }

    [Fact]
    public void Connect_timeout_and_proxy_reach_the_handler_and_redirects_and_cookies_are_off()
    {
        var proxy = new WebProxy("http://proxy.example.test");
        using var handler = HttpSender.CreateHandler(new() { ConnectTimeout = TimeSpan.FromSeconds(3), Proxy = proxy });

        Assert.Equal((TimeSpan.FromSeconds(3), proxy, false, false), (handler.ConnectTimeout, handler.Proxy, handler.AllowAutoRedirect, handler.UseCookies));
    }

    [Theory, InlineData(null, "BingAds.NET/"), InlineData("MyTool/1.2", "MyTool/1.2 BingAds.NET/")]
    public async Task User_agent_names_the_callers_tool_before_this_package(string? own, string start)
    {
        await using var f = await ClientFixture.StartAsync(ApiTransport.Rest);
        f.Options.UserAgent = own;
        f.Stub.Script(f.Good());

        await f.ReadAsync();

        Assert.Equal(start + Manifest.Version, f.Stub.Only.Sent("User-Agent"));
    }

    [Fact]
    public void Validation_tells_all_that_is_wrong_at_once()
    {
        var options = new ServiceClientOptions
        {
            Environment = (ApiEnvironment)9, Transport = (ApiTransport)9, AttemptTimeout = TimeSpan.Zero, TotalTimeout = TimeSpan.FromDays(40), ConnectTimeout = TimeSpan.FromSeconds(-5),
            MaxResponseBytes = 0, MaxDepth = 0, BaseAddress = new Uri("ftp://ads.example.test"), UserAgent = "a\r\nb", TimeProvider = null!,
            Plugins = { null! },
            ServiceAddresses = { [ServiceName.Bulk] = new Uri("/relative", UriKind.Relative), [ServiceName.Reporting] = null! },
            Retry = new() { MaxRetries = -1, BaseDelay = TimeSpan.FromSeconds(-1), MaxDelay = TimeSpan.FromDays(60), BudgetRatio = double.NaN, BudgetMinimum = -1 },
        };

        var e = Assert.Throws<ArgumentException>(() => new CampaignManagementClient(Nobody, options));

        foreach (var name in new[]
        {
            "Environment", "Transport", "AttemptTimeout", "TotalTimeout", "ConnectTimeout", "MaxResponseBytes", "MaxDepth", "BaseAddress", "UserAgent", "TimeProvider", "Plugins",
            "ServiceAddresses[Bulk]", "ServiceAddresses[Reporting]", "Retry.MaxRetries", "Retry.BaseDelay", "Retry.MaxDelay", "Retry.BudgetRatio", "Retry.BudgetMinimum",
        })
        {
            Assert.Contains(name, e.Message, StringComparison.Ordinal);
        }

        Assert.Equal(options.Validate().Count, e.Message.Split(". ").Length);
    }

    [Fact]
    public void Address_with_a_password_is_refused_without_showing_it()
    {
        var e = Assert.Throws<ArgumentException>(() => new BulkClient(Nobody, new ServiceClientOptions { BaseAddress = new Uri("https://ada:pw-secret@ads.example.test") }));

        Assert.Contains("BaseAddress", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("pw-secret", e.Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Options_are_copied_when_a_client_is_made(ApiTransport transport)
    {
        await using var f = await ClientFixture.StartRetryingAsync(transport);
        f.Stub.Script(f.Good("One"));
        f.Options.ServiceAddresses[ServiceName.CampaignManagement] = new Uri(f.Stub.Address, "/place");
        f.Options.UserAgent = "before/1";
        var client = f.Campaigns;
        f.Options.BaseAddress = new Uri("http://127.0.0.1:1");
        f.Options.ServiceAddresses[ServiceName.CampaignManagement] = new Uri("http://127.0.0.1:1");
        f.Options.UserAgent = "after/1";
        f.Options.Plugins.Add(new Spoiler());
        f.Options.Retry.MaxRetries = 0;
        f.Options.Transport = transport == ApiTransport.Rest ? ApiTransport.Soap : ApiTransport.Rest;
        f.Options.MaxResponseBytes = 1;
        f.Options.RefreshOAuthTokensAutomatically = false;
        f.Stub.Script(new StubReply(503, ""), Replies.Ok(transport, new V13.CampaignManagement.GetCampaignsByAccountIdResponse { Campaigns = [new() { Name = "One" }] }));

        var response = await client.GetCampaignsByAccountIdAsync(new(), cancellationToken: ClientFixture.Ct);

        Assert.Equal("One", Assert.Single(response.Campaigns)!.Name);
        Assert.All(f.Stub.Requests, static r => Assert.StartsWith("before/1", r.HttpHeaders["User-Agent"], StringComparison.Ordinal));
    }

    private sealed class Spoiler : IMessagePlugin
    {
        public void Parsed(MessageContext context) => throw new InvalidOperationException("It was added too late to be asked.");
    }
}
