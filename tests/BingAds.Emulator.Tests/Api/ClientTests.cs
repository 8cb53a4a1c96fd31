namespace BingAds.Emulator.Tests.Api;

public class ClientTests
{
    [Theory]
    [InlineData(ApiTransport.Rest)]
    [InlineData(ApiTransport.Soap)]
    public async Task Emulator_signs_in_and_sets_up_clients_by_itself(ApiTransport transport)
    {
        await using var emulator = await EmulatorHost.StartAsync();
        using var customers = new CustomerManagementClient(await emulator.SignInAsync(), emulator.CreateClientOptions(transport));
        Assert.Equal(DemoCredentials.UserName, (await customers.GetUserAsync(new())).User!.UserName);
        Assert.Equal(1, emulator.Journal.Count("CustomerManagement.GetUser"));
    }

    [Fact]
    public async Task Address_is_known_only_once_it_listens()
    {
        await using var emulator = EmulatorHost.Build(["--port", "0"]);
        Assert.Throws<InvalidOperationException>(() => emulator.BaseAddress);
        await emulator.OpenAsync();
        Assert.True(emulator.BaseAddress.IsLoopback);
    }
}
