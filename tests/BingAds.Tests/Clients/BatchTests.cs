using BingAds.Errors;
using BingAds.V13.CampaignManagement;
using BingAds.V13.CustomerManagement;
using BatchError = BingAds.V13.CampaignManagement.BatchError;

namespace BingAds.Tests.Clients;

/// <summary>One long list in several calls.</summary>
public class BatchTests
{
    public static TheoryData<ApiTransport> Transports => ClientFixture.Transports;

    private static CancellationToken Ct => ClientFixture.Ct;

    [Theory, MemberData(nameof(Transports))]
    public async Task Long_list_goes_out_in_parts_and_comes_back_as_one(ApiTransport transport)
    {
        await using var f = await ClientFixture.StartAsync(transport);
        f.Stub.Answer = r => Task.FromResult(Added(transport, Numbers(r)));
        var request = Campaigns(250);

        var response = await f.Campaigns.InBatchesAsync(request, cancellationToken: Ct);

        Assert.Equal([100, 100, 50], f.Stub.Requests.Select(static r => Numbers(r).Count));
        Assert.Equal(Enumerable.Range(0, 250).Select(static i => i % 40 == 7 ? (long?)null : 1000 + i), response.CampaignIds);
        Assert.Equal([7, 47, 87, 127, 167, 207, 247], response.GetPartialErrors().FailedIndexes);
        Assert.Equal([7, 47, 87, 127, 167, 207, 247], response.PartialErrors.Select(static e => e!.Index!.Value));
        Assert.Equal(250, request.Campaigns!.Count);
        Assert.Null(request.AccountId);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task List_that_fits_is_one_call(ApiTransport transport)
    {
        await using var f = await ClientFixture.StartAsync(transport);
        f.Stub.Answer = r => Task.FromResult(Added(transport, Numbers(r)));

        Assert.Equal(100, (await f.Campaigns.InBatchesAsync(Campaigns(100), cancellationToken: Ct)).CampaignIds.Count);
        Assert.Single(f.Stub.Requests);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Nested_errors_are_counted_on_and_their_parts_are_not(ApiTransport transport)
    {
        await using var f = await ClientFixture.StartAsync(transport);
        f.Stub.Answer = r => Task.FromResult(f.Ok(new AddCampaignCriterionsResponse
        {
            NestedPartialErrors = [new BatchErrorCollection { Index = 3, BatchErrors = [new BatchError { Index = 5, Code = 1517 }] }],
        }));
        var request = new AddCampaignCriterionsRequest { CampaignCriterions = [.. Enumerable.Range(0, 250).Select(static i => new NegativeCampaignCriterion { CampaignId = i })] };

        var response = await f.Campaigns.InBatchesAsync(request, cancellationToken: Ct);

        Assert.Equal([(3, 5), (103, 5), (203, 5)], response.GetPartialErrors().Select(static e => (e.Index, e.PartIndex)));
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Errors_that_have_a_place_only_keep_it_when_an_earlier_part_had_none(ApiTransport transport)
    {
        await using var f = await ClientFixture.StartAsync(transport);
        f.Stub.Answer = r => Task.FromResult(Replies.Ok(
            transport,
            f.Stub.Requests.Count < 3
                ? new AddClientLinksResponse()
                : new AddClientLinksResponse { PartialErrors = [null, [new V13.CustomerManagement.OperationError { Code = 1305, Message = "No." }]] },
            service: "CustomerManagement"));
        var request = new AddClientLinksRequest { ClientLinks = [.. Enumerable.Range(0, 25).Select(static i => new ClientLink { Name = $"{i}" })] };

        var failed = (await f.Customers.InBatchesAsync(request, cancellationToken: Ct)).GetPartialErrors();

        Assert.Equal(3, f.Stub.Requests.Count);
        Assert.Equal([21], failed.FailedIndexes);
        Assert.True(failed.Succeeded(1));
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Failure_in_the_middle_tells_what_is_done(ApiTransport transport)
    {
        await using var f = await ClientFixture.StartAsync(transport);
        f.Stub.Answer = r => Task.FromResult(f.Stub.Requests.Count < 3 ? Added(transport, Numbers(r)) : Replies.Fault(transport, 403, 106, "UserIsNotAuthorized"));

        var e = await Assert.ThrowsAsync<BatchStoppedException>(async () => await f.Campaigns.InBatchesAsync(Campaigns(250), cancellationToken: Ct));

        Assert.Equal((200, ErrorCategory.Permission, Replies.Track), (e.FirstNotDone, e.Category, e.TrackingId));
        Assert.Equal(200, Assert.IsType<AddCampaignsResponse>(e.Response).CampaignIds.Count);
        Assert.Equal(106, e.Errors[0].Code);
        Assert.IsType<PermissionException>(e.InnerException);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Failure_of_the_first_call_is_that_failure(ApiTransport transport)
    {
        await using var f = await ClientFixture.StartAsync(transport);
        f.Stub.Script(Replies.Fault(transport, 403, 106, "UserIsNotAuthorized"));

        await Assert.ThrowsAsync<PermissionException>(async () => await f.Campaigns.InBatchesAsync(Campaigns(250), cancellationToken: Ct));
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Cancellation_in_the_middle_tells_what_is_done(ApiTransport transport)
    {
        await using var f = await ClientFixture.StartAsync(transport);
        using var cancel = new CancellationTokenSource();
        f.Stub.Answer = async r =>
        {
            if (f.Stub.Requests.Count == 2)
            {
                await cancel.CancelAsync();
                await Task.Delay(Timeout.Infinite, Ct);
            }

            return Added(transport, Numbers(r));
        };

        var e = await Assert.ThrowsAsync<BatchStoppedException>(async () => await f.Campaigns.InBatchesAsync(Campaigns(250), cancellationToken: cancel.Token));

        Assert.Equal(100, e.FirstNotDone);
        Assert.IsAssignableFrom<OperationCanceledException>(e.InnerException);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task List_that_changes_meanwhile_is_sent_as_it_was(ApiTransport transport)
    {
        await using var f = await ClientFixture.StartAsync(transport);
        var request = Campaigns(150);
        f.Stub.Answer = r =>
        {
            request.Campaigns!.Clear();
            request.AccountId = 999;
            return Task.FromResult(Added(transport, Numbers(r)));
        };

        Assert.Equal(150, (await f.Campaigns.InBatchesAsync(request, cancellationToken: Ct)).CampaignIds.Count);
        Assert.Equal(["111", "111"], f.Stub.Requests.Select(static r => r.Member("AccountId")));
    }

    [Fact]
    public async Task Operation_without_such_a_list_is_refused()
    {
        using var client = new CampaignManagementClient(new());

        var e = await Assert.ThrowsAsync<ArgumentException>(async () => await client.InBatchesAsync(new GetCampaignsByAccountIdRequest(), cancellationToken: Ct));

        Assert.Contains("GetCampaignsByAccountId", e.Message, StringComparison.Ordinal);
    }

    private static AddCampaignsRequest Campaigns(int count) => new() { Campaigns = [.. Enumerable.Range(0, count).Select(static i => new Campaign { Name = $"{i}" })] };

    private static List<int> Numbers(StubRequest request) => [.. request.Items("Campaigns", "Name").Select(static n => int.Parse(n!))];

    // Ids by name, so that the order shows; every fortieth fails, with its index in this call.
    private static StubReply Added(ApiTransport transport, List<int> numbers) => Replies.Ok(transport, new AddCampaignsResponse
    {
        CampaignIds = [.. numbers.Select(static n => n % 40 == 7 ? (long?)null : 1000 + n)],
        PartialErrors = [.. numbers.Select(static (n, i) => (n, i)).Where(static p => p.n % 40 == 7).Select(static p => new BatchError { Index = p.i, Code = 1115 })],
    });
}
