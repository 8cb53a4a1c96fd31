using System.Text.Json.Nodes;
using BingAds.Contract;
using BingAds.Errors;
using BingAds.V13.CampaignManagement;

namespace BingAds.Tests.Clients;

/// <summary>A service by name.</summary>
public class ServiceClientTests
{
    public static TheoryData<ApiTransport> Transports => ClientFixture.Transports;

    private static CancellationToken Ct => ClientFixture.Ct;

    [Theory]
    [InlineData("CampaignManagement"), InlineData("CampaignManagementService"), InlineData("campaign_management"), InlineData("campaign-management")]
    [InlineData("campaignmanagement"), InlineData("CAMPAIGNMANAGEMENTSERVICE"), InlineData("CampaignManagement_Service"), InlineData("Campaign Management")]
    public void Service_is_found_by_every_usual_form_of_its_name(string name)
    {
        using var client = new ServiceClient(name, 13, new());

        Assert.Equal((ServiceName.CampaignManagement, 13), (client.Service, client.Version));
    }

    [Fact]
    public void Unknown_service_is_refused_with_the_names_of_all()
    {
        var e = Assert.Throws<ArgumentException>(() => new ServiceClient("Optimizer", 13, new()));

        Assert.All(Enum.GetNames<ServiceName>(), name => Assert.Contains(name, e.Message, StringComparison.Ordinal));
    }

    [Theory, InlineData(12), InlineData(14), InlineData(0)]
    public void Version_other_than_13_is_refused(int version) =>
        Assert.Contains("13", Assert.Throws<ArgumentOutOfRangeException>(() => new ServiceClient("Bulk", version, new())).Message, StringComparison.Ordinal);

    [Theory, MemberData(nameof(Transports))]
    public async Task Call_takes_an_object_of_the_factory(ApiTransport transport)
    {
        await using var f = await ClientFixture.StartAsync(transport);
        f.Stub.Script(f.Good("One"));
        using var service = new ServiceClient(ServiceName.CampaignManagement, f.Authorization, f.Options);
        var request = service.Factory.Create("GetCampaignsByAccountId");
        request["CampaignType"] = "Search Shopping";

        var response = await service.CallAsync("GetCampaignsByAccountId", request, cancellationToken: Ct);

        Assert.Equal("One", Assert.IsType<GetCampaignsByAccountIdResponse>(response).Campaigns[0]!.Name);
        Assert.Equal("111", f.Stub.Only.Member("AccountId"));
        Assert.Contains("Shopping", f.Stub.Only.Member("CampaignType"), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Call_takes_json_with_names_that_are_new_and_explicit_nulls(ApiTransport transport)
    {
        await using var f = await ClientFixture.StartAsync(transport);
        f.Stub.Script(f.Ok(new UpdateCampaignsResponse()));
        using var service = new ServiceClient(ServiceName.CampaignManagement, f.Authorization, f.Options);

        await service.CallAsync(
            "UpdateCampaigns", JsonNode.Parse("""{"Campaigns":[{"Id":"9007199254740993","EndDate":null,"BiddingScheme":{"Type":"TargetCpa","TargetCpa":3.5}}]}""")!, cancellationToken: Ct);

        var body = f.Stub.Only.Body;
        Assert.Contains("9007199254740993", body, StringComparison.Ordinal);
        Assert.Contains(transport == ApiTransport.Rest ? "\"EndDate\":null" : "EndDate i:nil=\"true\"", body, StringComparison.Ordinal);
        Assert.Contains(transport == ApiTransport.Rest ? "\"Type\":\"TargetCpa\"" : "TargetCpaBiddingScheme\"", body, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Call_takes_a_dictionary_with_explicit_nulls(ApiTransport transport)
    {
        await using var f = await ClientFixture.StartAsync(transport);
        f.Stub.Script(f.Ok(new DeleteCampaignsResponse()));
        using var service = new ServiceClient(ServiceName.CampaignManagement, f.Authorization, f.Options);

        await service.CallAsync("DeleteCampaigns", new Dictionary<string, object?> { ["AccountId"] = null, ["CampaignIds"] = new[] { 5L, 6L } }, cancellationToken: Ct);

        var sent = f.Stub.Only;
        Assert.Equal("DeleteCampaigns", sent.Operation);
        Assert.Contains(transport == ApiTransport.Rest ? "\"AccountId\":null" : "AccountId i:nil=\"true\"", sent.Body, StringComparison.Ordinal);
        Assert.Contains(transport == ApiTransport.Rest ? """["5","6"]""" : ">6</", sent.Body, StringComparison.Ordinal);
    }

    [Theory, InlineData("getCampaignsByAccountID"), InlineData("get_campaigns_by_account_id"), InlineData("GETCAMPAIGNSBYACCOUNTID")]
    public async Task Operation_is_found_in_any_letter_case_and_with_underscores(string operation)
    {
        await using var f = await ClientFixture.StartAsync(ApiTransport.Rest);
        f.Stub.Script(f.Good("One"));
        using var service = new ServiceClient(ServiceName.CampaignManagement, f.Authorization, f.Options);

        var response = await service.CallAsync(operation, new JsonObject { ["campaignType"] = "Search" }, cancellationToken: Ct);

        Assert.IsType<GetCampaignsByAccountIdResponse>(response);
        Assert.Equal("Search", f.Stub.Only.Member("CampaignType"));
    }

    [Fact]
    public async Task Unknown_operation_is_refused_with_the_nearest()
    {
        using var service = new ServiceClient("CampaignManagement", 13, new());

        var e = await Assert.ThrowsAsync<ArgumentException>(async () => await service.CallAsync("GetCampaignByIds", new JsonObject(), cancellationToken: Ct));

        Assert.Contains("'GetCampaignsByIds'", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Request_of_another_operation_is_refused()
    {
        using var service = new ServiceClient("CampaignManagement", 13, new());

        var e = await Assert.ThrowsAsync<ArgumentException>(async () => await service.CallAsync("AddCampaigns", new DeleteCampaignsRequest(), cancellationToken: Ct));

        Assert.Contains("AddCampaignsRequest", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_member_of_a_dictionary_is_refused_with_the_nearest()
    {
        using var service = new ServiceClient("CampaignManagement", 13, new());

        var e = await Assert.ThrowsAsync<ArgumentException>(
            async () => await service.CallAsync("DeleteCampaigns", new Dictionary<string, object?> { ["CampaignIdz"] = null }, cancellationToken: Ct));

        Assert.Contains("'CampaignIds'", e.Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Route_that_is_not_known_is_called_over_rest_and_not_repeated(ApiTransport transport)
    {
        await using var f = await ClientFixture.StartRetryingAsync(transport);
        f.Stub.Script(Replies.OfJson(200, new JsonObject { ["Future"] = 1 }), new StubReply(503, ""));
        using var service = new ServiceClient(ServiceName.CampaignManagement, f.Authorization, f.Options);

        var response = await service.CallAsync(HttpMethod.Patch, "/Dreams/Query", new JsonObject { ["Depth"] = 3 }, cancellationToken: Ct);
        await Assert.ThrowsAsync<ApiException>(async () => await service.CallAsync(HttpMethod.Patch, "Dreams/Query", cancellationToken: Ct));

        var requests = f.Stub.Requests.ToArray();
        Assert.Equal(1, (int)response!["Future"]!);
        Assert.Equal(("PATCH", "/CampaignManagement/v13/Dreams/Query", "{\"Depth\":3}", "111"), (requests[0].Verb, requests[0].Path, requests[0].Body, requests[0].Sent("CustomerAccountId")));
        Assert.Equal("{}", requests[1].Body);
        Assert.Equal(2, requests.Length);
    }

    [Fact]
    public async Task Route_that_is_known_as_a_read_is_repeated()
    {
        await using var f = await ClientFixture.StartRetryingAsync(ApiTransport.Rest);
        f.Stub.Script(new StubReply(503, ""), f.Good("One"));
        using var service = new ServiceClient(ServiceName.CampaignManagement, f.Authorization, f.Options);

        var response = await service.CallAsync(HttpMethod.Post, "campaigns/queryByAccountId", new JsonObject { ["AccountId"] = "111" }, cancellationToken: Ct);

        Assert.Equal("One", (string)response!["Campaigns"]![0]!["Name"]!);
    }

    [Fact]
    public async Task Route_without_a_body_in_its_answer_gives_null()
    {
        await using var f = await ClientFixture.StartAsync(ApiTransport.Rest);
        f.Stub.Script(new StubReply(200, "", null));
        using var service = new ServiceClient(ServiceName.CampaignManagement, f.Authorization, f.Options);

        Assert.Null(await service.CallAsync(HttpMethod.Delete, "Dreams", cancellationToken: Ct));
    }

    [Fact]
    public async Task Fault_of_a_route_that_is_not_known_is_a_typed_exception()
    {
        await using var f = await ClientFixture.StartAsync(ApiTransport.Rest);
        f.Stub.Script(Replies.Fault(ApiTransport.Rest, 403, 106, "UserIsNotAuthorized"));
        using var service = new ServiceClient(ServiceName.CampaignManagement, f.Authorization, f.Options);

        Assert.Equal(106, (await Assert.ThrowsAsync<PermissionException>(async () => await service.CallAsync(HttpMethod.Post, "Dreams", cancellationToken: Ct))).Errors[0].Code);
    }

    [Theory, InlineData("https://elsewhere.example.test/x"), InlineData("../../Bulk/v13/x"), InlineData("..\\..\\x"), InlineData("%2e%2e/x")]
    public async Task Route_that_leads_out_of_the_service_is_refused(string path)
    {
        await using var f = await ClientFixture.StartAsync(ApiTransport.Rest);
        using var service = new ServiceClient(ServiceName.CampaignManagement, f.Authorization, f.Options);

        await Assert.ThrowsAsync<ArgumentException>(async () => await service.CallAsync(HttpMethod.Post, path, cancellationToken: Ct));

        Assert.Empty(f.Stub.Requests);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Set_options_counts_for_calls_that_begin_later_and_keeps_the_connections(ApiTransport transport)
    {
        await using var f = await ClientFixture.StartAsync(transport);
        f.Stub.Script(f.Good());
        using var service = new ServiceClient(ServiceName.CampaignManagement, f.Authorization, f.Options);

        for (var i = 0; i < 20; i++)
        {
            service.SetOptions(o => o.UserAgent = $"run/{i}");
            await service.CallAsync("GetCampaignsByAccountId", new JsonObject(), cancellationToken: Ct);
        }

        Assert.Equal(Enumerable.Range(0, 20).Select(static i => $"run/{i} {Manifest.UserAgent}"), f.Stub.Requests.Select(static r => r.HttpHeaders["User-Agent"]));
        Assert.Single(f.Stub.Requests.Select(static r => r.Connection).Distinct());
    }

    [Fact]
    public async Task Set_options_of_the_connection_makes_new_ones_and_leaves_those_in_use()
    {
        await using var f = await ClientFixture.StartAsync(ApiTransport.Rest);
        var release = new TaskCompletionSource();
        f.Stub.Answer = async r =>
        {
            if (f.Stub.Requests.Count == 1)
            {
                await release.Task;
            }

            return f.Good();
        };
        using var service = new ServiceClient(ServiceName.CampaignManagement, f.Authorization, f.Options);

        var first = service.CallAsync("GetCampaignsByAccountId", new JsonObject(), cancellationToken: Ct).AsTask();
        await f.Stub.NextAsync();
        service.SetOptions(static o => o.ConnectTimeout = TimeSpan.FromSeconds(4));
        await service.CallAsync("GetCampaignsByAccountId", new JsonObject(), cancellationToken: Ct);
        release.SetResult();
        await first;

        Assert.Equal(2, f.Stub.Requests.Select(static r => r.Connection).Distinct().Count());
    }

    [Fact]
    public void Set_options_with_mistakes_changes_nothing()
    {
        using var service = new ServiceClient("Bulk", 13, new());
        var before = service.ServiceUrl;

        Assert.Throws<ArgumentException>(() => service.SetOptions(static o => { o.BaseAddress = new Uri("http://127.0.0.1:1"); o.MaxDepth = 0; }));

        Assert.Equal(before, service.ServiceUrl);
    }

    [Fact]
    public async Task Given_environment_wins_and_leaves_the_options_alone()
    {
        var options = new ServiceClientOptions();
        using var service = new ServiceClient("Bulk", 13, new(), ApiEnvironment.Sandbox, options);

        Assert.Contains("sandbox", service.ServiceUrl.Host, StringComparison.Ordinal);
        Assert.Equal(ApiEnvironment.Production, options.Environment);
        await Task.CompletedTask;
    }
}
