using BingAds.Testing;
using BingAds.V13.CampaignManagement;

namespace BingAds.Tests.Clients;

/// <summary>For which account, customer and user a call is made.</summary>
public class IdsTests
{
    public static TheoryData<ApiTransport> Transports => ClientFixture.Transports;

    private static CancellationToken Ct => ClientFixture.Ct;

    [Theory, MemberData(nameof(Transports))]
    public async Task Ids_and_credentials_are_sent_where_the_transport_wants_them(ApiTransport transport)
    {
        await using var f = await ClientFixture.StartAsync(transport);
        f.Stub.Script(f.Good());

        await f.ReadAsync();

        var sent = f.Stub.Only;
        Assert.Equal(("111", "900", TestSecrets.DeveloperToken, TestSecrets.AccessToken), (sent.Sent("CustomerAccountId"), sent.Sent("CustomerId"), sent.Sent("DeveloperToken"), sent.Token));
        Assert.Equal(("111", "GetCampaignsByAccountId"), (sent.Member("AccountId"), sent.Operation));
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Ids_that_are_not_set_are_not_sent_at_all(ApiTransport transport)
    {
        await using var f = await ClientFixture.StartAsync(transport);
        f.Authorization.AccountId = f.Authorization.CustomerId = null;
        f.Authorization.DeveloperToken = null;
        f.Stub.Script(f.Good());

        await f.ReadAsync();

        var sent = f.Stub.Only;
        Assert.All(new[] { "CustomerAccountId", "CustomerId", "DeveloperToken", "ApplicationToken", "UserName", "Password" }, name => Assert.Null(sent.Sent(name)));
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Customer_management_gets_no_ids_in_headers(ApiTransport transport)
    {
        await using var f = await ClientFixture.StartAsync(transport);
        f.Stub.Script(Replies.Ok(transport, new V13.CustomerManagement.GetUserResponse(), service: "CustomerManagement"));

        await f.Customers.GetUserAsync(new(), cancellationToken: Ct);

        Assert.Null(f.Stub.Only.Sent("CustomerAccountId"));
        Assert.Null(f.Stub.Only.Sent("CustomerId"));
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Customer_management_gets_open_ids_in_the_body(ApiTransport transport)
    {
        await using var f = await ClientFixture.StartAsync(transport);
        f.Stub.Answer = r => Task.FromResult(r.Operation == "GetAccount"
            ? Replies.Ok(transport, new V13.CustomerManagement.GetAccountResponse(), service: "CustomerManagement")
            : Replies.Ok(transport, new V13.CustomerManagement.GetCustomerResponse(), service: "CustomerManagement"));

        await f.Customers.GetAccountAsync(new(), cancellationToken: Ct);
        await f.Customers.GetCustomerAsync(new(), cancellationToken: Ct);

        var requests = f.Stub.Requests.ToArray();
        Assert.Equal("111", requests[0].Member("AccountId"));
        Assert.Equal("900", requests[1].Member("CustomerId"));
        Assert.Equal(transport == ApiTransport.Rest ? "900" : null, requests[1].Sent("CustomerId"));
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Optional_customer_filter_is_not_filled_in(ApiTransport transport)
    {
        await using var f = await ClientFixture.StartAsync(transport);
        f.Stub.Script(Replies.Ok(transport, new V13.CustomerManagement.GetAccountsInfoResponse(), service: "CustomerManagement"));

        await f.Customers.GetAccountsInfoAsync(new(), cancellationToken: Ct);

        Assert.Null(f.Stub.Only.Member("CustomerId"));
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Request_object_is_not_changed(ApiTransport transport)
    {
        await using var f = await ClientFixture.StartAsync(transport);
        f.Stub.Script(f.Good());
        var request = new GetCampaignsByAccountIdRequest { CampaignType = CampaignType.Search };
        var before = request.ToJson().ToJsonString();

        await f.Campaigns.GetCampaignsByAccountIdAsync(request, cancellationToken: Ct);

        Assert.Equal(before, request.ToJson().ToJsonString());
        Assert.Null(request.AccountId);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task One_request_object_goes_to_the_account_of_each_client(ApiTransport transport)
    {
        await using var f = await ClientFixture.StartAsync(transport);
        f.Stub.Script(f.Good());
        using var other = new CampaignManagementClient(new() { AccountId = 222, DeveloperToken = "d" }, f.Options);
        var request = new GetCampaignsByAccountIdRequest();

        await f.Campaigns.GetCampaignsByAccountIdAsync(request, cancellationToken: Ct);
        await other.GetCampaignsByAccountIdAsync(request, cancellationToken: Ct);

        Assert.Equal(["111", "222"], f.Stub.Requests.Select(static r => r.Member("AccountId")));
        Assert.Equal(["111", "222"], f.Stub.Requests.Select(static r => r.Sent("CustomerAccountId")));
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Id_in_the_request_goes_before_the_settings_and_zero_counts_as_open(ApiTransport transport)
    {
        await using var f = await ClientFixture.StartAsync(transport);
        f.Stub.Script(f.Good());

        await f.Campaigns.GetCampaignsByAccountIdAsync(new() { AccountId = 77 }, cancellationToken: Ct);
        await f.Campaigns.GetCampaignsByAccountIdAsync(new() { AccountId = 0 }, cancellationToken: Ct);

        Assert.Equal(["77", "111"], f.Stub.Requests.Select(static r => r.Member("AccountId")));
    }

    [Fact]
    public async Task Explicit_null_of_an_id_is_sent_and_not_filled_in()
    {
        await using var f = await ClientFixture.StartAsync(ApiTransport.Rest);
        f.Stub.Script(f.Good());
        var request = new GetCampaignsByAccountIdRequest();
        request.SendNull("AccountId");

        await f.Campaigns.GetCampaignsByAccountIdAsync(request, cancellationToken: Ct);

        Assert.Contains("\"AccountId\":null", f.Stub.Only.Body, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Authorization_data_is_live_but_read_once_when_a_call_begins(ApiTransport transport)
    {
        await using var f = await ClientFixture.StartRetryingAsync(transport);
        f.Stub.Answer = _ =>
        {
            f.Authorization.AccountId = 222;
            f.Authorization.CustomerId = null;
            f.Authorization.DeveloperToken = "changed";
            f.Authorization.Authentication = new TokenSourceAuthentication(static (_, _) => new("at-hush-changed"));
            return Task.FromResult(f.Stub.Requests.Count == 1 ? new StubReply(503, "") : f.Good());
        };

        await f.ReadAsync();
        await f.ReadAsync();

        Assert.Equal(["111", "111", "222"], f.Stub.Requests.Select(static r => r.Member("AccountId")));
        Assert.Equal(["900", "900", null], f.Stub.Requests.Select(static r => r.Sent("CustomerId")));
        Assert.Equal([TestSecrets.DeveloperToken, TestSecrets.DeveloperToken, "changed"], f.Stub.Requests.Select(static r => r.Sent("DeveloperToken")));
        Assert.Equal([TestSecrets.AccessToken, TestSecrets.AccessToken, "at-hush-changed"], f.Stub.Requests.Select(static r => r.Token));
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Call_options_win_over_the_settings(ApiTransport transport)
    {
        await using var f = await ClientFixture.StartAsync(transport);
        f.Stub.Script(f.Good());

        await f.ReadAsync(new CallOptions { AccountId = 333, CustomerId = 444, Headers = { ["X-Trace"] = "t1", ["DeveloperToken"] = "other" } });

        var sent = f.Stub.Only;
        Assert.Equal(("333", "333", "444", "t1", "other"), (sent.Member("AccountId"), sent.Sent("CustomerAccountId"), sent.Sent("CustomerId"), sent.Sent("X-Trace"), sent.Sent("DeveloperToken")));
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task One_client_serves_two_accounts_at_once(ApiTransport transport)
    {
        await using var f = await ClientFixture.StartAsync(transport);
        f.Stub.Answer = r => Task.FromResult(f.Good($"of {r.Member("AccountId")} {r.Sent("CustomerAccountId")}"));

        var calls = await Task.WhenAll(Enumerable.Range(1, 40).Select(async i =>
            (Id: 1000 + (i % 2), Response: await f.ReadAsync(new CallOptions { AccountId = 1000 + (i % 2) }))));

        Assert.All(calls, static c => Assert.Equal($"of {c.Id} {c.Id}", c.Response.Campaigns[0]!.Name));
    }

    [Fact]
    public async Task Headers_of_a_call_replace_the_clients_own_and_those_of_the_body()
    {
        await using var f = await ClientFixture.StartAsync(ApiTransport.Rest);
        f.Stub.Script(f.Good());

        await f.ReadAsync(new CallOptions { Headers = { ["User-Agent"] = "mine/1", ["Content-Type"] = "application/json" } });

        Assert.Equal(("mine/1", "application/json"), (f.Stub.Only.Sent("User-Agent"), f.Stub.Only.Sent("Content-Type")));
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Name_that_is_no_header_is_refused_and_not_dropped(ApiTransport transport)
    {
        await using var f = await ClientFixture.StartAsync(transport);

        var e = await Assert.ThrowsAsync<ArgumentException>(() => f.ReadAsync(new CallOptions { Headers = { ["no header"] = "x" } }));

        Assert.Contains("no header", e.Message, StringComparison.Ordinal);
        Assert.Empty(f.Stub.Requests);
    }
}
