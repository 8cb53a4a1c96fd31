using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Tests.Api;

public sealed class AdRuleTestsOverRest() : AdRuleTests(ApiTransport.Rest);

public sealed class AdRuleTestsOverSoap() : AdRuleTests(ApiTransport.Soap);

/// <summary>One row for each rule on new and changed ads.</summary>
public abstract class AdRuleTests(ApiTransport transport)
{
    private const string ThirtyOne = "1234567890123456789012345678901";

    [Theory]
    [InlineData(6200, """{"Headlines": null}""")]
    [InlineData(6201, """{"Descriptions": null}""")]
    [InlineData(6219, """{"Path1": "a/b", "Path2": null}""")]
    [InlineData(6220, """{"Path2": "a?b"}""")]
    [InlineData(6217, """{"Path1": "1234567890123456"}""")]
    [InlineData(6218, """{"Path2": "1234567890123456"}""")]
    [InlineData(6221, """{"Path1": null}""")]
    [InlineData(6222, """{"FinalUrls": ["https://a-name-that-is-much-longer-than-anybody-would-want.shop.example.com/"]}""")]
    [InlineData(1302, """{"FinalUrls": null}""")]
    [InlineData(4615, """{"FinalUrls": null, "TrackingUrlTemplate": "{lpurl}"}""")]
    [InlineData(4616, """{"FinalUrls": null, "FinalMobileUrls": ["https://m.example.com"]}""")]
    [InlineData(4600, """{"FinalUrls": ["www.example.com"]}""")]
    [InlineData(1304, """{"Id": "9"}""")]
    [InlineData(1383, """{"EditorialStatus": "Active"}""")]
    [InlineData(1382, """{"Status": "Deleted"}""")]
    public async Task A_responsive_search_ad_that_breaks_a_rule_is_refused_with_its_code(int code, string changes)
        => await ExpectAsync(changes, code);

    [Theory]
    [InlineData(6212, "A", "B")]
    [InlineData(6202, "A", "B", "a")]
    [InlineData(6206, "A", "B", "")]
    [InlineData(6206, "A", "B", "un{balanced")]
    [InlineData(6208, "A", "B", ThirtyOne)]
    [InlineData(6208, "A", "B", "テントテントテントテントテントテ")]
    [InlineData(6210, "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p")]
    public async Task Headlines_are_counted_measured_and_compared(int code, params string[] texts)
        => await ExpectAsync($$"""{"Headlines": {{Links(texts)}}}""", code);

    [Theory]
    [InlineData(6213, "A")]
    [InlineData(6203, "A", "A")]
    [InlineData(6207, "A", " ")]
    [InlineData(6209, "A", ThirtyOne + ThirtyOne + ThirtyOne)]
    [InlineData(6211, "a", "b", "c", "d", "e")]
    public async Task Descriptions_are_counted_measured_and_compared(int code, params string[] texts)
        => await ExpectAsync($$"""{"Descriptions": {{Links(texts)}}}""", code);

    [Theory]
    [InlineData("Headline1", "Headline1", "Headline1", 6204)]
    [InlineData("Description1", "", "", 6204)]
    [InlineData("Headline9", "", "", 6214)]
    [InlineData("Headline1", "Headline1", "", null)]
    [InlineData("Headline1", "Headline2", "Headline3", null)]
    public async Task Pins_must_leave_a_headline_for_every_place(string first, string second, string third, int? code)
    {
        var links = string.Join(',', new[] { ("A", first), ("B", second), ("C", third) }.Select(static p =>
            $$$"""{"Asset": {"Type": "TextAsset", "Text": "{{{p.Item1}}}"}, "PinnedField": "{{{p.Item2}}}"}"""));
        await ExpectAsync($$"""{"Headlines": [{{links}}]}""", code is { } c ? [c] : []);
    }

    [Fact]
    public async Task A_tag_counts_as_its_default_text()
        => await ExpectAsync($$"""{"Headlines": {{Links("Buy {KeyWord:twenty-six characters now} ", "B", "C")}}}""");

    [Fact]
    public async Task Assets_that_are_no_texts_do_not_fit()
        => await ExpectAsync("""{"Descriptions": [{"Asset": {"Type": "TextAsset", "Text": "A"}}, {"Asset": {"Type": "ImageAsset", "Id": "5"}}]}""", 6215);

    [Theory]
    [InlineData(1366, """{"Type": "ExpandedText", "TitlePart1": "A", "TitlePart2": "B", "Text": "C", "FinalUrls": ["https://a.example"]}""")]
    [InlineData(1399, """{"Type": "Product"}""")]
    [InlineData(1399, """{"Type": "Hotel"}""")]
    [InlineData(1399, """{"Type": "DynamicSearch", "Text": "A"}""")]
    public async Task An_ad_that_does_not_fit_the_campaign_is_refused(int code, string ad)
    {
        await using var session = await ApiSession.StartAsync(transport);
        var response = await session.Campaigns.AddAdsAsync(new() { AdGroupId = await session.AddAdGroupAsync(), Ads = [ApiSession.Make<Ad>(ad)] });
        Assert.Equal([code], ApiSession.Codes(response.PartialErrors));
    }

    [Fact]
    public async Task The_same_text_is_the_same_asset_in_the_whole_account()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var group = await session.AddAdGroupAsync();
        await session.AddAdAsync(group);
        await session.AddAdAsync(group);
        var ads = (await session.Campaigns.GetAdsByAdGroupIdAsync(new() { AdGroupId = group, AdTypes = [AdType.ResponsiveSearch] })).Ads.Cast<ResponsiveSearchAd>().ToList();
        Assert.Equal(2, ads.Count);
        Assert.Equal(ads[0].Headlines!.Select(static h => h.Asset!.Id), ads[1].Headlines!.Select(static h => h.Asset!.Id));
        Assert.Equal(5, ads[0].Headlines!.Concat(ads[0].Descriptions!).Select(static l => l.Asset!.Id).Distinct().Count());
        Assert.All(ads[0].Headlines!, static h => Assert.True(h.Asset!.Id > 0));
    }

    [Fact]
    public async Task A_change_keeps_what_it_does_not_name()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var group = await session.AddAdGroupAsync();
        var id = await session.AddAdAsync(group);
        await ApiSession.ExpectAsync(UpdateAsync(session, group, new ResponsiveSearchAd { Id = id, Path2 = "", Status = AdStatus.Paused }));
        var ad = await GetAsync(session, group, id);
        Assert.Equal(("tents", null, AdStatus.Paused), (ad.Path1, string.IsNullOrEmpty(ad.Path2) ? null : ad.Path2, ad.Status));
        Assert.Equal(3, ad.Headlines!.Count);
        await ApiSession.ExpectAsync(UpdateAsync(session, group, new ResponsiveSearchAd { Id = id, Path1 = "", Path2 = "x" }), 6221);
        await ApiSession.ExpectAsync(UpdateAsync(session, group, new ResponsiveSearchAd { Id = id }), 1385);
        await ApiSession.ExpectAsync(UpdateAsync(session, group, new ResponsiveSearchAd { Path1 = "x" }), 1303);
        await ApiSession.ExpectAsync(UpdateAsync(session, group, new ResponsiveSearchAd { Id = 3, Path1 = "x" }), 1308);
        await ApiSession.ExpectAsync(UpdateAsync(session, group, new DynamicSearchAd { Id = id, Text = "x" }), 1360);
    }

    [Fact]
    public async Task Three_responsive_search_ads_can_be_active_at_a_time()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var group = await session.AddAdGroupAsync();
        for (var i = 0; i < 3; i++)
        {
            await session.AddAdAsync(group);
        }

        var fourth = await session.Campaigns.AddAdsAsync(new() { AdGroupId = group, Ads = [ApiSession.Make<Ad>(Valid.Ad)] });
        Assert.Equal([6226], ApiSession.Codes(fourth.PartialErrors));
        var paused = await session.AddAdAsync(group, """{"Status": "Paused"}""");
        await ApiSession.ExpectAsync(UpdateAsync(session, group, new ResponsiveSearchAd { Id = paused, Status = AdStatus.Active }), 6226);
    }

    [Fact]
    public async Task Ads_are_told_by_the_types_that_are_asked_for()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var group = await session.AddAdGroupAsync();
        var id = await session.AddAdAsync(group);
        var others = await session.Campaigns.GetAdsByIdsAsync(new() { AdGroupId = group, AdIds = [id], AdTypes = [AdType.Text, AdType.Hotel] });
        Assert.Equal([null], others.Ads);
        Assert.Equal([516], ApiSession.Codes(others.PartialErrors));
        Assert.Empty((await session.Campaigns.GetAdsByEditorialStatusAsync(new() { AdGroupId = group, AdTypes = [AdType.ResponsiveSearch], EditorialStatus = AdEditorialStatus.Disapproved })).Ads);
        Assert.Single((await session.Campaigns.GetAdsByEditorialStatusAsync(new() { AdGroupId = group, AdTypes = [AdType.ResponsiveSearch], EditorialStatus = AdEditorialStatus.Active })).Ads);
    }

    private static string Links(params string[] texts)
        => "[" + string.Join(',', texts.Select(static t => $$$"""{"Asset": {"Type": "TextAsset", "Text": "{{{t}}}"}}""")) + "]";

    private async Task ExpectAsync(string changes, params int[] codes)
    {
        await using var session = await ApiSession.StartAsync(transport);
        var response = await session.Campaigns.AddAdsAsync(new() { AdGroupId = await session.AddAdGroupAsync(), Ads = [ApiSession.Make<Ad>(Valid.Ad, changes)] });
        Assert.Equal(codes, ApiSession.Codes(response.PartialErrors));
        Assert.Equal(codes.Length == 0, response.AdIds[0] > 0);
    }

    private static async Task<int[]> UpdateAsync(ApiSession session, long group, Ad change)
        => ApiSession.Codes((await session.Campaigns.UpdateAdsAsync(new() { AdGroupId = group, Ads = [change] })).PartialErrors);

    private static async Task<ResponsiveSearchAd> GetAsync(ApiSession session, long group, long id)
        => (ResponsiveSearchAd)(await session.Campaigns.GetAdsByIdsAsync(new() { AdGroupId = group, AdIds = [id], AdTypes = [AdType.ResponsiveSearch] })).Ads[0]!;
}
