using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Tests.Api.Conversions;

public sealed class AccountPropertyTestsOverRest() : AccountPropertyTests(ApiTransport.Rest);

public sealed class AccountPropertyTestsOverSoap() : AccountPropertyTests(ApiTransport.Soap);

public abstract class AccountPropertyTests(ApiTransport transport)
{
    [Fact]
    [Shows(Coverage.Stateful, "CampaignManagement.SetAccountProperties", "CampaignManagement.GetAccountProperties", Unchecked = "nothing but the values: they change how no ad is shown")]
    public async Task Properties_are_set_and_told_by_name()
    {
        await using var session = await ApiSession.StartAsync(transport);
        Assert.Equal("false", await ReadAsync(session, AccountPropertyName.MSCLKIDAutoTaggingEnabled));
        Assert.Null(await ReadAsync(session, AccountPropertyName.FinalUrlSuffix));
        await SetAsync(session, AccountPropertyName.MSCLKIDAutoTaggingEnabled, "true");
        await SetAsync(session, AccountPropertyName.FinalUrlSuffix, "a=1");
        await SetAsync(session, AccountPropertyName.FinalUrlSuffix, "a=2");
        Assert.Equal("true", await ReadAsync(session, AccountPropertyName.MSCLKIDAutoTaggingEnabled));
        Assert.Equal("a=2", await ReadAsync(session, AccountPropertyName.FinalUrlSuffix));
    }

    [Theory]
    [InlineData(4407, "MSCLKIDAutoTaggingEnabled", "perhaps")]
    [InlineData(4407, "None", "true")]
    [InlineData(4600, "TrackingUrlTemplate", "ftp://x")]
    [InlineData(4626, "FinalUrlSuffix", "?a=1")]
    public async Task A_wrong_property_refuses_the_call_and_nothing_is_set(int code, string name, string value)
    {
        await using var session = await ApiSession.StartAsync(transport);
        var properties = new List<AccountProperty> { new() { Name = AccountPropertyName.AdClickParallelTracking, Value = "true" }, new() { Name = name, Value = value } };
        Assert.Equal([code], await ApiSession.RefusalAsync(async () => await session.Campaigns.SetAccountPropertiesAsync(new() { AccountProperties = properties })));
        Assert.Equal("false", await ReadAsync(session, AccountPropertyName.AdClickParallelTracking));
    }

    private static async Task SetAsync(ApiSession session, AccountPropertyName name, string value)
        => await session.Campaigns.SetAccountPropertiesAsync(new() { AccountProperties = [new() { Name = name, Value = value }] });

    private static async Task<string?> ReadAsync(ApiSession session, AccountPropertyName name)
        => (await session.Campaigns.GetAccountPropertiesAsync(new() { AccountPropertyNames = [name] })).AccountProperties[0]!.Value;
}
