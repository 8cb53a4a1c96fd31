using BingAds.Errors;
using BingAds.V13.CustomerManagement;

namespace BingAds.Tests.Clients;

/// <summary>Pages as one stream of items.</summary>
public class PagingTests
{
    public static TheoryData<ApiTransport> Transports => ClientFixture.Transports;

    private static CancellationToken Ct => ClientFixture.Ct;

    [Theory, MemberData(nameof(Transports))]
    public async Task Items_walk_all_pages_up_to_the_first_that_is_not_full(ApiTransport transport)
    {
        await using var f = await ClientFixture.StartAsync(transport);
        f.Stub.Answer = r => Task.FromResult(Page(transport, PageIndex(r) < 2 ? 3 : 1, PageIndex(r)));
        var request = new SearchAccountsRequest { PageInfo = new() { Size = 3 } };

        var names = new List<string?>();
        await foreach (var account in f.Customers.SearchAccountsItemsAsync(request, cancellationToken: Ct))
        {
            names.Add(account.Name);
        }

        Assert.Equal(["0-0", "0-1", "0-2", "1-0", "1-1", "1-2", "2-0"], names);
        Assert.Null(request.PageInfo!.Index);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Items_ask_for_the_largest_page_and_begin_at_the_one_asked_for(ApiTransport transport)
    {
        await using var f = await ClientFixture.StartAsync(transport);
        f.Stub.Answer = r => Task.FromResult(Page(transport, 0, 0));

        await foreach (var _ in f.Customers.SearchAccountsItemsAsync(new() { PageInfo = new() { Index = 4 } }, cancellationToken: Ct))
        {
            Assert.Fail("There are none.");
        }

        Assert.Equal(4, PageIndex(f.Stub.Only));
        Assert.Contains("1000", f.Stub.Only.Member("PageInfo"), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Pages_after_the_last_item_wanted_are_not_asked_for(ApiTransport transport)
    {
        await using var f = await ClientFixture.StartAsync(transport);
        f.Stub.Answer = r => Task.FromResult(Page(transport, 2, PageIndex(r)));

        await foreach (var account in f.Customers.SearchAccountsItemsAsync(new() { PageInfo = new() { Size = 2 } }, cancellationToken: Ct))
        {
            if (account.Name == "1-0")
            {
                break;
            }
        }

        Assert.Equal(2, f.Stub.Requests.Count);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Error_of_a_later_page_comes_out_after_the_items_before_it(ApiTransport transport)
    {
        await using var f = await ClientFixture.StartAsync(transport);
        f.Stub.Answer = r => Task.FromResult(PageIndex(r) == 0 ? Page(transport, 2, 0) : Replies.Fault(transport, 403, 106, "UserIsNotAuthorized"));
        var names = new List<string?>();

        await Assert.ThrowsAsync<PermissionException>(async () =>
        {
            await foreach (var account in f.Customers.SearchAccountsItemsAsync(new() { PageInfo = new() { Size = 2 } }, cancellationToken: Ct))
            {
                names.Add(account.Name);
            }
        });

        Assert.Equal(["0-0", "0-1"], names);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Token_of_the_loop_ends_the_walk(ApiTransport transport)
    {
        await using var f = await ClientFixture.StartAsync(transport);
        f.Stub.Answer = r => Task.FromResult(Page(transport, 2, PageIndex(r)));
        using var cancel = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var account in f.Customers.SearchAccountsItemsAsync(new() { PageInfo = new() { Size = 2 } }).WithCancellation(cancel.Token))
            {
                await cancel.CancelAsync();
            }
        });

        Assert.Single(f.Stub.Requests);
    }

    [Fact]
    public void Missing_request_is_refused_at_once()
    {
        using var client = new CustomerManagementClient(new());

        Assert.Throws<ArgumentNullException>(() => { client.SearchAccountsItemsAsync(null!); });
    }

    private static int PageIndex(StubRequest request) => request.Envelope is null
        ? (int)request.Json["PageInfo"]!["Index"]!
        : int.Parse(request.Message.Descendants().Single(static e => e.Name.LocalName == "Index").Value);

    private static StubReply Page(ApiTransport transport, int count, int page) => Replies.Ok(
        transport, new SearchAccountsResponse { Accounts = [.. Enumerable.Range(0, count).Select(i => new AdvertiserAccount { Name = $"{page}-{i}" })] }, service: "CustomerManagement");
}
