using System.IO.Compression;
using BingAds.V13.CampaignManagement;
using static BingAds.Emulator.Tests.Coverage;

namespace BingAds.Emulator.Tests.Api.ReferenceData;

public sealed class ReferenceDataTestsOverRest() : ReferenceDataTests(ApiTransport.Rest);

public sealed class ReferenceDataTestsOverSoap() : ReferenceDataTests(ApiTransport.Soap);

public abstract class ReferenceDataTests(ApiTransport transport)
{
    [Fact]
    [Shows(Computed, "CampaignManagement.GetBMCStoresByCustomerId", Unchecked = "each customer has one store, which cannot be changed")]
    public async Task A_customer_has_a_store_that_tells_more_when_asked()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var store = Assert.Single((await session.Campaigns.GetBMCStoresByCustomerIdAsync(new())).BMCStores)!;
        Assert.True(store.Id > 0);
        Assert.Null(store.StoreUrl);
        var more = Assert.Single((await session.Campaigns.GetBMCStoresByCustomerIdAsync(new() { ReturnAdditionalFields = BMCStoreAdditionalField.StoreUrl })).BMCStores)!;
        Assert.Equal((store.Id, "https://shop.example.com"), (more.Id, more.StoreUrl));
    }

    [Fact]
    [Shows(Computed, "CampaignManagement.GetProfileDataFileUrl", Unchecked = "a handful of profiles stands for all")]
    public async Task Files_of_profiles_hold_what_was_asked_for()
    {
        await using var session = await ApiSession.StartAsync(transport);
        Assert.Contains("\"Shipping\"", await ReadAsync(ProfileType.Industry), StringComparison.Ordinal);
        Assert.Contains("\"Engineering\"", await ReadAsync(ProfileType.JobFunction), StringComparison.Ordinal);
        Assert.Equal([5718], await ApiSession.RefusalAsync(async () => await session.Campaigns.GetProfileDataFileUrlAsync(new() { ProfileType = "Planets" })));

        async Task<string> ReadAsync(ProfileType type)
        {
            using var http = new HttpClient();
            return await http.GetStringAsync((await session.Campaigns.GetProfileDataFileUrlAsync(new() { ProfileType = type, LanguageLocale = "en" })).FileUrl, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    [Shows(Computed, "CampaignManagement.GetGeoLocationsFileUrl", Unchecked = "six countries stand for all places")]
    public async Task Files_of_places_come_packed_or_plain()
    {
        await using var session = await ApiSession.StartAsync(transport);
        using var http = new HttpClient();
        var plain = await session.Campaigns.GetGeoLocationsFileUrlAsync(new() { Version = "2.0", LanguageLocale = "en" });
        var text = await http.GetStringAsync(plain.FileUrl, TestContext.Current.CancellationToken);
        Assert.Contains("190,\"United States\",Country", text, StringComparison.Ordinal);
        Assert.Equal(ApiSession.Now.UtcDateTime.AddMinutes(15), plain.FileUrlExpiryTimeUtc);

        var packed = await session.Campaigns.GetGeoLocationsFileUrlAsync(new() { Version = "2.0", LanguageLocale = "en", CompressionType = CompressionType.GZip });
        await using var unpacked = new GZipStream(await http.GetStreamAsync(packed.FileUrl, TestContext.Current.CancellationToken), CompressionMode.Decompress);
        using var reader = new StreamReader(unpacked);
        Assert.Equal(text, await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
        Assert.Equal([201], await ApiSession.RefusalAsync(async () => await session.Campaigns.GetGeoLocationsFileUrlAsync(new() { Version = "7", LanguageLocale = "en" })));
    }

    [Fact]
    [Shows(Computed, "CampaignManagement.SearchCompanies", Unchecked = "there are four companies")]
    public async Task Companies_are_found_by_a_part_of_their_name()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var found = await session.Campaigns.SearchCompaniesAsync(new() { CompanyNameFilter = "harbour", LanguageLocale = "en" });
        Assert.Equal(808_251_207, Assert.Single(found.Companies)!.ProfileId);
        Assert.Empty((await session.Campaigns.SearchCompaniesAsync(new() { CompanyNameFilter = "nobody" })).Companies);
        Assert.Equal([518], await ApiSession.RefusalAsync(async () => await session.Campaigns.SearchCompaniesAsync(new() { CompanyNameFilter = "ha" })));
    }

    [Fact]
    [Shows(Minimal, "CampaignManagement.GetBSCCountries")]
    public async Task Countries_of_shopping_campaigns_are_told()
    {
        await using var session = await ApiSession.StartAsync(transport);
        Assert.Contains("US", (await session.Campaigns.GetBSCCountriesAsync(new())).CountryCodes);
    }

    [Fact]
    [Shows(Computed, "AdInsight.GetDomainCategories", Unchecked = "categories are made of the domain's name")]
    public async Task Categories_of_a_site_have_parts_and_differ_by_site()
    {
        await using var session = await ApiSession.StartAsync(transport);
        using var insight = new AdInsightClient(session.Authorization, new ServiceClientOptions { BaseAddress = session.Emulator.BaseAddress, Transport = transport, TimeProvider = session.Emulator.Clock });
        var top = await NamesAsync("shop.example.com", null);
        Assert.Equal(top, await NamesAsync("https://SHOP.example.com/", null));
        Assert.All(await NamesAsync("shop.example.com", top[0]), name => Assert.StartsWith(top[0] + "/", name, StringComparison.Ordinal));
        var others = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            others.AddRange(await NamesAsync($"shop{i}.example.org", null));
        }

        Assert.Contains(others, name => !top.Contains(name));
        Assert.Equal([608], await ApiSession.RefusalAsync(async () => await NamesAsync("no site", null)));

        async Task<List<string>> NamesAsync(string domain, string? category)
            => (await insight.GetDomainCategoriesAsync(new() { DomainName = domain, CategoryName = category, Language = "English" })).Categories.ConvertAll(static c => c!.CategoryName!);
    }
}
