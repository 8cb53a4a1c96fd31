using System.Net;
using System.Text;
using System.Text.Json;

namespace BingAds.Emulator.Tests.Api;

/// <summary>What the bytes look like, for clients other than ours.</summary>
public class RestWireTests
{
    [Fact]
    public async Task Every_answer_has_a_tracking_id_and_no_two_the_same()
    {
        await using var session = await ApiSession.StartAsync(ApiTransport.Rest);
        var ids = new HashSet<string>();
        for (var i = 0; i < 3; i++)
        {
            using var response = await SendAsync(session, "POST", "/CampaignManagement/v13/Labels/QueryByIds", "{}");
            Assert.True(Guid.TryParse(response.Headers.GetValues("TrackingId").Single(), out _));
            ids.Add(response.Headers.GetValues("TrackingId").Single());
        }

        Assert.Equal(3, ids.Count);
    }

    [Fact]
    public async Task Answers_hold_every_member_but_those_that_are_left_out_when_empty_and_long_numbers_as_text()
    {
        await using var session = await ApiSession.StartAsync(ApiTransport.Rest);
        var id = await session.AddCampaignAsync();
        var campaign = (await JsonAsync(session, "/CampaignManagement/v13/Campaigns/QueryByIds", $$"""{"AccountId": "{{DemoCredentials.AccountId}}", "CampaignIds": ["{{id}}"]}"""))
            .GetProperty("Campaigns")[0];
        Assert.Equal(JsonValueKind.String, campaign.GetProperty("Id").ValueKind);
        Assert.Equal(JsonValueKind.Null, campaign.GetProperty("ExperimentId").ValueKind);
        Assert.Equal(JsonValueKind.Null, campaign.GetProperty("TrackingUrlTemplate").ValueKind);
        Assert.Equal("EnhancedCpc", campaign.GetProperty("BiddingScheme").GetProperty("Type").GetString());
        Assert.False(campaign.TryGetProperty("AdScheduleUseSearcherTimeZone", out _));
        Assert.False(campaign.TryGetProperty("DealIds", out _));
    }

    [Theory]
    [InlineData("/CampaignManagement/v13/Labels/QueryByIds")]
    [InlineData("/campaignmanagement/V13/LABELS/querybyids")]
    public async Task Letter_case_of_a_path_does_not_matter(string path)
    {
        await using var session = await ApiSession.StartAsync(ApiTransport.Rest);
        using var response = await SendAsync(session, "POST", path, "{}");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("POST", "/CampaignManagement/v13/Nothing", HttpStatusCode.NotFound)]
    [InlineData("GET", "/CampaignManagement/v13/Labels/QueryByIds", HttpStatusCode.NotFound)]
    [InlineData("POST", "/AdInsight/v13/BidOpportunities/Query", HttpStatusCode.BadRequest)]
    public async Task Unknown_addresses_are_404_and_known_operations_never(string verb, string path, HttpStatusCode status)
    {
        await using var session = await ApiSession.StartAsync(ApiTransport.Rest);
        using var response = await SendAsync(session, verb, path, "{}");
        Assert.Equal(status, response.StatusCode);
    }

    [Theory]
    [InlineData("{\"Labels\": [")]
    [InlineData("[]")]
    [InlineData("{\"Labels\": 5}")]
    [InlineData("hello")]
    public async Task A_body_that_is_no_request_is_a_400_with_a_fault(string body)
    {
        await using var session = await ApiSession.StartAsync(ApiTransport.Rest);
        using var response = await SendAsync(session, "POST", "/CampaignManagement/v13/Labels", body);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        using var fault = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal("AdApiFaultDetail", fault.RootElement.GetProperty("Type").GetString());
        Assert.Equal(201, fault.RootElement.GetProperty("Errors")[0].GetProperty("Code").GetInt32());
        Assert.NotEmpty(fault.RootElement.GetProperty("Errors")[0].GetProperty("Detail").GetString()!);
    }

    [Theory]
    [InlineData(109, HttpStatusCode.Unauthorized)]
    [InlineData(106, HttpStatusCode.Forbidden)]
    [InlineData(117, HttpStatusCode.TooManyRequests)]
    [InlineData(0, HttpStatusCode.InternalServerError)]
    [InlineData(1113, HttpStatusCode.BadRequest)]
    public async Task Codes_have_their_statuses(int code, HttpStatusCode status)
    {
        await using var session = await ApiSession.StartAsync(ApiTransport.Rest);
        session.Emulator.Faults.Add("CampaignManagement.GetLabelsByIds", 1, Fault.Error(code));
        using var response = await SendAsync(session, "POST", "/CampaignManagement/v13/Labels/QueryByIds", "{}");
        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task Journal_of_API_calls_keeps_no_token()
    {
        await using var session = await ApiSession.StartAsync(ApiTransport.Rest);
        using var response = await SendAsync(session, "POST", "/CampaignManagement/v13/Labels/QueryByIds", "{}");
        var entry = session.Emulator.Journal.Entries[^1];
        Assert.Equal(("CampaignManagement.GetLabelsByIds", "REST", 200), (entry.Call, entry.Transport, entry.Status));
        Assert.Equal("Bearer ***", entry.Headers["Authorization"]);
        Assert.Equal("***", entry.Headers["DeveloperToken"]);
        Assert.Equal($"{DemoCredentials.AccountId}", entry.Headers["CustomerAccountId"]);
    }

    private static async Task<JsonElement> JsonAsync(ApiSession session, string path, string body)
    {
        using var response = await SendAsync(session, "POST", path, body);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.Clone();
    }

    private static async Task<HttpResponseMessage> SendAsync(ApiSession session, string verb, string path, string body)
    {
        using var http = new HttpClient { BaseAddress = session.Emulator.BaseAddress };
        using var request = new HttpRequestMessage(new HttpMethod(verb), path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("Authorization", "Bearer " + session.AccessToken);
        request.Headers.Add("DeveloperToken", DemoCredentials.DeveloperToken);
        request.Headers.Add("CustomerId", $"{DemoCredentials.CustomerId}");
        request.Headers.Add("CustomerAccountId", $"{DemoCredentials.AccountId}");
        return await http.SendAsync(request);
    }
}
