using BingAds.V13.CampaignManagement;
using static BingAds.Emulator.Tests.Coverage;

namespace BingAds.Emulator.Tests.Api.AdExtensions;

public sealed class AdExtensionTestsOverRest() : AdExtensionTests(ApiTransport.Rest);

public sealed class AdExtensionTestsOverSoap() : AdExtensionTests(ApiTransport.Soap);

public abstract class AdExtensionTests(ApiTransport transport)
{
    private static AdExtensionsTypeFilter AllTypes { get; } = string.Join(", ", ExtensionSamples.Types.Select(static t => t + "AdExtension"));

    [Fact]
    [Shows(Stateful, "CampaignManagement.AddAdExtensions", "CampaignManagement.UpdateAdExtensions", "CampaignManagement.DeleteAdExtensions", "CampaignManagement.GetAdExtensionsByIds", "CampaignManagement.GetAdExtensionIdsByAccountId",
        Unchecked = "addresses are not looked up, pictures and films need not exist")]
    public async Task Extensions_of_all_types_are_added_read_changed_and_deleted()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var added = await session.Campaigns.AddAdExtensionsAsync(new()
        {
            AccountId = DemoCredentials.AccountId,
            AdExtensions = [.. ExtensionSamples.Types.Select(static t => ApiSession.Make<AdExtension>(ExtensionSamples.Of(t)))],
        });
        Assert.Empty(added.NestedPartialErrors);
        var ids = added.AdExtensionIdentities.ConvertAll(static i => i!.Id!.Value);
        Assert.All(added.AdExtensionIdentities, static i => Assert.Equal(1, i!.Version));

        var read = await ReadAsync(session, ids);
        Assert.Equal(ExtensionSamples.Types.Select(static t => t + "AdExtension"), read.Select(static e => e!.TypeName));
        Assert.All(read, static e => Assert.Equal((AdExtensionStatus.Active, 1), (e!.Status, e.Version)));
        Assert.Equal("Free returns", ((CalloutAdExtension)read[1]!).Text);

        var updated = await session.Campaigns.UpdateAdExtensionsAsync(new()
        {
            AccountId = DemoCredentials.AccountId,
            AdExtensions = [.. ids.Select(static (id, i) => ApiSession.Make<AdExtension>(ExtensionSamples.Of(ExtensionSamples.Types[i]), $$"""{"Id": "{{id}}"}"""))],
        });
        Assert.Empty(updated.NestedPartialErrors);
        Assert.All(await ReadAsync(session, ids), static e => Assert.Equal(2, e!.Version));

        var deleted = await session.Campaigns.DeleteAdExtensionsAsync(new() { AccountId = DemoCredentials.AccountId, AdExtensionIds = ids[1..] });
        Assert.Empty(deleted.PartialErrors);
        Assert.Equal([ids[0]], (await session.Campaigns.GetAdExtensionIdsByAccountIdAsync(new() { AccountId = DemoCredentials.AccountId, AdExtensionType = AllTypes })).AdExtensionIds);
        Assert.Null((await ReadAsync(session, ids))[1]);
    }

    [Theory]
    [InlineData(3805, "Sitelink", """{"DisplayText": null}""")]
    [InlineData(3807, "Sitelink", """{"DisplayText": "Twenty-six letters at most"}""")]
    [InlineData(3948, "Sitelink", """{"Description2": null}""")]
    [InlineData(3950, "Sitelink", """{"Description1": "Thirty-five letters are allowed here."}""")]
    [InlineData(3804, "Sitelink", """{"FinalUrls": null}""")]
    [InlineData(4600, "Sitelink", """{"FinalUrls": ["ftp://shop.example.com"]}""")]
    [InlineData(3954, "Sitelink", """{"DevicePreference": "7"}""")]
    [InlineData(3826, "Callout", """{"Version": 1}""")]
    [InlineData(3800, "Callout", """{"Status": "Active"}""")]
    [InlineData(1004, "Callout", """{"Id": "7"}""")]
    [InlineData(3904, "Callout", """{"DevicePreference": "30001"}""")]
    [InlineData(201, "Callout", """{"Text": "Twenty-six letters at most"}""")]
    [InlineData(3842, "Call", """{"CountryCode": null}""")]
    [InlineData(3861, "Call", """{"PhoneNumber": null}""")]
    [InlineData(3851, "Call", """{"PhoneNumber": "ask!"}""")]
    [InlineData(3877, "Call", """{"CountryCode": "FR", "IsCallTrackingEnabled": true}""")]
    [InlineData(3875, "Call", """{"RequireTollFreeTrackingNumber": true}""")]
    [InlineData(3847, "Location", """{"CompanyName": null}""")]
    [InlineData(3828, "Location", """{"Address": null}""")]
    [InlineData(3860, "Location", """{"Address": {"StreetAddress": "1 Quay", "CityName": "Portland", "CountryCode": "US"}}""")]
    [InlineData(3878, "Location", """{"GeoPoint": {"LatitudeInMicroDegrees": 90000000, "LongitudeInMicroDegrees": 0}}""")]
    [InlineData(3971, "App", """{"AppPlatform": "Amiga"}""")]
    [InlineData(3972, "App", """{"AppStoreId": null}""")]
    [InlineData(3978, "App", """{"DestinationUrl": null}""")]
    [InlineData(3960, "Image", """{"AlternativeText": null}""")]
    [InlineData(3993, "Image", """{"ImageMediaIds": null}""")]
    [InlineData(4410, "StructuredSnippet", """{"Header": "Tents"}""")]
    [InlineData(4413, "StructuredSnippet", """{"Values": ["Otter", "Heron"]}""")]
    [InlineData(4412, "StructuredSnippet", """{"Values": ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"]}""")]
    [InlineData(6627, "FilterLink", """{"Texts": ["Otter", "Heron"], "FinalUrls": ["https://shop.example.com/o", "https://shop.example.com/h"]}""")]
    [InlineData(201, "FilterLink", """{"FinalUrls": ["https://shop.example.com/o"]}""")]
    [InlineData(5501, "Price", """{"TableRows": []}""")]
    [InlineData(6615, "Promotion", """{"PercentOff": null}""")]
    [InlineData(6616, "Promotion", """{"MoneyAmountOff": 5, "CurrencyCode": "USD"}""")]
    [InlineData(6617, "Promotion", """{"OrdersOverAmount": 50, "PromotionCode": "SPRING", "CurrencyCode": "USD"}""")]
    [InlineData(6621, "Promotion", """{"CurrencyCode": "USD"}""")]
    [InlineData(6620, "Promotion", """{"PromotionStartDate": {"Day": 5, "Month": 5, "Year": 2027}, "PromotionEndDate": {"Day": 4, "Month": 5, "Year": 2027}}""")]
    [InlineData(201, "Action", """{"ActionType": "Unknown"}""")]
    [InlineData(201, "Review", """{"Url": "reviews"}""")]
    [InlineData(3935, "Callout", """{"Scheduling": {"DayTimeRanges": [{"Day": "Monday", "StartHour": 9, "StartMinute": "Zero", "EndHour": 12, "EndMinute": "Zero"}, {"Day": "Monday", "StartHour": 11, "StartMinute": "Zero", "EndHour": 13, "EndMinute": "Zero"}]}}""")]
    [InlineData(3936, "Callout", """{"Scheduling": {"DayTimeRanges": [{"Day": "Monday", "StartHour": 9, "StartMinute": "Zero", "EndHour": 9, "EndMinute": "Zero"}]}}""")]
    [InlineData(3932, "Callout", """{"Scheduling": {"StartDate": {"Day": 5, "Month": 5, "Year": 2027}, "EndDate": {"Day": 4, "Month": 5, "Year": 2027}}}""")]
    public async Task An_extension_that_breaks_a_rule_is_refused_with_its_code(int code, string type, string changes)
    {
        await using var session = await ApiSession.StartAsync(transport);
        var added = await session.Campaigns.AddAdExtensionsAsync(new()
        {
            AccountId = DemoCredentials.AccountId,
            AdExtensions = [ApiSession.Make<AdExtension>(ExtensionSamples.Of("Callout")), ApiSession.Make<AdExtension>(ExtensionSamples.Of(type), changes)],
        });
        Assert.NotNull(added.AdExtensionIdentities[0]);
        Assert.Null(added.AdExtensionIdentities[1]);
        var error = Assert.Single(added.NestedPartialErrors)!;
        Assert.Equal((1, code), (error.Index, error.Code));
        Assert.Single((await session.Campaigns.GetAdExtensionIdsByAccountIdAsync(new() { AccountId = DemoCredentials.AccountId, AdExtensionType = AllTypes })).AdExtensionIds);
    }

    [Fact]
    public async Task An_update_replaces_the_extension_but_for_its_schedule()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var id = await session.AddExtensionAsync("Sitelink", """{"TrackingUrlTemplate": "{lpurl}?a=1", "Scheduling": {"EndDate": {"Day": 5, "Month": 5, "Year": 2027}}}""");
        await UpdateAsync("""{"Type": "SitelinkAdExtension", "DisplayText": "Sizes", "FinalUrls": ["https://shop.example.com/s"]}""");
        var read = (SitelinkAdExtension)(await ReadAsync(session, [id]))[0]!;
        Assert.Equal(("Sizes", null, null, 5), (read.DisplayText, read.Description1, read.TrackingUrlTemplate, read.Scheduling!.EndDate!.Day));

        await UpdateAsync("""{"Type": "SitelinkAdExtension", "DisplayText": "Sizes", "FinalUrls": ["https://shop.example.com/s"], "Scheduling": {}}""");
        read = (SitelinkAdExtension)(await ReadAsync(session, [id]))[0]!;
        Assert.Null(read.Scheduling);
        Assert.Equal(3, read.Version);

        async Task UpdateAsync(string json)
        {
            var updated = await session.Campaigns.UpdateAdExtensionsAsync(new()
            {
                AccountId = DemoCredentials.AccountId,
                AdExtensions = [ApiSession.Make<AdExtension>(json, $$"""{"Id": "{{id}}"}""")],
            });
            Assert.Empty(updated.NestedPartialErrors);
        }
    }

    [Fact]
    public async Task Newer_types_are_changed_member_by_member()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var id = await session.AddExtensionAsync("Promotion", """{"PromotionCode": "MAY"}""");
        var updated = await session.Campaigns.UpdateAdExtensionsAsync(new()
        {
            AccountId = DemoCredentials.AccountId,
            AdExtensions = [ApiSession.Make<AdExtension>($$"""{"Type": "PromotionAdExtension", "Id": "{{id}}", "MoneyAmountOff": 5, "CurrencyCode": "USD"}""")],
        });
        Assert.Empty(updated.NestedPartialErrors);
        var read = (PromotionAdExtension)(await ReadAsync(session, [id]))[0]!;
        Assert.Equal(("Tents", "MAY", null, 5.0), (read.PromotionItem, read.PromotionCode, read.PercentOff, read.MoneyAmountOff));
    }

    [Fact]
    public async Task Another_type_and_an_unknown_id_are_told_apart()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var id = await session.AddExtensionAsync("Callout");
        var updated = await session.Campaigns.UpdateAdExtensionsAsync(new()
        {
            AccountId = DemoCredentials.AccountId,
            AdExtensions = [ApiSession.Make<AdExtension>(ExtensionSamples.Of("Call"), $$"""{"Id": "{{id}}"}"""), ApiSession.Make<AdExtension>(ExtensionSamples.Of("Call"), """{"Id": "9"}""")],
        });
        Assert.Equal([3874, 3812], updated.NestedPartialErrors.Select(static e => e!.Code!.Value));

        var read = await session.Campaigns.GetAdExtensionsByIdsAsync(new() { AccountId = DemoCredentials.AccountId, AdExtensionIds = [id, 9], AdExtensionType = AdExtensionsTypeFilter.CallAdExtension });
        Assert.Equal([null, null], read.AdExtensions);
        Assert.Equal([(0, 3874), (1, 3812)], read.PartialErrors.Select(static e => (e!.Index!.Value, e.Code!.Value)));
    }

    [Fact]
    public async Task Lists_that_are_empty_or_too_long_refuse_the_call()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var many = Enumerable.Repeat(ApiSession.Make<AdExtension>(ExtensionSamples.Of("Callout")), 101).ToList();
        Assert.Equal([1133], await ApiSession.RefusalAsync(async () => await session.Campaigns.AddAdExtensionsAsync(new() { AccountId = DemoCredentials.AccountId, AdExtensions = [] })));
        Assert.Equal([1135], await ApiSession.RefusalAsync(async () => await session.Campaigns.AddAdExtensionsAsync(new() { AccountId = DemoCredentials.AccountId, AdExtensions = many })));
        Assert.Equal([3819], await ApiSession.RefusalAsync(async () => await session.Campaigns.DeleteAdExtensionsAsync(new() { AccountId = DemoCredentials.AccountId, AdExtensionIds = [] })));
        Assert.Equal([3816], await ApiSession.RefusalAsync(async () => await session.Campaigns.DeleteAdExtensionsAsync(new() { AccountId = DemoCredentials.AccountId, AdExtensionIds = [.. Enumerable.Range(1, 101)] })));
        Assert.Equal([3814], await ApiSession.RefusalAsync(async () => await session.Campaigns.GetAdExtensionIdsByAccountIdAsync(new() { AccountId = DemoCredentials.AccountId, AdExtensionType = "PlanetAdExtension" })));
    }

    private static async Task<List<AdExtension?>> ReadAsync(ApiSession session, List<long> ids)
        => (await session.Campaigns.GetAdExtensionsByIdsAsync(new() { AccountId = DemoCredentials.AccountId, AdExtensionIds = ids, AdExtensionType = AllTypes })).AdExtensions;
}
