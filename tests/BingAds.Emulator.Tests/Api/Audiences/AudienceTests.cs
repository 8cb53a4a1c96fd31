using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Tests.Api.Audiences;

public sealed class AudienceTestsOverRest() : AudienceTests(ApiTransport.Rest);

public sealed class AudienceTestsOverSoap() : AudienceTests(ApiTransport.Soap);

public abstract class AudienceTests(ApiTransport transport)
{
    [Fact]
    [Shows(Coverage.Stateful, "CampaignManagement.AddAudiences", "CampaignManagement.UpdateAudiences", "CampaignManagement.DeleteAudiences", "CampaignManagement.GetAudiencesByIds")]
    public async Task An_audience_is_kept_changed_in_what_is_given_and_deleted()
    {
        await using var world = await AudienceWorld.StartAsync(transport);
        var id = await world.AddAsync(world.Remarketing());
        Assert.Empty(await world.UpdateAsync(new RemarketingList { Id = id, Description = "Looked at canoes", MembershipDuration = 60 }));
        var list = (RemarketingList)(await world.GetAsync(AudienceType.RemarketingList, id))!;
        Assert.Equal(("Visitors", "Looked at canoes", 60, world.Tag), (list.Name, list.Description, list.MembershipDuration, list.TagId));
        Assert.Equal("shop", ((StringRuleItem)((PageVisitorsRule)list.Rule!).RuleItemGroups![0].Items![0]).Value);
        Assert.Contains("Search", list.SupportedCampaignTypes!);

        Assert.Empty(await world.DeleteAsync(id));
        await ApiSession.ExpectAsync(world.DeleteAsync(id), 4835);
        Assert.Null(await world.GetAsync(AudienceType.RemarketingList, id));
        Assert.True(await world.AddAsync(world.Remarketing()) > id, "A deleted audience frees its name.");
    }

    [Theory]
    [InlineData(4838, """{"Name": null}""")]
    [InlineData(4838, """{"Name": "*129"}""")]
    [InlineData(4841, """{"Description": "*1025"}""")]
    [InlineData(4847, """{"Id": "77"}""")]
    [InlineData(4842, """{"MembershipDuration": 181}""")]
    [InlineData(4842, """{"MembershipDuration": 0}""")]
    [InlineData(4849, """{"Scope": null}""")]
    [InlineData(4848, """{"ParentId": null}""")]
    [InlineData(4848, """{"ParentId": "5"}""")]
    [InlineData(4843, """{"Scope": "Customer"}""")]
    [InlineData(4826, """{"TagId": null}""")]
    [InlineData(4826, """{"TagId": "5"}""")]
    [InlineData(4827, """{"Rule": null}""")]
    [InlineData(4827, """{"Rule": {"Type": "PageVisitors", "RuleItemGroups": []}}""")]
    [InlineData(4814, """{"Rule": {"Type": "PageVisitors", "RuleItemGroups": [{"Items": [{"Type": "String", "Operand": "Title", "Operator": "Equals", "Value": "a"}]}]}}""")]
    [InlineData(4814, """{"Rule": {"Type": "PageVisitors", "RuleItemGroups": [{"Items": [{"Type": "String", "Operand": "Url", "Operator": "None", "Value": "a"}]}]}}""")]
    [InlineData(4827, """{"Rule": {"Type": "CustomEvents"}}""")]
    [InlineData(4827, """{"Rule": {"Type": "CustomEvents", "Action": "buy", "ActionOperator": "None"}}""")]
    [InlineData(4827, """{"Rule": {"Type": "CustomEvents", "Value": 0.5, "ValueOperator": "Equals"}}""")]
    public async Task A_remarketing_list_that_breaks_a_rule_is_refused_with_its_code(int code, string changes)
    {
        await using var world = await AudienceWorld.StartAsync(transport);
        await ApiSession.ExpectAsync(world.TryAddAsync(world.Remarketing(Stars.Expand(changes))), code);
    }

    [Theory]
    [InlineData("InMarketAudience", 4856)]
    [InlineData("SimilarRemarketingList", 4868)]
    [InlineData("CustomAudience", 4857)]
    public async Task Audiences_that_come_from_elsewhere_can_not_be_added(string type, int code)
    {
        await using var world = await AudienceWorld.StartAsync(transport);
        Audience audience = type switch { "InMarketAudience" => new InMarketAudience(), "CustomAudience" => new CustomAudience(), _ => new SimilarRemarketingList() };
        audience.Name = "Mine";
        await ApiSession.ExpectAsync(world.TryAddAsync(audience), code);
    }

    [Fact]
    public async Task In_market_audiences_are_there_for_all_and_fixed()
    {
        await using var world = await AudienceWorld.StartAsync(transport);
        var market = await world.AllAsync(AudienceType.InMarket);
        Assert.True(market.Count > 20);
        Assert.All(market, static a => Assert.True(a is InMarketAudience { SearchSize: > 0 }));
        Assert.Empty(await world.AllAsync(AudienceType.RemarketingList | AudienceType.CustomerList));
        await ApiSession.ExpectAsync(world.DeleteAsync(market[0].Id!.Value), 4864);
        await ApiSession.ExpectAsync(world.UpdateAsync(new InMarketAudience { Id = market[0].Id, Name = "Mine" }), 4856);
    }

    [Fact]
    public async Task Names_are_unique_in_any_case_for_each_parent()
    {
        await using var world = await AudienceWorld.StartAsync(transport);
        var id = await world.AddAsync(world.Remarketing());
        await ApiSession.ExpectAsync(world.TryAddAsync(world.CustomerList("VISITORS")), 4853);
        var other = await world.AddAsync(world.CustomerList("Readers"));
        await ApiSession.ExpectAsync(world.UpdateAsync(new CustomerList { Id = other, Name = "visitors" }), 4853);
        await ApiSession.ExpectAsync(world.UpdateAsync(new RemarketingList { Id = id, Name = "visitors" }));
        var shared = world.CustomerList("Visitors");
        (shared.Scope, shared.ParentId) = (EntityScope.Customer, DemoCredentials.CustomerId);
        Assert.NotEqual(0, await world.AddAsync(shared));
    }

    [Fact]
    public async Task Updates_keep_type_and_scope_and_ids_are_told_by_type()
    {
        await using var world = await AudienceWorld.StartAsync(transport);
        var id = await world.AddAsync(world.Remarketing());
        await ApiSession.ExpectAsync(world.UpdateAsync(new CustomerList { Id = id, Name = "x" }), 4861);
        await ApiSession.ExpectAsync(world.UpdateAsync(new RemarketingList { Id = id, Scope = EntityScope.Customer }), 4855);
        await ApiSession.ExpectAsync(world.UpdateAsync(new RemarketingList { Name = "x" }), 4846);
        await ApiSession.ExpectAsync(world.UpdateAsync(new RemarketingList { Id = 5 }), 4835);
        var response = await world.Session.Campaigns.GetAudiencesByIdsAsync(new() { AudienceIds = [id, 5], Type = AudienceType.CustomerList });
        Assert.Equal([null, null], response.Audiences);
        Assert.Equal([4861, 4835], ApiSession.Codes(response.PartialErrors));
        Assert.Equal([4859], await ApiSession.RefusalAsync(async () => await world.Session.Campaigns.GetAudiencesByIdsAsync(new() { Type = "Friends" })));
    }

    [Fact]
    public async Task Conditions_that_are_not_there_have_the_operator_none()
    {
        await using var world = await AudienceWorld.StartAsync(transport);
        var id = await world.AddAsync(world.Remarketing("""{"Rule": {"Type": "CustomEvents", "Action": "buy", "ActionOperator": "Equals"}}"""));
        var rule = Assert.IsType<CustomEventsRule>(((RemarketingList)(await world.GetAsync(AudienceType.RemarketingList, id))!).Rule);
        Assert.Equal((StringOperator.Equals_, StringOperator.None, NumberOperator.None), (rule.ActionOperator!.Value, rule.LabelOperator!.Value, rule.ValueOperator!.Value));
    }

    [Fact]
    public async Task The_normal_form_is_told_when_asked_for()
    {
        await using var world = await AudienceWorld.StartAsync(transport);
        var id = await world.AddAsync(world.Remarketing());
        Assert.Null(((PageVisitorsRule)((RemarketingList)(await world.GetAsync(AudienceType.RemarketingList, id))!).Rule!).NormalForm);
        var asked = await world.Session.Campaigns.GetAudiencesByIdsAsync(new()
        {
            AudienceIds = [id], Type = AudienceType.RemarketingList, ReturnAdditionalFields = AudienceAdditionalField.NormalForm,
        });
        Assert.Equal(NormalForm.Disjunctive, ((PageVisitorsRule)((RemarketingList)asked.Audiences[0]!).Rule!).NormalForm);
    }

    [Theory]
    [InlineData(8100, """{"CombinationRules": []}""")]
    [InlineData(8102, """{"CombinationRules": [{"Operator": "And", "AudienceIds": []}]}""")]
    [InlineData(8104, """{"CombinationRules": [{"Operator": "Not", "AudienceIds": ["$list"]}]}""")]
    [InlineData(4835, """{"CombinationRules": [{"Operator": "Or", "AudienceIds": ["5"]}]}""")]
    [InlineData(8103, """{"CombinationRules": [{"Operator": "Xor", "AudienceIds": ["$list"]}]}""")]
    [InlineData(8116, """{"CombinationRules": [{"Operator": "Or", "AudienceIds": ["$combined"]}]}""")]
    public async Task A_combined_list_that_breaks_a_rule_is_refused_with_its_code(int code, string changes)
    {
        await using var world = await AudienceWorld.StartAsync(transport);
        var list = await world.AddAsync(world.Remarketing());
        var combined = await world.AddAsync(world.Combined(list));
        changes = changes.Replace("$list", $"{list}", StringComparison.Ordinal).Replace("$combined", $"{combined}", StringComparison.Ordinal);
        await ApiSession.ExpectAsync(world.TryAddAsync(world.Combined(list, changes, "Other")), code);
    }

    [Fact]
    public async Task A_list_in_a_combined_list_can_not_be_deleted_before_it()
    {
        await using var world = await AudienceWorld.StartAsync(transport);
        var list = await world.AddAsync(world.Remarketing());
        var combined = await world.AddAsync(world.Combined(list));
        await ApiSession.ExpectAsync(world.DeleteAsync(list), 8110);
        await ApiSession.ExpectAsync(world.DeleteAsync(combined));
        await ApiSession.ExpectAsync(world.DeleteAsync(list));
    }

    [Fact]
    public async Task A_list_that_is_aimed_at_can_not_be_deleted_before_its_ad_group()
    {
        await using var world = await AudienceWorld.StartAsync(transport);
        var list = await world.AddAsync(world.Remarketing());
        var campaign = await world.Session.AddCampaignAsync();
        var criterion = new BiddableAdGroupCriterion
        {
            AdGroupId = await world.Session.AddAdGroupAsync(campaign),
            Criterion = new AudienceCriterion { AudienceId = list },
            CriterionBid = new BidMultiplier { Multiplier = 25 },
        };
        var added = await world.Session.Campaigns.AddAdGroupCriterionsAsync(new() { AdGroupCriterions = [criterion], CriterionType = AdGroupCriterionType.Audience });
        Assert.Empty(added.NestedPartialErrors);
        await ApiSession.ExpectAsync(world.DeleteAsync(list), 4854);
        await world.Session.Campaigns.DeleteCampaignsAsync(new() { AccountId = DemoCredentials.AccountId, CampaignIds = [campaign] });
        await ApiSession.ExpectAsync(world.DeleteAsync(list));
    }

    [Fact]
    public async Task The_other_kinds_hold_what_they_must()
    {
        await using var world = await AudienceWorld.StartAsync(transport);
        var campaign = await world.Session.AddCampaignAsync();
        await ApiSession.ExpectAsync(world.TryAddAsync(world.Own(new ProductAudience { Name = "Buyers", TagId = world.Tag })), 4407);
        var product = await world.AddAsync(world.Own(new ProductAudience { Name = "Buyers", TagId = world.Tag, ProductAudienceType = ProductAudienceType.PastBuyers }));
        await ApiSession.ExpectAsync(world.TryAddAsync(world.Own(new ImpressionBasedRemarketingList { Name = "Saw it", EntityType = ImpressionBasedEntityType.Campaign, CampaignId = 5 })), 1100);
        var seen = await world.AddAsync(world.Own(new ImpressionBasedRemarketingList { Name = "Saw it", EntityType = ImpressionBasedEntityType.Campaign, CampaignIds = [campaign] }));
        await ApiSession.ExpectAsync(world.TryAddAsync(world.Own(new CustomSegment { Name = "Segment" })), 4406);
        var segment = await world.AddAsync(world.Own(new CustomSegment { Name = "Segment", CustomSegmentCatalogList = [new() { CatalogName = "Boats" }] }));
        await ApiSession.ExpectAsync(world.TryAddAsync(world.Own(new CustomerList { Name = "Long", MembershipDuration = 391 })), 4842);

        await world.Session.Campaigns.DeleteCampaignsAsync(new() { AccountId = DemoCredentials.AccountId, CampaignIds = [campaign] });
        await ApiSession.ExpectAsync(world.UpdateAsync(new ImpressionBasedRemarketingList { Id = seen, Description = "Its campaign is gone" }));
        Assert.Equal(30, (await world.GetAsync(AudienceType.Product, product))!.MembershipDuration);
        Assert.Null((await world.GetAsync(AudienceType.ImpressionBasedRemarketingList, seen))!.MembershipDuration);
        Assert.Equal(CustomSegmentEditorialStatus.Approved, ((CustomSegment)(await world.GetAsync(AudienceType.CustomSegment, segment))!).EditorialStatus);
    }

    [Fact]
    public async Task Shares_need_an_audience_of_the_customer()
    {
        await using var world = await AudienceWorld.StartAsync(transport);
        var list = world.CustomerList("Shared");
        list.CustomerShare = new() { CustomerAccountShares = [new() { CustomerId = DemoCredentials.ForeignCustomerId }] };
        await ApiSession.ExpectAsync(world.TryAddAsync(list), 4873);
        (list.Scope, list.ParentId) = (EntityScope.Customer, DemoCredentials.CustomerId);
        var id = await world.AddAsync(list);
        Assert.Equal(DemoCredentials.CustomerId, (await world.GetAsync(AudienceType.CustomerList, id))!.CustomerShare!.OwnerCustomerId);
    }
}
