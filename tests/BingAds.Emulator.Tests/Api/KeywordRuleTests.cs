using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Tests.Api;

public sealed class KeywordRuleTestsOverRest() : KeywordRuleTests(ApiTransport.Rest);

public sealed class KeywordRuleTestsOverSoap() : KeywordRuleTests(ApiTransport.Soap);

/// <summary>One row for each rule on new and changed keywords.</summary>
public abstract class KeywordRuleTests(ApiTransport transport)
{
    [Theory]
    [InlineData(1503, """{"Text": null}""")]
    [InlineData(1503, """{"Text": " "}""")]
    [InlineData(1543, """{"MatchType": null}""")]
    [InlineData(1543, """{"MatchType": "Content"}""")]
    [InlineData(1004, """{"Id": "5"}""")]
    [InlineData(1538, """{"Bid": {"Amount": -0.5}}""")]
    [InlineData(1515, """{"Bid": {"Amount": 0.049}}""")]
    [InlineData(1516, """{"Bid": {"Amount": 1000.5}}""")]
    [InlineData(1531, """{"Status": "Inactive"}""")]
    [InlineData(1532, """{"EditorialStatus": "Active"}""")]
    [InlineData(4615, """{"TrackingUrlTemplate": "{lpurl}?a=b"}""")]
    [InlineData(4616, """{"FinalMobileUrls": ["https://m.example.com"]}""")]
    [InlineData(4625, """{"FinalUrlSuffix": "a=b"}""")]
    [InlineData(4600, """{"FinalUrls": ["shop.example.com"]}""")]
    public async Task A_keyword_that_breaks_a_rule_is_refused_with_its_code_and_the_others_are_added(int code, string changes)
    {
        await using var session = await ApiSession.StartAsync(transport);
        var response = await AddAsync(session, await session.AddAdGroupAsync(), changes, """{"Text": "fine"}""");
        Assert.Equal([code], ApiSession.Codes(response.PartialErrors));
        Assert.Equal([false, true], response.KeywordIds.Select(static id => id > 0));
    }

    [Theory]
    [InlineData("Text", 100, 1503)]
    [InlineData("Param1", 1022, 1511)]
    [InlineData("Param2", 70, 1512)]
    [InlineData("Param3", 70, 1513)]
    public async Task Texts_have_their_greatest_lengths(string member, int length, int code)
    {
        await using var session = await ApiSession.StartAsync(transport);
        var response = await AddAsync(
            session, await session.AddAdGroupAsync(), $$"""{"{{member}}": "{{new string('x', length)}}"}""", $$"""{"MatchType": "Broad", "{{member}}": "{{new string('x', length + 1)}}"}""");
        Assert.Equal([code], ApiSession.Codes(response.PartialErrors));
        Assert.Equal(1, response.PartialErrors[0]!.Index);
    }

    [Fact]
    public async Task Text_and_match_type_are_unique_in_the_ad_group_whatever_case_and_blanks()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var group = await session.AddAdGroupAsync();
        var response = await AddAsync(session, group, "{}", """{"Text": "LIGHT   tent"}""", """{"MatchType": "Phrase"}""");
        Assert.Equal([1542], ApiSession.Codes(response.PartialErrors));
        Assert.Equal([true, false, true], response.KeywordIds.Select(static id => id > 0));
    }

    [Fact]
    public async Task What_a_keyword_is_can_not_be_changed()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var group = await session.AddAdGroupAsync();
        var id = await session.AddKeywordAsync(group);
        await ApiSession.ExpectAsync(UpdateAsync(session, group, new() { Id = id, Text = "heavy tent" }), 1504);
        await ApiSession.ExpectAsync(UpdateAsync(session, group, new() { Id = id, MatchType = "Broad" }), 1545);
        await ApiSession.ExpectAsync(UpdateAsync(session, group, new() { Id = id }), 1534);
        await ApiSession.ExpectAsync(UpdateAsync(session, group, new() { Id = id, EditorialStatus = KeywordEditorialStatus.Active }), 1532);
        await ApiSession.ExpectAsync(UpdateAsync(session, group, new() { Id = id, Text = "light tent", Status = KeywordStatus.Paused }));
    }

    [Fact]
    public async Task A_keyword_of_another_ad_group_is_told_from_an_unknown_one()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var campaign = await session.AddCampaignAsync();
        var group = await session.AddAdGroupAsync(campaign);
        var other = await session.AddAdGroupAsync(campaign, """{"Name": "Other"}""");
        var id = await session.AddKeywordAsync(other);
        await ApiSession.ExpectAsync(UpdateAsync(session, group, new() { Id = id, Status = KeywordStatus.Paused }), 1528);
        await ApiSession.ExpectAsync(UpdateAsync(session, group, new() { Id = 3, Status = KeywordStatus.Paused }), 1501);
        var deleted = await session.Campaigns.DeleteKeywordsAsync(new() { AdGroupId = group, KeywordIds = [id, 3] });
        Assert.Equal([1528, 1501], ApiSession.Codes(deleted.PartialErrors));
    }

    [Fact]
    public async Task Empty_bid_and_texts_clear_what_was_there_and_nothing_else_changes()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var group = await session.AddAdGroupAsync();
        var id = await session.AddKeywordAsync(group, """{"Param1": "one", "Param2": "two", "FinalUrls": ["https://shop.example.com/a"], "FinalUrlSuffix": "s=1"}""");
        await ApiSession.ExpectAsync(UpdateAsync(session, group, new() { Id = id, Bid = new Bid(), Param2 = "" }));
        var keyword = (await session.Campaigns.GetKeywordsByIdsAsync(new() { AdGroupId = group, KeywordIds = [id] })).Keywords[0]!;
        Assert.Null(keyword.Bid?.Amount);
        Assert.True(string.IsNullOrEmpty(keyword.Param2));
        Assert.Equal("one", keyword.Param1);
        Assert.Equal(["https://shop.example.com/a"], keyword.FinalUrls);
        Assert.Equal("s=1", keyword.FinalUrlSuffix);
        Assert.Equal(KeywordStatus.Active, keyword.Status);
        Assert.Equal(KeywordEditorialStatus.Active, keyword.EditorialStatus);
    }

    [Fact]
    public async Task Answers_keep_the_order_of_the_ids_with_nulls_for_unknown_ones()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var group = await session.AddAdGroupAsync();
        var first = await session.AddKeywordAsync(group);
        var second = await session.AddKeywordAsync(group, """{"MatchType": "Broad"}""");
        var response = await session.Campaigns.GetKeywordsByIdsAsync(new() { AdGroupId = group, KeywordIds = [second, 8, first, second] });
        Assert.Equal([second, null, first, second], response.Keywords.Select(static k => k?.Id));
        Assert.Equal(1, Assert.Single(response.PartialErrors)!.Index);
    }

    private static async Task<AddKeywordsResponse> AddAsync(ApiSession session, long group, params string[] changes)
        => await session.Campaigns.AddKeywordsAsync(new() { AdGroupId = group, Keywords = [.. changes.Select(c => ApiSession.Make<Keyword>(Valid.Keyword, c))] });

    private static async Task<int[]> UpdateAsync(ApiSession session, long group, Keyword change)
        => ApiSession.Codes((await session.Campaigns.UpdateKeywordsAsync(new() { AdGroupId = group, Keywords = [change] })).PartialErrors);
}
