using BingAds.Errors;
using BingAds.V13.CustomerManagement;

namespace BingAds.Tests.Clients;

/// <summary>Accounts by id, number or name. The client is a mock: a subclass that answers from a list.</summary>
public class AccountResolverTests
{
    private static readonly AdvertiserAccount[] s_accounts =
    [
        new() { Id = 8001, Number = "X000DEMO", Name = "Spring Sale", ParentCustomerId = 7001 },
        new() { Id = 8002, Number = "12345678", Name = "Digits", ParentCustomerId = 7001 },
        new() { Id = 8003, Number = "X000TWIN", Name = "Twin" },
        new() { Id = 8004, Number = "X000TWI2", Name = "twin" },
        new() { Id = 5, Number = "X000TINY", Name = "Ox" },
        new() { Id = 8006, Number = "X000NAME", Name = "20261124" },
    ];

    [Theory]
    [InlineData("8001", 8001, AccountMatch.Id), InlineData(" 8001 ", 8001, AccountMatch.Id), InlineData("X000DEMO", 8001, AccountMatch.Number), InlineData("x000demo", 8001, AccountMatch.Number)]
    [InlineData("Spring Sale", 8001, AccountMatch.Name), InlineData("spring sale", 8001, AccountMatch.Name)]
    [InlineData("12345678", 8002, AccountMatch.Number), InlineData("20261124", 8006, AccountMatch.Name)]
    [InlineData("5", 5, AccountMatch.Id), InlineData("ox", 5, AccountMatch.Name)]
    public async Task Account_is_found_by_id_number_or_name(string text, long id, AccountMatch match)
    {
        var found = await new AccountResolver(new Accounts()).ResolveAsync(text, ClientFixture.Ct);

        Assert.Equal((id, match), (found.Id, found.MatchedBy));
    }

    [Fact]
    public async Task Name_of_several_accounts_is_refused_with_all_of_them()
    {
        var e = await Assert.ThrowsAsync<AccountNotFoundException>(() => new AccountResolver(new Accounts()).ResolveAsync("TWIN", ClientFixture.Ct));

        Assert.Equal([8003, 8004], e.Candidates.Select(static c => c.Id));
        Assert.Contains("8004", e.Message, StringComparison.Ordinal);
    }

    [Theory, InlineData("Spring Sail", 8001), InlineData("X000DEM0", 8001), InlineData("8801", 8001)]
    public async Task Text_that_means_none_is_refused_with_those_that_come_near(string text, long near)
    {
        var e = await Assert.ThrowsAsync<AccountNotFoundException>(() => new AccountResolver(new Accounts()).ResolveAsync(text, ClientFixture.Ct));

        Assert.Equal(ErrorCategory.NotFound, e.Category);
        Assert.Contains(e.Candidates, c => c.Id == near);
    }

    [Fact]
    public async Task Text_that_is_like_nothing_is_refused_without_candidates()
    {
        var e = await Assert.ThrowsAsync<AccountNotFoundException>(() => new AccountResolver(new Accounts()).ResolveAsync("Completely different", ClientFixture.Ct));

        Assert.Empty(e.Candidates);
    }

    [Fact]
    public async Task Account_that_a_server_finds_by_mistake_is_not_taken()
    {
        // A search that answers with everything, as one that ignores its predicate would.
        var e = await Assert.ThrowsAsync<AccountNotFoundException>(() => new AccountResolver(new Accounts { IgnoresPredicates = true }).ResolveAsync("90019001", ClientFixture.Ct));

        Assert.DoesNotContain(e.Candidates, static c => c.Id == 90019001);
    }

    [Theory, MemberData(nameof(ClientFixture.Transports), MemberType = typeof(ClientFixture))]
    public async Task Account_is_found_over_the_wire(ApiTransport transport)
    {
        await using var f = await ClientFixture.StartAsync(transport);
        f.Stub.Script(Replies.Ok(transport, new SearchAccountsResponse { Accounts = [s_accounts[0]] }, service: "CustomerManagement"));

        var found = await new AccountResolver(f.Customers).ResolveAsync("8001", ClientFixture.Ct);

        Assert.Equal((8001, "X000DEMO", "Spring Sale", 7001), (found.Id, found.Number, found.Name, found.CustomerId));
        Assert.Contains("AccountId", f.Stub.Only.Member("Predicates"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Failure_of_a_call_comes_out_as_it_is()
    {
        await using var f = await ClientFixture.StartAsync(ApiTransport.Rest);
        f.Stub.Script(Replies.Fault(ApiTransport.Rest, 403, 106, "UserIsNotAuthorized"));

        await Assert.ThrowsAsync<PermissionException>(() => new AccountResolver(f.Customers).ResolveAsync("8001", ClientFixture.Ct));
    }

    private sealed class Accounts : CustomerManagementClient
    {
        public bool IgnoresPredicates { get; init; }

        public override async IAsyncEnumerable<AdvertiserAccount> SearchAccountsItemsAsync(
            SearchAccountsRequest request, CallOptions? options = null, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            var predicate = Assert.Single(request.Predicates!);
            Assert.True(predicate.Value!.Length >= 4, "The service refuses shorter values.");
            await Task.Yield();
            foreach (var account in s_accounts)
            {
                // As strict as the service may be: letter case counts.
                var value = predicate.Field switch { "AccountId" => $"{account.Id}", "AccountNumber" => account.Number, _ => account.Name };
                if (IgnoresPredicates || value == predicate.Value)
                {
                    yield return account;
                }
            }
        }

        public override ValueTask<GetAccountsInfoResponse> GetAccountsInfoAsync(GetAccountsInfoRequest request, CallOptions? options = null, CancellationToken cancellationToken = default) =>
            new(new GetAccountsInfoResponse { AccountsInfo = [.. s_accounts.Select(static a => new AccountInfo { Id = a.Id, Number = a.Number, Name = a.Name })] });
    }
}
