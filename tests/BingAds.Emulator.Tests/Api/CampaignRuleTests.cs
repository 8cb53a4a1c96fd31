using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Tests.Api;

public sealed class CampaignRuleTestsOverRest() : CampaignRuleTests(ApiTransport.Rest);

public sealed class CampaignRuleTestsOverSoap() : CampaignRuleTests(ApiTransport.Soap);

/// <summary>One row for each rule on new and changed campaigns.</summary>
public abstract class CampaignRuleTests(ApiTransport transport)
{
    [Theory]
    [InlineData(1101, """{"Name": null}""")]
    [InlineData(1101, """{"Name": "   "}""")]
    [InlineData(1101, """{"Name": "two\nlines"}""")]
    [InlineData(1004, """{"Id": "5"}""")]
    [InlineData(1106, """{"DailyBudget": null}""")]
    [InlineData(1106, """{"DailyBudget": 0.04}""")]
    [InlineData(1106, """{"DailyBudget": -3}""")]
    [InlineData(1121, """{"BudgetType": null}""")]
    [InlineData(1121, """{"BudgetType": "LifetimeBudgetStandard"}""")]
    [InlineData(4916, """{"BudgetId": "77"}""")]
    [InlineData(1014, """{"TimeZone": "Atlantis"}""")]
    [InlineData(1120, """{"Status": "Suspended"}""")]
    [InlineData(1120, """{"Status": "Deleted"}""")]
    [InlineData(3412, """{"Languages": ["Klingon"]}""")]
    [InlineData(5354, """{"Languages": ["English", "English"]}""")]
    [InlineData(1149, """{"Settings": [{"Type": "TargetSetting"}, {"Type": "TargetSetting"}]}""")]
    [InlineData(1150, """{"CampaignType": "Shopping"}""")]
    [InlineData(1151, """{"Settings": [{"Type": "ShoppingSetting", "StoreId": "1"}]}""")]
    [InlineData(5703, """{"CampaignType": "DynamicSearchAds"}""")]
    [InlineData(4600, """{"TrackingUrlTemplate": "ftp://x.example.com/{lpurl}"}""")]
    [InlineData(2611, """{"TrackingUrlTemplate": "https:// x"}""")]
    [InlineData(4606, """{"TrackingUrlTemplate": "https://x.example.com/{lpurl"}""")]
    [InlineData(4626, """{"FinalUrlSuffix": "?a=b"}""")]
    [InlineData(4608, """{"UrlCustomParameters": {"Parameters": [{"Key": "abcdefghijklmnopq", "Value": "1"}]}}""")]
    [InlineData(4611, """{"UrlCustomParameters": {"Parameters": [{"Key": "", "Value": "1"}]}}""")]
    [InlineData(4612, """{"UrlCustomParameters": {"Parameters": [{"Key": "a", "Value": ""}]}}""")]
    [InlineData(4620, """{"UrlCustomParameters": {"Parameters": [{"Key": "a", "Value": "1"}, {"Key": "A", "Value": "2"}]}}""")]
    [InlineData(1515, """{"BiddingScheme": {"Type": "MaxClicks", "MaxCpc": {"Amount": 0.01}}}""")]
    [InlineData(4409, """{"AudienceAdsBidAdjustment": 901}""")]
    public async Task A_campaign_that_breaks_a_rule_is_refused_with_its_code_and_the_others_are_added(int code, string changes)
    {
        await using var session = await ApiSession.StartAsync(transport);
        var response = await session.Campaigns.AddCampaignsAsync(new()
        {
            AccountId = DemoCredentials.AccountId,
            Campaigns = [ApiSession.Make<Campaign>(Valid.Campaign, """{"Name": "First"}"""), ApiSession.Make<Campaign>(Valid.Campaign, changes), ApiSession.Make<Campaign>(Valid.Campaign, """{"Name": "Last"}""")],
        });
        var error = Assert.Single(response.PartialErrors)!;
        Assert.Equal(code, error.Code);
        Assert.Equal(1, error.Index);
        Assert.False(string.IsNullOrEmpty(error.ErrorCode));
        Assert.False(string.IsNullOrEmpty(error.Message));
        Assert.Equal([true, false, true], response.CampaignIds.Select(static id => id > 0));
    }

    [Theory]
    [InlineData(128, true)]
    [InlineData(129, false)]
    public async Task Name_has_128_characters_at_most(int length, bool isFine)
    {
        await using var session = await ApiSession.StartAsync(transport);
        var response = await session.Campaigns.AddCampaignsAsync(new()
        {
            AccountId = DemoCredentials.AccountId,
            Campaigns = [ApiSession.Make<Campaign>(Valid.Campaign, $$"""{"Name": "{{new string('n', length)}}"}""")],
        });
        Assert.Equal(isFine ? [] : [1101], ApiSession.Codes(response.PartialErrors));
    }

    [Fact]
    public async Task Name_is_unique_in_any_case_among_living_campaigns_also_within_one_call()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var response = await session.Campaigns.AddCampaignsAsync(new()
        {
            AccountId = DemoCredentials.AccountId,
            Campaigns = [ApiSession.Make<Campaign>(Valid.Campaign), ApiSession.Make<Campaign>(Valid.Campaign, """{"Name": "TENTS"}""")],
        });
        Assert.Equal([1115], ApiSession.Codes(response.PartialErrors));
        await session.Campaigns.DeleteCampaignsAsync(new() { AccountId = DemoCredentials.AccountId, CampaignIds = [response.CampaignIds[0]!.Value] });
        await session.AddCampaignAsync();
    }

    [Theory]
    [InlineData(1155, """{"CampaignType": "Audience"}""")]
    [InlineData(1101, """{"Name": ""}""")]
    [InlineData(1106, """{"DailyBudget": 0.01}""")]
    [InlineData(1115, """{"Name": "Other"}""")]
    [InlineData(5353, """{"Languages": []}""")]
    [InlineData(1120, """{"Status": "Deleted"}""")]
    [InlineData(4916, """{"BudgetId": "77"}""")]
    public async Task A_change_that_breaks_a_rule_is_refused_and_changes_nothing(int code, string changes)
    {
        await using var session = await ApiSession.StartAsync(transport);
        await session.AddCampaignAsync("""{"Name": "Other"}""");
        var id = await session.AddCampaignAsync();
        var response = await session.Campaigns.UpdateCampaignsAsync(new()
        {
            AccountId = DemoCredentials.AccountId,
            Campaigns = [ApiSession.Make<Campaign>($$"""{"Id": "{{id}}"}""", changes)],
        });
        Assert.Equal([code], ApiSession.Codes(response.PartialErrors));
        var campaign = await GetAsync(session, id);
        Assert.Equal("Tents", campaign.Name);
        Assert.Equal(12.5, campaign.DailyBudget);
        Assert.Equal(CampaignStatus.Paused, campaign.Status);
    }

    [Fact]
    public async Task Changes_of_unknown_missing_and_repeated_ids_are_refused()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var id = await session.AddCampaignAsync();
        var response = await session.Campaigns.UpdateCampaignsAsync(new()
        {
            AccountId = DemoCredentials.AccountId,
            Campaigns = [new() { Id = id, DailyBudget = 20 }, new() { Id = 4 }, new(), new() { Id = id, DailyBudget = 30 }],
        });
        Assert.Equal([1100, 1100, 1107], ApiSession.Codes(response.PartialErrors));
        Assert.Equal([1, 2, 3], response.PartialErrors.Select(static e => e!.Index!.Value));
        Assert.Equal(20, (await GetAsync(session, id)).DailyBudget);
    }

    [Fact]
    public async Task Defaults_are_those_of_the_service()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var campaign = await GetAsync(session, await session.AddCampaignAsync("""{"CampaignType": null, "TimeZone": null}"""));
        Assert.Equal(CampaignType.Search, campaign.CampaignType);
        Assert.Equal(CampaignStatus.Paused, campaign.Status);
        Assert.IsType<EnhancedCpcBiddingScheme>(campaign.BiddingScheme);
        Assert.Equal("PacificTimeUSCanadaTijuana", campaign.TimeZone);
        Assert.Equal(0, campaign.AudienceAdsBidAdjustment);
        Assert.Null(campaign.AdScheduleUseSearcherTimeZone);
    }

    [Theory]
    [InlineData("""{"Type": "ManualCpc"}""", "EnhancedCpcBiddingScheme")]
    [InlineData("""{"Type": "TargetCpa", "TargetCpa": 7}""", "MaxConversionsBiddingScheme")]
    [InlineData("""{"Type": "TargetRoasBiddingScheme", "TargetRoas": 3}""", "MaxConversionValueBiddingScheme")]
    [InlineData("""{"Type": "MaxClicks"}""", "MaxClicksBiddingScheme")]
    [InlineData("{}", "EnhancedCpcBiddingScheme")]
    [InlineData("""{"Type": "Telepathic", "Strength": 9}""", "EnhancedCpcBiddingScheme")]
    public async Task Old_strategies_turn_into_their_successors_without_a_word(string scheme, string becomes)
    {
        await using var session = await ApiSession.StartAsync(transport);
        var campaign = await GetAsync(session, await session.AddCampaignAsync($$"""{"BiddingScheme": {{scheme}}}"""));
        Assert.Equal(becomes, campaign.BiddingScheme!.TypeName);
        if (campaign.BiddingScheme is MaxConversionsBiddingScheme conversions)
            Assert.Equal(7, conversions.TargetCpa);
    }

    [Fact]
    public async Task Settings_of_other_types_stay_when_one_is_changed()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var id = await session.AddCampaignAsync("""
            {"Settings": [{"Type": "TargetSetting", "Details": [{"CriterionTypeGroup": "Audience", "TargetAndBid": false}]}, {"Type": "DynamicSearchAdsSetting", "DomainName": "a.example", "Language": "English"}]}
            """);
        await session.Campaigns.UpdateCampaignsAsync(new()
        {
            AccountId = DemoCredentials.AccountId,
            Campaigns = [new() { Id = id, Settings = [new TargetSetting { Details = [new() { CriterionTypeGroup = CriterionTypeGroup.Audience, TargetAndBid = true }] }] }],
        });
        var settings = (await GetAsync(session, id)).Settings!;
        Assert.Equal("a.example", settings.OfType<DynamicSearchAdsSetting>().Single().DomainName);
        Assert.True(settings.OfType<TargetSetting>().Single().Details![0].TargetAndBid);
    }

    [Fact]
    public async Task Campaigns_of_another_type_are_told_only_when_asked_for()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var search = await session.AddCampaignAsync();
        var audience = await session.AddCampaignAsync("""{"Name": "Pictures", "CampaignType": "Audience"}""");
        var plain = await session.Campaigns.GetCampaignsByAccountIdAsync(new() { AccountId = DemoCredentials.AccountId });
        Assert.Equal([search], plain.Campaigns.Select(static c => c!.Id!.Value));
        var both = await session.Campaigns.GetCampaignsByAccountIdAsync(new() { AccountId = DemoCredentials.AccountId, CampaignType = CampaignType.Search | CampaignType.Audience });
        Assert.Equal([search, audience], both.Campaigns.Select(static c => c!.Id!.Value));
        var byIds = await session.Campaigns.GetCampaignsByIdsAsync(new() { AccountId = DemoCredentials.AccountId, CampaignIds = [audience, search], CampaignType = CampaignType.Search });
        Assert.Null(byIds.Campaigns[0]);
        Assert.Equal(search, byIds.Campaigns[1]!.Id);
        Assert.Equal([516], ApiSession.Codes(byIds.PartialErrors));
    }

    private static async Task<Campaign> GetAsync(ApiSession session, long id)
        => (await session.Campaigns.GetCampaignsByIdsAsync(new() { AccountId = DemoCredentials.AccountId, CampaignIds = [id], CampaignType = CampaignType.Search })).Campaigns[0]!;
}
