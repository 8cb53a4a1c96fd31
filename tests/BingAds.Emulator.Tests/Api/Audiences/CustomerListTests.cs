using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Tests.Api.Audiences;

public sealed class CustomerListTestsOverRest() : CustomerListTests(ApiTransport.Rest);

public sealed class CustomerListTestsOverSoap() : CustomerListTests(ApiTransport.Soap);

public abstract class CustomerListTests(ApiTransport transport)
{
    [Fact]
    [Shows(Coverage.Stateful, "CampaignManagement.ApplyCustomerListUserData", Unchecked = "items are told as a size only")]
    public async Task Items_are_added_once_removed_and_replaced()
    {
        await using var world = await AudienceWorld.StartAsync(transport);
        var list = await world.AddAsync(world.CustomerList("Readers"));
        Assert.Empty(await ApplyAsync(world, list, "Add", Hash('a'), Hash('b'), Hash('A')));
        Assert.Equal(2, await SizeAsync(world, list));
        Assert.Empty(await ApplyAsync(world, list, "Remove", Hash('a'), Hash('c')));
        Assert.Equal(1, await SizeAsync(world, list));
        Assert.Empty(await ApplyAsync(world, list, "Replace", Hash('d'), Hash('e'), Hash('f')));
        Assert.Equal(3, await SizeAsync(world, list));
        Assert.Equal([(1, 8004)], await ApplyAsync(world, list, "Add", Hash('1'), "ada@example.test"));
        Assert.Equal(4, await SizeAsync(world, list));
    }

    [Theory]
    [InlineData(8000, "AudienceId", 5L)]
    [InlineData(8001, "ActionType", "None")]
    [InlineData(8002, "CustomerListItemSubType", "Phone")]
    [InlineData(8003, "AcceptCustomerMatchTerm", false)]
    public async Task What_is_wrong_with_the_list_refuses_all(int code, string member, object value)
    {
        await using var world = await AudienceWorld.StartAsync(transport);
        var data = Data(await world.AddAsync(world.CustomerList("Readers")), "Add", Hash('a'));
        data[member] = value;
        Assert.Equal([code], await ApiSession.RefusalAsync(async () => await world.Session.Campaigns.ApplyCustomerListUserDataAsync(new() { CustomerListUserData = data })));
    }

    [Fact]
    public async Task Lists_of_items_have_their_bounds()
    {
        await using var world = await AudienceWorld.StartAsync(transport);
        var list = await world.AddAsync(world.CustomerList("Readers"));
        Assert.Equal([8006], await ApiSession.RefusalAsync(async () => await ApplyAsync(world, list, "Add")));
        Assert.Equal([6999], await ApiSession.RefusalAsync(async () => await ApplyAsync(world, list, "Add", [.. Enumerable.Repeat(Hash('a'), 1001)])));
    }

    [Fact]
    [Shows(Coverage.Minimal, "CampaignManagement.ApplyCustomerListItems", Unchecked = "the request has no member for items any more")]
    public async Task The_older_operation_looks_at_the_list_only()
    {
        await using var world = await AudienceWorld.StartAsync(transport);
        var list = await world.AddAsync(world.CustomerList("Readers"));
        var other = await world.AddAsync(world.Remarketing());
        Assert.Empty((await world.Session.Campaigns.ApplyCustomerListItemsAsync(new() { CustomerListAudience = new() { Id = list } })).PartialErrors);
        Assert.Equal([8000], await ApiSession.RefusalAsync(async () => await world.Session.Campaigns.ApplyCustomerListItemsAsync(new() { CustomerListAudience = new() { Id = other } })));
    }

    private static string Hash(char digit) => new(digit, 64);

    private static CustomerListUserData Data(long list, string action, params string[] items) => new()
    {
        AudienceId = list, ActionType = action, CustomerListItemSubType = CustomerListItemSubType.Email, AcceptCustomerMatchTerm = true, CustomerListItems = [.. items],
    };

    private static async Task<(int, int)[]> ApplyAsync(AudienceWorld world, long list, string action, params string[] items)
    {
        var response = await world.Session.Campaigns.ApplyCustomerListUserDataAsync(new() { CustomerListUserData = Data(list, action, items) });
        return [.. response.PartialErrors.Select(static e => (e!.Index!.Value, e.Code!.Value))];
    }

    private static async Task<long?> SizeAsync(AudienceWorld world, long list) => (await world.GetAsync(AudienceType.CustomerList, list))!.SearchSize;
}
