using System.Reflection;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using BingAds.Tests.Authorization;
using BingAds.V13.CampaignManagement;

namespace BingAds.Tests.Clients;

/// <summary>Each member of the Python package's client surface, under its Python name.</summary>
public class SeedSurfaceTests
{
    private static CancellationToken Ct => ClientFixture.Ct;

    [Fact]
    public void Factory()
    {
        using var client = new ServiceClient("CampaignManagement", 13, new());
        var campaign = client.Factory.Create("Campaign");
        campaign["Name"] = "Spring";

        Assert.Equal("Spring", ((Campaign)campaign).Name);
    }

    [Fact]
    public async Task Set_options()
    {
        await using var f = await ClientFixture.StartAsync(ApiTransport.Rest);
        f.Stub.Script(Replies.Ok(ApiTransport.Soap, new GetCampaignsByAccountIdResponse()));
        using var client = new ServiceClient(ServiceName.CampaignManagement, f.Authorization, f.Options);

        client.SetOptions(static o => o.Transport = ApiTransport.Soap);
        await client.CallAsync("GetCampaignsByAccountId", new JsonObject(), cancellationToken: Ct);

        Assert.True(f.Stub.Only.HttpHeaders.ContainsKey("SOAPAction"));
    }

    [Fact]
    public void Service_url()
    {
        using var client = new ServiceClient("reporting", 13, new(), ApiEnvironment.Sandbox);

        Assert.Equal("https://reporting.api.sandbox.bingads.microsoft.com/Reporting/v13/", client.ServiceUrl.AbsoluteUri);
    }

    [Fact]
    public async Task Soap_client()
    {
        await using var f = await ClientFixture.StartAsync(ApiTransport.Rest);
        f.Stub.Script(Replies.OfXml(200, new XElement("Any")));
        using var client = new ServiceClient(ServiceName.CampaignManagement, f.Authorization, f.Options);

        Assert.Equal("Any", (await client.SoapClient.SendAsync("Anything", new XElement("Any"), cancellationToken: Ct)).Body.Name.LocalName);
    }

    [Fact]
    public async Task Authorization_data()
    {
        await using var f = await ClientFixture.StartAsync(ApiTransport.Rest);
        f.Stub.Script(f.Good());
        using var client = new ServiceClient(ServiceName.CampaignManagement, new(), f.Options);

        client.AuthorizationData = new AuthorizationData { AccountId = 222 };
        await client.CallAsync("GetCampaignsByAccountId", new JsonObject(), cancellationToken: Ct);

        Assert.Equal("222", f.Stub.Only.Member("AccountId"));
    }

    [Fact]
    public async Task Refresh_oauth_tokens_automatically()
    {
        await using var f = await ClientFixture.StartAsync(ApiTransport.Rest);
        await using var signIn = new SignInFixture(static _ => TokenReply.Tokens(1));
        signIn.Have("at-hush-old", "rt-hush-0", 60);
        signIn.Time.Advance(TimeSpan.FromMinutes(5));
        f.Authorization.Authentication = signIn.SignIn;
        f.Stub.Script(f.Good());
        using var client = new ServiceClient(ServiceName.CampaignManagement, f.Authorization, f.Options);
        Assert.True(client.RefreshOAuthTokensAutomatically);

        client.RefreshOAuthTokensAutomatically = false;
        await client.CallAsync("GetCampaignsByAccountId", new JsonObject(), cancellationToken: Ct);
        client.RefreshOAuthTokensAutomatically = true;
        await client.CallAsync("GetCampaignsByAccountId", new JsonObject(), cancellationToken: Ct);

        Assert.Equal(["at-hush-old", "at-hush-1"], f.Stub.Requests.Select(static r => r.Token));
    }

    [Fact]
    public void Skip_value()
    {
        var builder = new ObjectBuilder();

        Assert.True(builder.SkipValue(new MemberType("Status", "CampaignStatus?", MemberTypeKind.Enum, false)));
        Assert.True(builder.SkipValue(new MemberType("Languages", "string[]", MemberTypeKind.List, true)));
        Assert.True(builder.SkipValue(new MemberType("Id", "long?", MemberTypeKind.Value, false)));
        Assert.False(builder.SkipValue(new MemberType("Id", "long", MemberTypeKind.Value, true)));
        Assert.False(builder.SkipValue(new MemberType("Bid", "Bid", MemberTypeKind.Object, false)));
    }

    [Fact]
    public async Task Parsed_and_get_response_header()
    {
        await using var f = await ClientFixture.StartAsync(ApiTransport.Soap);
        f.Stub.Script(f.Good());
        var plugin = new HeaderPlugin();
        using var client = new ServiceClient(ServiceName.CampaignManagement, f.Authorization, f.Options);
        client.SetOptions(o => o.Plugins.Add(plugin));

        await client.CallAsync("GetCampaignsByAccountId", new JsonObject(), cancellationToken: Ct);

        Assert.Equal(Replies.Track, plugin.GetResponseHeader()["TrackingId"]);
    }

    [Fact]
    public void Manifest_version_is_that_of_the_assembly()
    {
        var assembly = typeof(Manifest).Assembly;
        var version = assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

        Assert.Equal(Manifest.Version, version);
        Assert.Equal(Manifest.UserAgent, $"BingAds.NET/{version}");
    }

    [Fact]
    public void Manifest_contract_version_is_that_of_the_contract() =>
        Assert.Equal(Manifest.ContractVersion, File.ReadLines(Path.Combine(Checkout.Root, "contract", "v13", "VERSION")).First());

    [Fact]
    public void Manifest_bulk_format_version_6() => Assert.Equal("6.0", Manifest.BulkFormatVersion6);

    [Theory]
    [InlineData(ServiceName.AdInsight, "https://adinsight.api.bingads.microsoft.com/AdInsight/v13/"), InlineData(ServiceName.Bulk, "https://bulk.api.bingads.microsoft.com/Bulk/v13/")]
    [InlineData(ServiceName.CampaignManagement, "https://campaign.api.bingads.microsoft.com/CampaignManagement/v13/"), InlineData(ServiceName.CustomerBilling, "https://clientcenter.api.bingads.microsoft.com/CustomerBilling/v13/")]
    [InlineData(ServiceName.CustomerManagement, "https://clientcenter.api.bingads.microsoft.com/CustomerManagement/v13/"), InlineData(ServiceName.Reporting, "https://reporting.api.bingads.microsoft.com/Reporting/v13/")]
    public void Service_info(ServiceName service, string address)
    {
        Assert.Equal(address, ServiceInfo.GetEndpoint(service).AbsoluteUri);
        Assert.Contains(".sandbox.", ServiceInfo.GetEndpoint(service, ApiEnvironment.Sandbox).Host, StringComparison.Ordinal);
        Assert.EndsWith($"/{service}Service.svc", ServiceInfo.GetEndpoint(service, transport: ApiTransport.Soap).AbsolutePath, StringComparison.Ordinal);
    }
}
