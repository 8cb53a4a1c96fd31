using BingAds.V13.CustomerManagement;

namespace BingAds.Emulator.Tests.Api;

public sealed class CustomerPeopleTestsOverRest() : CustomerPeopleTests(ApiTransport.Rest);

public sealed class CustomerPeopleTestsOverSoap() : CustomerPeopleTests(ApiTransport.Soap);

/// <summary>Invitations, roles, links between agencies and clients, and the small tools.</summary>
public abstract class CustomerPeopleTests(ApiTransport transport)
{
    [Fact]
    public async Task Invitation_is_kept_until_it_expires()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var sent = await session.Customers.SendUserInvitationAsync(new() { UserInvitation = Invitation() });
        var found = Assert.Single((await SearchAsync()).UserInvitations)!;
        Assert.Equal((sent.UserInvitationId, "noor@example.org", 16), (found.Id, found.Email, found.RoleId));
        Assert.Equal([DemoCredentials.AccountId], found.AccountIds!);
        session.Emulator.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Empty((await SearchAsync()).UserInvitations);

        async Task<SearchUserInvitationsResponse> SearchAsync() => await session.Customers.SearchUserInvitationsAsync(new()
        {
            Predicates = [new() { Field = "CustomerId", Operator = PredicateOperator.In, Value = $"{DemoCredentials.CustomerId}" }],
        });
    }

    [Theory]
    [InlineData("", 16, DemoCredentials.AccountId)]
    [InlineData("no address", 16, DemoCredentials.AccountId)]
    [InlineData("a@example.org", 17, DemoCredentials.AccountId)]
    [InlineData("a@example.org", 16, DemoCredentials.ForeignAccountId)]
    public async Task Invitation_that_makes_no_sense_is_refused(string mail, int role, long account)
    {
        await using var session = await ApiSession.StartAsync(transport);
        var invitation = Invitation();
        (invitation.Email, invitation.RoleId, invitation.AccountIds) = (mail, role, [account]);
        Assert.Equal([200], await ApiSession.RefusalAsync(async () => await session.Customers.SendUserInvitationAsync(new() { UserInvitation = invitation })));
    }

    [Fact]
    public async Task Role_on_single_accounts_grows_and_shrinks_with_them()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var second = (await session.Customers.AddAccountAsync(new()
        {
            Account = new() { Name = "Second", CurrencyCode = CurrencyCode.USD, ParentCustomerId = DemoCredentials.CustomerId },
        })).AccountId!.Value;
        await ChangeAsync(new() { NewRoleId = 16, NewAccountIds = [DemoCredentials.AccountId] });
        await ChangeAsync(new() { NewRoleId = 16, NewAccountIds = [second] });
        Assert.Equal([DemoCredentials.AccountId, second], await AccountsAsync());
        await ChangeAsync(new() { DeleteRoleId = 16, DeleteAccountIds = [DemoCredentials.AccountId] });
        Assert.Equal([second], await AccountsAsync());
        await ChangeAsync(new() { DeleteRoleId = 16 });
        Assert.Null(await AccountsAsync());
        Assert.Equal([200], await ApiSession.RefusalAsync(async () => await ChangeAsync(new() { DeleteRoleId = 16 })));

        async ValueTask ChangeAsync(UpdateUserRolesRequest request)
        {
            (request.CustomerId, request.UserId) = (DemoCredentials.CustomerId, DemoCredentials.UserId);
            await session.Customers.UpdateUserRolesAsync(request);
        }

        async Task<List<long>?> AccountsAsync()
            => (await session.Customers.GetUserAsync(new())).CustomerRoles.FirstOrDefault(static r => r!.RoleId == 16)?.AccountIds;
    }

    [Fact]
    public async Task Viewer_may_look_but_change_nothing()
    {
        await using var session = await ApiSession.StartAsync(transport);
        await session.Customers.UpdateUserRolesAsync(new() { CustomerId = DemoCredentials.CustomerId, UserId = DemoCredentials.UserId, NewRoleId = 100 });
        await session.Customers.UpdateUserRolesAsync(new() { CustomerId = DemoCredentials.CustomerId, UserId = DemoCredentials.UserId, DeleteRoleId = 41 });
        await session.Campaigns.GetCampaignsByAccountIdAsync(new() { AccountId = DemoCredentials.AccountId });
        Assert.Equal([106], await ApiSession.RefusalAsync(async () => await session.Campaigns.AddLabelsAsync(new() { Labels = [new() { Name = "x" }] })));
        Assert.Equal([106], await ApiSession.RefusalAsync(async () => await session.Customers.AddAccountAsync(new()
        {
            Account = new() { Name = "Not allowed", CurrencyCode = CurrencyCode.USD, ParentCustomerId = DemoCredentials.CustomerId },
        })));
    }

    [Fact]
    public async Task Link_to_a_client_is_asked_for_taken_back_and_asked_for_again()
    {
        await using var session = await ApiSession.StartAsync(transport);
        await LinkAsync(session, new());
        Assert.Equal(["LinkPending"], await StatesAsync(session));
        await ApiSession.ExpectAsync(LinkAsync(session, new()), 200);
        Assert.Empty(await ChangeAsync(session, ClientLinkStatus.LinkCanceled));
        await ApiSession.ExpectAsync(ChangeAsync(session, ClientLinkStatus.LinkCanceled), 200);
        await LinkAsync(session, new());
        Assert.Equal(["LinkCanceled", "LinkPending"], await StatesAsync(session));
    }

    [Fact]
    public async Task Only_the_client_can_accept_a_link()
    {
        await using var session = await ApiSession.StartAsync(transport);
        await LinkAsync(session, new());
        await ApiSession.ExpectAsync(ChangeAsync(session, ClientLinkStatus.LinkAccepted), 200);
        Assert.Equal(["LinkPending"], await StatesAsync(session));
    }

    [Fact]
    public async Task Active_link_gives_reach_to_the_account_and_its_end_takes_it()
    {
        await using var session = await ApiSession.StartAsync(transport);
        await LinkAsync(session, new());

        // The client next door accepts; nobody of the demo world can sign in as him.
        await session.Emulator.State.Store.RunAsync(static s => s.People.SetRole(new(DemoCredentials.UserId, DemoCredentials.ForeignCustomerId, 41)));
        Assert.Empty(await ChangeAsync(session, ClientLinkStatus.LinkAccepted));
        await session.Emulator.State.Store.RunAsync(static s => s.People.DropRole(DemoCredentials.UserId, DemoCredentials.ForeignCustomerId, 41));

        Assert.Equal(DemoCredentials.ForeignAccountId, (await session.Customers.GetAccountAsync(new() { AccountId = DemoCredentials.ForeignAccountId })).Account!.Id);
        Assert.Empty(await ChangeAsync(session, ClientLinkStatus.UnlinkRequested));
        Assert.Equal([106], await ApiSession.RefusalAsync(async () => await session.Customers.GetAccountAsync(new() { AccountId = DemoCredentials.ForeignAccountId })));
    }

    [Fact]
    public async Task Own_ids_and_addresses_and_the_step_to_agency_are_taken()
    {
        await using var session = await ApiSession.StartAsync(transport);
        await session.Customers.MapCustomerIdToExternalCustomerIdAsync(new() { CustomerId = DemoCredentials.CustomerId, ExternalCustomerId = "crm-1" });
        await session.Customers.MapAccountIdToExternalAccountIdsAsync(new() { AccountId = DemoCredentials.AccountId, ExternalAccountIds = ["a", "b"] });
        await session.Customers.UpgradeCustomerToAgencyAsync(new() { CustomerId = DemoCredentials.CustomerId });
        var address = new Address { Line1 = "1 Quay", City = "Salem", PostalCode = "97301", CountryCode = "US" };
        Assert.Equal("Valid", (await session.Customers.ValidateAddressAsync(new() { Address = address })).Status);
        address.City = null;
        Assert.Equal("Invalid", (await session.Customers.ValidateAddressAsync(new() { Address = address })).Status);
        Assert.Equal([106], await ApiSession.RefusalAsync(async () => await session.Customers.UpgradeCustomerToAgencyAsync(new() { CustomerId = DemoCredentials.ForeignCustomerId })));
    }

    private static UserInvitation Invitation() => new()
    {
        FirstName = "Noor",
        LastName = "Bakker",
        Email = "noor@example.org",
        CustomerId = DemoCredentials.CustomerId,
        RoleId = 16,
        AccountIds = [DemoCredentials.AccountId],
        Lcid = LCID.EnglishUS,
    };

    private static async Task<int[]> LinkAsync(ApiSession session, ClientLink link)
    {
        (link.ClientEntityId, link.ManagingCustomerId, link.IsBillToClient) = (DemoCredentials.ForeignAccountId, DemoCredentials.CustomerId, true);
        var response = await session.Customers.AddClientLinksAsync(new() { ClientLinks = [link] });
        return [.. (response.PartialErrors[0] ?? []).Select(static e => e.Code!.Value)];
    }

    private static async Task<int[]> ChangeAsync(ApiSession session, ClientLinkStatus status)
    {
        var response = await session.Customers.UpdateClientLinksAsync(new()
        {
            ClientLinks = [new() { ClientEntityId = DemoCredentials.ForeignAccountId, ManagingCustomerId = DemoCredentials.CustomerId, Status = status }],
        });
        return [.. (response.PartialErrors[0] ?? []).Select(static e => e.Code!.Value)];
    }

    private static async Task<string[]> StatesAsync(ApiSession session) => [.. (await session.Customers.SearchClientLinksAsync(new()
    {
        Predicates = [new() { Field = "ClientAccountId", Operator = PredicateOperator.In, Value = $"{DemoCredentials.ForeignAccountId}" }],
        PageInfo = new() { Index = 0, Size = 10 },
    })).ClientLinks.Select(static l => l!.Status!.Value.ToString())];
}
