using BingAds.V13.CampaignManagement;
using static BingAds.Emulator.Tests.Api.Criterions.CriterionSession;

namespace BingAds.Emulator.Tests.Api.Criterions;

public sealed class CriterionRuleTestsOverRest() : CriterionRuleTests(ApiTransport.Rest);

public sealed class CriterionRuleTestsOverSoap() : CriterionRuleTests(ApiTransport.Soap);

public abstract class CriterionRuleTests(ApiTransport transport)
{
    [Theory]
    [InlineData(1464, """{"Type": "LocationCriterion"}""")]
    [InlineData(2966, """{"Type": "LocationIntentCriterion", "IntentOption": "PeopleSearchingForOrViewingPages"}""")]
    [InlineData(1405, """{"Type": "RadiusCriterion", "LatitudeDegrees": 86, "LongitudeDegrees": 0, "Radius": "25", "RadiusUnit": "Miles"}""")]
    [InlineData(1405, """{"Type": "RadiusCriterion", "LatitudeDegrees": 45, "LongitudeDegrees": 0, "Radius": "501", "RadiusUnit": "Miles"}""")]
    [InlineData(2943, """{"Type": "RadiusCriterion", "LatitudeDegrees": 45, "LongitudeDegrees": 0, "Radius": "5"}""")]
    [InlineData(1407, """{"Type": "AgeCriterion", "AgeRange": "FiftyFiveAndAbove"}""")]
    [InlineData(1406, """{"Type": "GenderCriterion"}""")]
    [InlineData(2944, """{"Type": "DayTimeCriterion", "Day": "Monday", "FromHour": 25, "FromMinute": "Zero", "ToHour": 12, "ToMinute": "Zero"}""")]
    [InlineData(2946, """{"Type": "DayTimeCriterion", "Day": "Monday", "FromHour": 12, "FromMinute": "Zero", "ToHour": 12, "ToMinute": "Zero"}""")]
    [InlineData(2922, """{"Type": "DeviceCriterion", "DeviceName": "Watches"}""")]
    [InlineData(5718, """{"Type": "ProfileCriterion", "ProfileType": "CompanyName"}""")]
    [InlineData(4503, """{"Type": "StoreCriterion", "StoreId": "5"}""")]
    [InlineData(4835, """{"Type": "AudienceCriterion", "AudienceId": "5"}""")]
    public async Task A_target_that_breaks_a_rule_is_refused_with_its_code(int code, string criterion)
    {
        await using var session = await ApiSession.StartAsync(transport);
        var campaign = await session.AddCampaignAsync();
        var bid = criterion.Contains("Intent", StringComparison.Ordinal) ? null : """{"Type": "BidMultiplier", "Multiplier": 10}""";
        var (_, codes) = await session.AddAsync("Targets, Audience, Store", Campaign(campaign, criterion, bid));
        Assert.Contains(code, codes);
        Assert.Empty(await session.OfCampaignAsync(campaign, "Targets"));
    }

    [Theory]
    [InlineData("Age", -91, 2936)]
    [InlineData("Gender", 901, 2937)]
    [InlineData("Location", -100, 2935)]
    [InlineData("DayTime", 901, 2952)]
    [InlineData("Industry", -91, 5803)]
    public async Task Multipliers_have_a_range(string type, double percent, int code)
    {
        await using var session = await ApiSession.StartAsync(transport);
        var campaign = await session.AddCampaignAsync();
        var (_, codes) = await session.AddAsync("Targets", Campaign(campaign, CriterionSamples.Of(type), $$"""{"Type": "BidMultiplier", "Multiplier": {{percent}}}"""));
        Assert.Equal([code], codes);
        var (_, fixedCodes) = await session.AddAsync("Targets", Campaign(campaign, CriterionSamples.Of(type), """{"Type": "FixedBid", "Amount": 1}"""));
        Assert.Equal([5803], fixedCodes);
    }

    [Fact]
    public async Task Ids_and_statuses_are_the_services()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var campaign = await session.AddCampaignAsync();
        var group = await session.AddAdGroupAsync(campaign);
        var age = CriterionSamples.Of("Age");
        var (_, codes) = await session.AddAsync("Targets", Campaign(campaign, age, changes: """{"Id": "7"}"""), Campaign(campaign, age, changes: """{"Status": "Paused"}"""), Campaign(campaign, age, changes: """{"Criterion": null}"""));
        Assert.Equal([4505, 4520, 4510], codes);
        (_, codes) = await session.AddAsync("Targets", AdGroup(group, age, changes: """{"Id": "7"}"""), AdGroup(group, age, changes: """{"Status": "Paused"}"""), AdGroup(group, age, changes: """{"EditorialStatus": "Active"}"""), AdGroup(group, age, changes: """{"Criterion": null}"""));
        Assert.Equal([4110, 4111, 4118, 4157], codes);
    }

    [Fact]
    public async Task A_place_cannot_be_aimed_at_and_excluded()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var campaign = await session.AddCampaignAsync();
        var (_, codes) = await session.AddAsync("Targets", Campaign(campaign, CriterionSamples.Of("Location")), NotCampaign(campaign, CriterionSamples.Of("Location")));
        Assert.Equal([2822], codes);
        var location = (LocationCriterion)(await session.OfCampaignAsync(campaign, "Location"))[0]!.Criterion!;
        Assert.Equal(("United States", "Country"), (location.DisplayName, location.LocationType));
    }

    [Fact]
    public async Task Times_may_touch_but_not_overlap()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var campaign = await session.AddCampaignAsync();
        var (_, codes) = await session.AddAsync("Targets", Time("Monday", 9, 12), Time("Monday", 12, 14), Time("Monday", 13, 15), Time("Tuesday", 9, 24));
        Assert.Equal([2951], codes);
        (_, codes) = await session.AddAsync("Targets", [.. Enumerable.Range(0, 8).Select(i => Time("Sunday", i, i + 1))]);
        Assert.Equal([2945], codes);

        CampaignCriterion Time(string day, int from, int to)
            => Campaign(campaign, $$"""{"Type": "DayTimeCriterion", "Day": "{{day}}", "FromHour": {{from}}, "FromMinute": "Zero", "ToHour": {{to}}, "ToMinute": "Zero"}""");
    }

    [Fact]
    public async Task Devices_come_and_go_all_together()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var campaign = await session.AddCampaignAsync();
        var (_, codes) = await session.AddAsync("Targets", Device("Computers"), Device("Tablets"));
        Assert.Equal([2957, 2957], codes);
        var (ids, allCodes) = await session.AddAsync("Targets", Device("Computers"), Device("Tablets"), Device("Smartphones"));
        Assert.Equal([], allCodes);
        Assert.Equal([2957], await DeleteAsync(ids[..1]));
        Assert.Equal([], await DeleteAsync(ids));

        CampaignCriterion Device(string name) => Campaign(campaign, $$"""{"Type": "DeviceCriterion", "DeviceName": "{{name}}"}""", """{"Type": "BidMultiplier", "Multiplier": -100}""");

        async Task<List<int>> DeleteAsync(List<long?> some) =>
            [.. ApiSession.Codes((await session.Campaigns.DeleteCampaignCriterionsAsync(new() { CampaignId = campaign, CriterionType = "Device", CampaignCriterionIds = some.ConvertAll(static i => i!.Value) })).PartialErrors)];
    }

    [Theory]
    [InlineData(5201, """{"Type": "Webpage"}""")]
    [InlineData(5204, """{"Type": "Webpage", "Parameter": {"Conditions": [{"Operand": "Url", "Argument": "a"}, {"Operand": "Url", "Argument": "b"}, {"Operand": "Url", "Argument": "c"}, {"Operand": "Url", "Argument": "d"}]}}""")]
    [InlineData(5203, """{"Type": "Webpage", "Parameter": {"Conditions": [{"Operand": "Url", "Argument": "a"}, {"Operand": "Url", "Argument": "A"}]}}""")]
    [InlineData(5206, """{"Type": "Webpage", "Parameter": {"Conditions": [{"Operand": "Unknown", "Argument": "a"}]}}""")]
    [InlineData(5207, """{"Type": "Webpage", "Parameter": {"Conditions": [{"Operand": "Url", "Argument": ""}]}}""")]
    [InlineData(5205, """{"Type": "Webpage", "Parameter": {"Conditions": [{"Operand": "PageTitle", "Operator": "Equals", "Argument": "a"}]}}""")]
    public async Task A_page_that_breaks_a_rule_is_refused_with_its_code(int code, string criterion)
    {
        await using var session = await ApiSession.StartAsync(transport);
        var parents = CriterionSamples.ParentOf("Webpage");
        var campaign = await session.AddCampaignAsync(parents.Campaign);
        var group = await session.AddAdGroupAsync(campaign, parents.AdGroup);
        var (_, codes) = await session.AddAsync("Webpage", AdGroup(group, criterion, null));
        Assert.Equal([code], codes);
    }

    [Fact]
    public async Task Pages_keep_their_conditions_and_negative_ones_need_some()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var parents = CriterionSamples.ParentOf("Webpage");
        var campaign = await session.AddCampaignAsync(parents.Campaign);
        var group = await session.AddAdGroupAsync(campaign, parents.AdGroup);
        var (ids, codes) = await session.AddAsync("Webpage", AdGroup(group, CriterionSamples.Of("Webpage"), null), AdGroup(group, CriterionSamples.Of("Webpage"), null), NotAdGroup(group, """{"Type": "Webpage", "Parameter": {}}"""));
        Assert.Equal([5212, 5208], codes);
        var updated = await session.Campaigns.UpdateAdGroupCriterionsAsync(new()
        {
            CriterionType = AdGroupCriterionType.Webpage,
            AdGroupCriterions =
            [
                AdGroup(group, """{"Type": "Webpage", "Parameter": {"CriterionName": "Other"}}""", """{"Type": "FixedBid", "Amount": 0.4}""", $$"""{"Id": "{{ids[0]}}"}"""),
            ],
        });
        Assert.Empty(updated.NestedPartialErrors);
        var page = (Webpage)(await session.OfAdGroupAsync(group, "Webpage"))[0]!.Criterion!;
        Assert.Equal(("Other", "/sale", null), (page.Parameter!.CriterionName, page.Parameter.Conditions![0].Argument, page.Parameter.Conditions[0].Operator));
        updated = await session.Campaigns.UpdateAdGroupCriterionsAsync(new()
        {
            CriterionType = AdGroupCriterionType.Webpage,
            AdGroupCriterions = [AdGroup(group, """{"Type": "Webpage", "Parameter": {"Conditions": [{"Operand": "Url", "Operator": "Contains", "Argument": "/new"}]}}""", null, $$"""{"Id": "{{ids[0]}}"}""")],
        });
        Assert.Equal([5209], updated.NestedPartialErrors.Select(static e => e!.Code!.Value));

        // At the campaign, pages are only excluded; and where no dynamic ads are, none are named.
        (_, codes) = await session.AddAsync("Webpage", Campaign(campaign, CriterionSamples.Of("Webpage"), null), NotCampaign(campaign, CriterionSamples.Of("Webpage")));
        Assert.Equal([4503], codes);
        var plain = await session.AddAdGroupAsync(campaign, """{"Name": "Plain"}""");
        (_, codes) = await session.AddAsync("Webpage", AdGroup(plain, CriterionSamples.Of("Webpage"), null));
        Assert.Equal([5123], codes);
    }

    [Theory]
    [InlineData(4508, "[]")]
    [InlineData(4139, """[{"Operand": "All", "Attribute": "x"}]""")]
    [InlineData(4116, """[{"Operand": "Brand"}]""")]
    [InlineData(4140, """[{"Operand": "Condition", "Attribute": "Broken"}]""")]
    [InlineData(4516, """[{"Operand": "Brand", "Attribute": "a"}, {"Operand": "Brand", "Attribute": "b"}]""")]
    [InlineData(4508, """[{"Operand": "CategoryL2", "Attribute": "a"}]""")]
    public async Task A_product_scope_that_breaks_a_rule_is_refused_with_its_code(int code, string conditions)
    {
        await using var session = await ApiSession.StartAsync(transport);
        var campaign = await session.AddCampaignAsync(CriterionSamples.ParentOf("ProductScope").Campaign);
        var (_, codes) = await session.AddAsync("ProductScope", Campaign(campaign, $$"""{"Type": "ProductScope", "Conditions": {{conditions}}}""", null));
        Assert.Equal([code], codes);
    }

    [Fact]
    public async Task A_campaign_has_one_product_scope_and_only_if_it_sells()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var shop = await session.AddCampaignAsync(CriterionSamples.ParentOf("ProductScope").Campaign);
        var hotel = await session.AddCampaignAsync("""{"Name": "Rooms", "CampaignType": "Hotel"}""");
        var scope = CriterionSamples.Of("ProductScope");
        var (_, codes) = await session.AddAsync("ProductScope", Campaign(shop, scope, null), Campaign(shop, scope, null), Campaign(hotel, scope, null));
        Assert.Equal([4517, 5122], codes);
        (_, codes) = await session.AddAsync("Store", NotCampaign(shop, CriterionSamples.Of("Store")));
        Assert.Equal([], codes);
    }

    [Fact]
    public async Task What_a_criterion_aims_at_stays()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var group = await session.AddAdGroupAsync();
        var (ids, _) = await session.AddAsync("Targets", AdGroup(group, CriterionSamples.Of("Age")), NotAdGroup(group, CriterionSamples.Of("Location")));
        var updated = await session.Campaigns.UpdateAdGroupCriterionsAsync(new()
        {
            CriterionType = AdGroupCriterionType.Targets,
            AdGroupCriterions =
            [
                AdGroup(group, """{"Type": "AgeCriterion", "AgeRange": "EighteenToTwentyFour"}""", changes: $$"""{"Id": "{{ids[0]}}"}"""),
                ApiSession.Make<AdGroupCriterion>($$"""{"Type": "NegativeAdGroupCriterion", "AdGroupId": "{{group}}", "Id": "{{ids[1]}}"}"""),
            ],
        });
        Assert.Equal([2956, 4125], updated.NestedPartialErrors.Select(static e => e!.Code!.Value));
        updated = await session.Campaigns.UpdateAdGroupCriterionsAsync(new()
        {
            CriterionType = AdGroupCriterionType.Targets,
            AdGroupCriterions = [AdGroup(group, CriterionSamples.Of("Location"), changes: $$"""{"Id": "{{ids[1]}}"}""")],
        });
        Assert.Equal([4124], updated.NestedPartialErrors.Select(static e => e!.Code!.Value));
    }
}
