using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Tests.Api;

public sealed class AdGroupRuleTestsOverRest() : AdGroupRuleTests(ApiTransport.Rest);

public sealed class AdGroupRuleTestsOverSoap() : AdGroupRuleTests(ApiTransport.Soap);

/// <summary>One row for each rule on new and changed ad groups.</summary>
public abstract class AdGroupRuleTests(ApiTransport transport)
{
    [Theory]
    [InlineData(1202, """{"Name": null}""")]
    [InlineData(1202, """{"Name": "a\tb"}""")]
    [InlineData(1004, """{"Id": "5"}""")]
    [InlineData(3412, """{"Language": "Elvish"}""")]
    [InlineData(1212, """{"StartDate": {"Day": 28, "Month": 2, "Year": 2027}}""")]
    [InlineData(1204, """{"StartDate": {"Day": 9, "Month": 3, "Year": 2027}, "EndDate": {"Day": 8, "Month": 3, "Year": 2027}}""")]
    [InlineData(1232, """{"StartDate": {"Day": 31, "Month": 4, "Year": 2027}}""")]
    [InlineData(1233, """{"EndDate": {"Day": 0, "Month": 4, "Year": 2027}}""")]
    [InlineData(1275, """{"Network": "SyndicatedSearchOnly"}""")]
    [InlineData(1017, """{"CpcBid": {"Amount": -1}}""")]
    [InlineData(1515, """{"CpcBid": {"Amount": 0.04}}""")]
    [InlineData(1516, """{"CpcBid": {"Amount": 1000.01}}""")]
    [InlineData(1016, """{"Status": "Expired"}""")]
    [InlineData(1263, """{"AdRotation": {"Type": "RotateAdsEvenly", "StartDate": "2027-04-01T00:00:00"}}""")]
    [InlineData(4600, """{"TrackingUrlTemplate": "shop.example.com"}""")]
    [InlineData(5115, """{"AdGroupType": "SearchMagic"}""")]
    public async Task An_ad_group_that_breaks_a_rule_is_refused_with_its_code_and_the_others_are_added(int code, string changes)
    {
        await using var session = await ApiSession.StartAsync(transport);
        var response = await session.Campaigns.AddAdGroupsAsync(new()
        {
            CampaignId = await session.AddCampaignAsync(),
            AdGroups = [ApiSession.Make<AdGroup>(Valid.AdGroup, changes), ApiSession.Make<AdGroup>(Valid.AdGroup, """{"Name": "Good"}""")],
        });
        Assert.Equal([code], ApiSession.Codes(response.PartialErrors));
        Assert.Equal(0, response.PartialErrors[0]!.Index);
        Assert.Equal([false, true], response.AdGroupIds.Select(static id => id > 0));
    }

    [Fact]
    public async Task Language_must_stand_on_the_campaign_or_the_ad_group()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var without = await session.AddCampaignAsync("""{"Name": "No language", "Languages": null}""");
        var refused = await session.Campaigns.AddAdGroupsAsync(new() { CampaignId = without, AdGroups = [ApiSession.Make<AdGroup>(Valid.AdGroup, """{"Language": null}""")] });
        Assert.Equal([1257], ApiSession.Codes(refused.PartialErrors));
        await session.AddAdGroupAsync(await session.AddCampaignAsync(), """{"Language": null}""");
    }

    [Fact]
    public async Task Name_is_unique_in_its_campaign_only()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var campaign = await session.AddCampaignAsync();
        await session.AddAdGroupAsync(campaign);
        var again = await session.Campaigns.AddAdGroupsAsync(new() { CampaignId = campaign, AdGroups = [ApiSession.Make<AdGroup>(Valid.AdGroup, """{"Name": "TWO-PERSON tents"}""")] });
        Assert.Equal([1214], ApiSession.Codes(again.PartialErrors));
        await session.AddAdGroupAsync(await session.AddCampaignAsync("""{"Name": "Another"}"""));
    }

    [Fact]
    public async Task Defaults_are_those_of_the_service()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var campaign = await session.AddCampaignAsync();
        var group = await GetAsync(session, campaign, await session.AddAdGroupAsync(campaign, """{"CpcBid": null, "StartDate": null}"""));
        Assert.Equal(AdGroupStatus.Paused, group.Status);
        Assert.Equal(Network.OwnedAndOperatedAndSyndicatedSearch, group.Network);
        Assert.Equal(0.05, group.CpcBid!.Amount);
        Assert.Equal((1, 3, 2027), (group.StartDate!.Day, group.StartDate.Month, group.StartDate.Year));
        Assert.Null(group.EndDate);
        Assert.Equal(AdRotationType.OptimizeForClicks, group.AdRotation!.Type);
        Assert.IsType<InheritFromParentBiddingScheme>(group.BiddingScheme);
        Assert.Equal("SearchStandard", group.AdGroupType);
    }

    [Fact]
    public async Task Own_strategy_is_ignored_and_an_endless_date_is_none()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var campaign = await session.AddCampaignAsync();
        var group = await GetAsync(session, campaign, await session.AddAdGroupAsync(
            campaign, """{"BiddingScheme": {"Type": "MaxClicks"}, "EndDate": {"Day": 2, "Month": 1, "Year": 2050}}"""));
        Assert.IsType<InheritFromParentBiddingScheme>(group.BiddingScheme);
        Assert.Null(group.EndDate);
    }

    [Fact]
    public async Task Ad_group_expires_with_its_end_date_and_wakes_with_a_later_one()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var campaign = await session.AddCampaignAsync();
        var id = await session.AddAdGroupAsync(campaign, """{"Status": "Active", "EndDate": {"Day": 5, "Month": 3, "Year": 2027}}""");
        session.Emulator.Clock.Advance(TimeSpan.FromDays(4));
        Assert.Equal(AdGroupStatus.Active, (await GetAsync(session, campaign, id)).Status);
        session.Emulator.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(AdGroupStatus.Expired, (await GetAsync(session, campaign, id)).Status);

        await ApiSession.ExpectAsync(UpdateAsync(session, campaign, new() { Id = id, Name = "Too late" }), 1231);
        await ApiSession.ExpectAsync(UpdateAsync(session, campaign, new() { Id = id, StartDate = Day(20), EndDate = Day(21) }), 1216);
        await ApiSession.ExpectAsync(UpdateAsync(session, campaign, new() { Id = id, EndDate = Day(21) }));
        Assert.Equal(AdGroupStatus.Active, (await GetAsync(session, campaign, id)).Status);
    }

    [Fact]
    public async Task Audience_adjustment_changes_only_when_the_call_says_so()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var campaign = await session.AddCampaignAsync();
        var id = await session.AddAdGroupAsync(campaign);
        await session.Campaigns.UpdateAdGroupsAsync(new() { CampaignId = campaign, AdGroups = [new() { Id = id, AudienceAdsBidAdjustment = 40 }] });
        Assert.Null((await GetAsync(session, campaign, id)).AudienceAdsBidAdjustment);
        await session.Campaigns.UpdateAdGroupsAsync(new() { CampaignId = campaign, UpdateAudienceAdsBidAdjustment = true, AdGroups = [new() { Id = id, AudienceAdsBidAdjustment = 40 }] });
        Assert.Equal(40, (await GetAsync(session, campaign, id)).AudienceAdsBidAdjustment);
    }

    [Fact]
    public async Task Unknown_campaign_refuses_the_call()
    {
        await using var session = await ApiSession.StartAsync(transport);
        Assert.Equal([1100], await ApiSession.RefusalAsync(async () => await session.Campaigns.AddAdGroupsAsync(new() { CampaignId = 9, AdGroups = [ApiSession.Make<AdGroup>(Valid.AdGroup)] })));
        Assert.Equal([1100], await ApiSession.RefusalAsync(async () => await session.Campaigns.GetAdGroupsByCampaignIdAsync(new() { CampaignId = 9 })));
    }

    private static Date Day(int day) => new() { Day = day, Month = 3, Year = 2027 };

    private static async Task<int[]> UpdateAsync(ApiSession session, long campaign, AdGroup change)
        => ApiSession.Codes((await session.Campaigns.UpdateAdGroupsAsync(new() { CampaignId = campaign, AdGroups = [change] })).PartialErrors);

    private static async Task<AdGroup> GetAsync(ApiSession session, long campaign, long id)
        => (await session.Campaigns.GetAdGroupsByIdsAsync(new() { CampaignId = campaign, AdGroupIds = [id] })).AdGroups[0]!;
}
