using BingAds.Errors;

namespace BingAds.Tests.Clients;

/// <summary>Answers that are no message of the service at all.</summary>
public class StatusTests
{
    public static TheoryData<ApiTransport, int, ErrorCategory> Statuses
    {
        get
        {
            var data = new TheoryData<ApiTransport, int, ErrorCategory>();
            foreach (var transport in new[] { ApiTransport.Rest, ApiTransport.Soap })
            {
                data.Add(transport, 400, ErrorCategory.Validation);
                data.Add(transport, 403, ErrorCategory.Permission);
                data.Add(transport, 404, ErrorCategory.NotFound);
                data.Add(transport, 408, ErrorCategory.Service);
                data.Add(transport, 409, ErrorCategory.Conflict);
                data.Add(transport, 413, ErrorCategory.Validation);
                data.Add(transport, 429, ErrorCategory.Throttled);
                data.Add(transport, 500, ErrorCategory.Service);
                data.Add(transport, 501, ErrorCategory.Service);
                data.Add(transport, 502, ErrorCategory.Service);
                data.Add(transport, 503, ErrorCategory.Service);
                data.Add(transport, 504, ErrorCategory.Service);
            }

            return data;
        }
    }

    public static TheoryData<ApiTransport> Transports => ClientFixture.Transports;

    [Theory, MemberData(nameof(Statuses))]
    public async Task Page_of_a_gateway_is_an_exception_with_its_status_and_the_next_call_is_sent(ApiTransport transport, int status, ErrorCategory category)
    {
        await using var f = await ClientFixture.StartAsync(transport);
        f.Options.Retry.MaxRetries = 0;
        f.Stub.Script(new StubReply(status, "<html>sorry</html>").With("Retry-After", "3600").With("TrackingId", "gate-1"), f.Good("One"));

        var e = await Assert.ThrowsAnyAsync<ApiException>(() => f.ReadAsync());
        var next = await f.ReadAsync();

        Assert.Equal((status, category, "gate-1", TimeSpan.FromHours(1)), (e.HttpStatus, e.Category, e.TrackingId, e.RetryAfter));
        Assert.Contains("sorry", e.BodySnippet, StringComparison.Ordinal);
        Assert.Equal("One", next.Campaigns[0]!.Name);
        Assert.Equal(2, f.Stub.Requests.Count);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Empty_body_of_an_error_is_an_exception_with_its_status(ApiTransport transport)
    {
        await using var f = await ClientFixture.StartAsync(transport);
        f.Options.Retry.MaxRetries = 0;
        f.Stub.Script(new StubReply(500, ""));

        var e = await Assert.ThrowsAsync<ApiException>(() => f.ReadAsync());

        Assert.Equal((500, (string?)null), (e.HttpStatus, e.BodySnippet));
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Page_under_status_200_is_a_broken_response(ApiTransport transport)
    {
        var e = await BrokenAsync(transport, new StubReply(200, "<html>Please sign in to the hotel</html>").With("TrackingId", "gate-2"));

        Assert.Equal((200, "text/html", "gate-2", "GetCampaignsByAccountId"), (e.HttpStatus, e.ContentType, e.TrackingId, e.Operation));
        Assert.Contains("hotel", e.Snippet, StringComparison.Ordinal);
    }

    [Theory, InlineData(ApiTransport.Rest, 200), InlineData(ApiTransport.Rest, 204), InlineData(ApiTransport.Soap, 200), InlineData(ApiTransport.Soap, 204)]
    public async Task Empty_body_of_a_success_is_a_broken_response(ApiTransport transport, int status) =>
        Assert.Equal(status, (await BrokenAsync(transport, new StubReply(status, "", null))).HttpStatus);

    [Fact]
    public async Task Empty_body_is_fine_where_the_response_has_no_members()
    {
        await using var f = await ClientFixture.StartAsync(ApiTransport.Rest);
        f.Stub.Script(new StubReply(200, "", null).With("TrackingId", "none-1"));

        Assert.Equal("none-1", (await f.Customers.DeleteAccountAsync(new() { AccountId = 1 }, cancellationToken: ClientFixture.Ct)).TrackingId);
    }

    [Theory, InlineData(301), InlineData(302), InlineData(307), InlineData(308)]
    public async Task Redirect_is_not_followed(int status)
    {
        await using var f = await ClientFixture.StartAsync(ApiTransport.Rest);
        f.Stub.Script(new StubReply(status, "").With("Location", new Uri(f.Stub.Address, "/elsewhere").AbsoluteUri));

        var e = await Assert.ThrowsAsync<ApiException>(() => f.ReadAsync());

        Assert.Equal(status, e.HttpStatus);
        Assert.Contains("not followed", e.Message, StringComparison.Ordinal);
        Assert.Single(f.Stub.Requests);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Tracking_id_and_headers_are_on_each_response(ApiTransport transport)
    {
        await using var f = await ClientFixture.StartAsync(transport);
        f.Stub.Script(f.Good("One").With("X-Served-By", "stub"));

        var response = await f.ReadAsync();

        Assert.Equal((Replies.Track, "stub"), (response.TrackingId, response.Headers["x-served-by"]));
    }

    private static async Task<BrokenResponseException> BrokenAsync(ApiTransport transport, StubReply reply)
    {
        await using var f = await ClientFixture.StartAsync(transport);
        f.Options.Retry.MaxRetries = 0;
        f.Stub.Script(reply);
        return await Assert.ThrowsAsync<BrokenResponseException>(() => f.ReadAsync());
    }
}
