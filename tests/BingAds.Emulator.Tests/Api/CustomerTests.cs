using BingAds.V13.CustomerManagement;

namespace BingAds.Emulator.Tests.Api;

public sealed class CustomerTestsOverRest() : CustomerTests(ApiTransport.Rest);

public sealed class CustomerTestsOverSoap() : CustomerTests(ApiTransport.Soap);

public abstract class CustomerTests(ApiTransport transport)
{
    private static readonly Address s_address = new() { Line1 = "12 Hill Road", City = "Salem", StateOrProvince = "OR", PostalCode = "97301", CountryCode = "US" };

    [Fact]
    public async Task User_learns_who_he_is_and_what_he_may_reach()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var user = await session.Customers.GetUserAsync(new());
        Assert.Equal(DemoCredentials.UserId, user.User!.Id);
        Assert.Equal(DemoCredentials.UserName, user.User.UserName);
        Assert.Equal((41, DemoCredentials.CustomerId), (user.CustomerRoles[0]!.RoleId!.Value, user.CustomerRoles[0]!.CustomerId!.Value));
        Assert.Null(user.CustomerRoles[0]!.AccountIds);
        Assert.Equal(DemoCredentials.UserId, (await session.Customers.GetCurrentUserAsync(new())).User!.Id);
        Assert.Equal([106], await ApiSession.RefusalAsync(async () => await session.Customers.GetUserAsync(new() { UserId = 5 })));
    }

    [Fact]
    public async Task Accounts_are_found_by_every_condition()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var (north, number) = await AddAsync(session, "Shop north");
        var (south, _) = await AddAsync(session, "Shop south");
        Assert.Equal([DemoCredentials.AccountId, north, south], await SearchAsync(session, ("UserId", "Equals", $"{DemoCredentials.UserId}")));
        Assert.Equal([DemoCredentials.AccountId, north, south], await SearchAsync(session, ("CustomerId", "Equals", $"{DemoCredentials.CustomerId}")));
        Assert.Equal([north], await SearchAsync(session, ("AccountId", "Equals", $"{north}")));
        Assert.Equal([north, south], await SearchAsync(session, ("AccountId", "In", $"{south}, {north}")));
        Assert.Equal([south], await SearchAsync(session, ("AccountName", "Equals", "shop SOUTH")));
        Assert.Equal([north, south], await SearchAsync(session, ("AccountName", "Contains", "Shop ")));
        Assert.Equal([north], await SearchAsync(session, ("AccountNumber", "Equals", number)));
        Assert.Equal([north], await SearchAsync(session, ("AccountNumber", "Contains", number[2..])));
        Assert.Equal([north], await SearchAsync(session, ("UserId", "Equals", $"{DemoCredentials.UserId}"), ("AccountName", "Contains", "north")));
        Assert.Empty(await SearchAsync(session, ("AccountId", "Equals", $"{DemoCredentials.ForeignAccountId}")));
        Assert.Empty(await SearchAsync(session, ("CustomerId", "Equals", $"{DemoCredentials.CustomerId}"), ("AccountLifeCycleStatus", "Equals", "Pause")));
    }

    [Theory]
    [InlineData("AccountName", "Contains", "abc", true)]
    [InlineData("AccountName", "StartsWith", "Shop", true)]
    [InlineData("AccountColor", "Equals", "blue", true)]
    [InlineData("AccountId", "Equals", "X000DEMO", true)]
    [InlineData("AccountLifeCycleStatus", "Equals", "Active", true)]
    [InlineData("AccountId", "In", "1,2,3,4,5,6,7,8,9,10,11", true)]
    [InlineData("AccountName", "Equals", "Shop", false)]
    public async Task Conditions_that_are_not_offered_and_missing_pages_are_refused(string field, string op, string value, bool withPage)
    {
        await using var session = await ApiSession.StartAsync(transport);
        var codes = await ApiSession.RefusalAsync(async () => await session.Customers.SearchAccountsAsync(new()
        {
            Predicates = [new() { Field = field, Operator = op, Value = value }],
            PageInfo = withPage ? new() { Index = 0, Size = 10 } : null,
        }));
        Assert.Equal([withPage ? 200 : 3080], codes);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1001)]
    public async Task Page_has_one_to_a_thousand_accounts(int size)
    {
        await using var session = await ApiSession.StartAsync(transport);
        Assert.Equal([200], await ApiSession.RefusalAsync(async () => await session.Customers.SearchAccountsAsync(new()
        {
            Predicates = [new() { Field = "UserId", Operator = "Equals", Value = $"{DemoCredentials.UserId}" }],
            PageInfo = new() { Index = 0, Size = size },
        })));
    }

    [Fact]
    public async Task Accounts_come_in_the_order_and_pages_that_are_asked_for()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var ids = new List<long>();
        foreach (var name in new[] { "Part B", "Part C", "Part A" })
        {
            ids.Add((await AddAsync(session, name)).Id);
        }

        Assert.Equal([ids[2], ids[0], ids[1]], await PageAsync("Name", "Ascending", 0, 10));
        Assert.Equal([ids[1], ids[0], ids[2]], await PageAsync("Name", "Descending", 0, 10));
        Assert.Equal([ids[2], ids[1]], await PageAsync("Id", "Descending", 0, 2));
        Assert.Equal([ids[0]], await PageAsync("Id", "Descending", 1, 2));
        Assert.Equal([], await PageAsync("Id", "Descending", 2, 2));

        async Task<List<long>> PageAsync(string field, string order, int index, int size) => [.. (await session.Customers.SearchAccountsAsync(new()
        {
            Predicates = [new() { Field = "AccountName", Operator = "Contains", Value = "Part" }],
            Ordering = [new() { Field = field, Order = order }],
            PageInfo = new() { Index = index, Size = size },
        })).Accounts.Select(static a => a!.Id!.Value)];
    }

    [Theory]
    [InlineData("ab", "USD")]
    [InlineData("   ", "USD")]
    [InlineData("Fine name", null)]
    [InlineData("Fine name", "XXX")]
    [InlineData("Harbour OUTFITTERS shop", "USD")]
    public async Task A_new_account_must_follow_the_rules(string name, string? currency)
    {
        await using var session = await ApiSession.StartAsync(transport);
        Assert.Equal([200], await ApiSession.RefusalAsync(async () => await session.Customers.AddAccountAsync(new()
        {
            Account = new() { Name = name, CurrencyCode = currency is null ? default(CurrencyCode?) : new CurrencyCode(currency), ParentCustomerId = DemoCredentials.CustomerId, BusinessAddress = s_address },
        })));
    }

    [Fact]
    public async Task An_account_is_replaced_and_deleted_only_by_who_knows_its_last_state()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var (id, _) = await AddAsync(session, "Kiosk");
        var before = (await session.Customers.GetAccountAsync(new() { AccountId = id })).Account!;
        var change = new AdvertiserAccount { Id = id, Name = "Kiosk two", TimeStamp = before.TimeStamp, TimeZone = TimeZoneType.Arizona };
        await session.Customers.UpdateAccountAsync(new() { Account = change });
        var after = (await session.Customers.GetAccountAsync(new() { AccountId = id })).Account!;
        Assert.Equal(("Kiosk two", TimeZoneType.Arizona, before.Number, CurrencyCode.USD), (after.Name, after.TimeZone, after.Number, after.CurrencyCode));
        Assert.NotEqual(before.TimeStamp, after.TimeStamp);

        Assert.Equal([209], await ApiSession.RefusalAsync(async () => await session.Customers.UpdateAccountAsync(new() { Account = change })));
        Assert.Equal([209], await ApiSession.RefusalAsync(async () => await session.Customers.DeleteAccountAsync(new() { AccountId = id, TimeStamp = before.TimeStamp })));
        await session.Customers.DeleteAccountAsync(new() { AccountId = id, TimeStamp = after.TimeStamp });
        Assert.Equal([106], await ApiSession.RefusalAsync(async () => await session.Customers.GetAccountAsync(new() { AccountId = id })));
    }

    [Fact]
    public async Task A_client_is_signed_up_with_its_first_account_and_is_in_reach_at_once()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var signup = await session.Customers.SignupCustomerAsync(new()
        {
            ParentCustomerId = DemoCredentials.CustomerId,
            Customer = new() { Name = "Client Ltd", Industry = Industry.Retail, MarketCountry = "US", MarketLanguage = LanguageType.English, CustomerAddress = s_address },
            Account = new() { Name = "Client shop", CurrencyCode = CurrencyCode.EUR, BusinessAddress = s_address },
        });
        var customer = (await session.Customers.GetCustomerAsync(new() { CustomerId = signup.CustomerId })).Customer!;
        Assert.Equal(("Client Ltd", signup.CustomerNumber), (customer.Name, customer.Number));
        Assert.Equal(signup.CustomerId, (await session.Customers.GetAccountAsync(new() { AccountId = signup.AccountId })).Account!.ParentCustomerId);
        Assert.Equal(2, (await session.Customers.GetCustomersInfoAsync(new() { TopN = 10 })).CustomersInfo.Count);
        Assert.Single((await session.Customers.FindAccountsOrCustomersInfoAsync(new() { Filter = "Client", TopN = 10 })).AccountInfoWithCustomerData);
        var found = await session.Customers.SearchCustomersAsync(new()
        {
            Predicates = [new() { Field = "CustomerName", Operator = PredicateOperator.Contains, Value = "client" }],
            PageInfo = new() { Index = 0, Size = 100 },
        });
        Assert.Equal([signup.CustomerId], found.Customers.Select(static c => c!.Id));

        var last = (await session.Customers.GetAccountAsync(new() { AccountId = signup.AccountId })).Account!;
        Assert.Equal([200], await ApiSession.RefusalAsync(async () => await session.Customers.DeleteCustomerAsync(new() { CustomerId = signup.CustomerId, TimeStamp = customer.TimeStamp })));
        await session.Customers.DeleteAccountAsync(new() { AccountId = last.Id, TimeStamp = last.TimeStamp });
        await session.Customers.DeleteCustomerAsync(new() { CustomerId = signup.CustomerId, TimeStamp = customer.TimeStamp });
        Assert.Equal([106], await ApiSession.RefusalAsync(async () => await session.Customers.GetCustomerAsync(new() { CustomerId = signup.CustomerId })));
    }

    [Fact]
    public async Task Customers_of_others_are_out_of_reach()
    {
        await using var session = await ApiSession.StartAsync(transport);
        Assert.Equal([106], await ApiSession.RefusalAsync(async () => await session.Customers.GetCustomerAsync(new() { CustomerId = DemoCredentials.ForeignCustomerId })));
        Assert.Equal([106], await ApiSession.RefusalAsync(async () => await session.Customers.GetAccountsInfoAsync(new() { CustomerId = DemoCredentials.ForeignCustomerId })));
        Assert.Equal([106], await ApiSession.RefusalAsync(async () => await session.Customers.AddAccountAsync(new()
        {
            Account = new() { Name = "Not mine", CurrencyCode = CurrencyCode.USD, ParentCustomerId = DemoCredentials.ForeignCustomerId },
        })));
    }

    [Fact]
    public async Task A_user_changes_his_own_card_and_never_his_name_or_password()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var user = (await session.Customers.GetUserAsync(new())).User!;
        await session.Customers.UpdateUserAsync(new()
        {
            User = new() { Id = user.Id, TimeStamp = user.TimeStamp, JobTitle = "Keeper", UserName = "other@example.test", Password = "secret", ContactInfo = new() { Email = "x@example.test", Address = s_address } },
        });
        var after = (await session.Customers.GetUserAsync(new() { UserId = user.Id })).User!;
        Assert.Equal(("Keeper", DemoCredentials.UserName, "Ada"), (after.JobTitle, after.UserName, after.Name!.FirstName));
        Assert.Null(after.Password);
        Assert.Equal("x@example.test", after.ContactInfo!.Email);
        Assert.Equal([209], await ApiSession.RefusalAsync(async () => await session.Customers.UpdateUserAsync(new() { User = new() { Id = user.Id, TimeStamp = user.TimeStamp } })));
    }

    private static async Task<(long Id, string Number)> AddAsync(ApiSession session, string name)
    {
        var response = await session.Customers.AddAccountAsync(new()
        {
            Account = new() { Name = name, CurrencyCode = CurrencyCode.USD, ParentCustomerId = DemoCredentials.CustomerId, BusinessAddress = s_address },
        });
        return (response.AccountId!.Value, response.AccountNumber!);
    }

    private static async Task<long[]> SearchAsync(ApiSession session, params (string Field, string Operator, string Value)[] predicates)
        => [.. (await session.Customers.SearchAccountsAsync(new()
        {
            Predicates = [.. predicates.Select(static p => new Predicate { Field = p.Field, Operator = p.Operator, Value = p.Value })],
            PageInfo = new() { Index = 0, Size = 100 },
        })).Accounts.Select(static a => a!.Id!.Value)];
}
