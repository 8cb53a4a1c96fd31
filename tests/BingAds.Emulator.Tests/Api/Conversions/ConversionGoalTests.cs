using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Tests.Api.Conversions;

public sealed class ConversionGoalTestsOverRest() : ConversionGoalTests(ApiTransport.Rest);

public sealed class ConversionGoalTestsOverSoap() : ConversionGoalTests(ApiTransport.Soap);

public abstract class ConversionGoalTests(ApiTransport transport)
{
    private const string Url = """{"Type": "Url", "Name": "Thanks", "UrlExpression": "thanks", "TagId": "$tag", "GoalCategory": "Purchase"}""";
    private const string Event = """{"Type": "Event", "Name": "Play", "CategoryExpression": "video", "CategoryOperator": "Equals", "TagId": "$tag"}""";
    private const string Duration = """{"Type": "Duration", "Name": "Stay", "MinimumDurationInSeconds": 90, "TagId": "$tag"}""";
    private const string Pages = """{"Type": "PagesViewedPerVisit", "Name": "Read", "MinimumPagesViewed": 5, "TagId": "$tag"}""";
    private const string App = """{"Type": "AppInstall", "Name": "App", "AppPlatform": "iOS", "AppStoreId": "123"}""";
    private const string Offline = """{"Type": "OfflineConversion", "Name": "Phone", "GoalCategory": "Contact"}""";
    private const string InStore = """{"Type": "InStoreTransaction", "Name": "Till"}""";

    [Fact]
    [Shows(
        Coverage.Stateful, "CampaignManagement.AddConversionGoals", "CampaignManagement.UpdateConversionGoals", "CampaignManagement.GetConversionGoalsByIds",
        "CampaignManagement.GetConversionGoalsByTagIds", Unchecked = "the service has no way to delete a goal")]
    public async Task A_goal_is_kept_and_changed_in_what_is_given()
    {
        await using var world = await GoalWorld.StartAsync(transport);
        var id = await world.AddAsync(Url, """{"Revenue": {"Type": "FixedValue", "Value": 5}}""");
        await ApiSession.ExpectAsync(world.UpdateAsync(new UrlGoal { Id = id, Status = ConversionGoalStatus.Paused, Revenue = new() { Value = 7 } }));
        var goal = (UrlGoal)(await world.GetAsync(id))!;
        Assert.Equal(("Thanks", "thanks", ExpressionOperator.Equals_, ConversionGoalStatus.Paused), (goal.Name, goal.UrlExpression, goal.UrlOperator!.Value, goal.Status!.Value));
        Assert.Equal((ConversionGoalRevenueType.FixedValue, 7m, "USD"), (goal.Revenue!.Type!.Value, goal.Revenue.Value!.Value, goal.Revenue.CurrencyCode));
        Assert.Equal((43_200, ConversionGoalCountType.All, EntityScope.Customer), (goal.ConversionWindowInMinutes!.Value, goal.CountType!.Value, goal.Scope!.Value));
        Assert.Equal(ConversionGoalTrackingStatus.TagUnverified, goal.TrackingStatus);

        var other = await world.AddAsync(Duration);
        var byTag = await world.Session.Campaigns.GetConversionGoalsByTagIdsAsync(new() { TagIds = [world.Tag, 4], ConversionGoalTypes = ConversionGoalType.Url | ConversionGoalType.Duration });
        Assert.Equal([id, other], byTag.ConversionGoals.Select(static g => g!.Id!.Value));
        Assert.Equal([5300], ApiSession.Codes(byTag.PartialErrors));
        var durations = await world.Session.Campaigns.GetConversionGoalsByIdsAsync(new() { ConversionGoalTypes = ConversionGoalType.Duration });
        Assert.Equal([other], durations.ConversionGoals.Select(static g => g!.Id!.Value));
    }

    [Theory]
    [InlineData(5319, Url, """{"Name": null}""")]
    [InlineData(5320, Url, """{"Name": "*101"}""")]
    [InlineData(5324, Url, """{"Id": "4"}""")]
    [InlineData(5300, Url, """{"TagId": "4"}""")]
    [InlineData(5328, Url, """{"Status": "Deleted"}""")]
    [InlineData(5334, Url, """{"UrlExpression": null}""")]
    [InlineData(5341, Url, """{"UrlExpression": "a\tb"}""")]
    [InlineData(5332, Url, """{"Revenue": {"Type": "Odd"}}""")]
    [InlineData(5333, Url, """{"Revenue": {"Type": "FixedValue", "Value": -1}}""")]
    [InlineData(5351, Url, """{"Revenue": {"Type": "FixedValue", "Value": 1, "CurrencyCode": "XXX"}}""")]
    [InlineData(5337, Url, """{"ConversionWindowInMinutes": 0}""")]
    [InlineData(5337, Url, """{"ConversionWindowInMinutes": 129601}""")]
    [InlineData(6608, Url, """{"ViewThroughConversionWindowInMinutes": 43201}""")]
    [InlineData(5336, Event, """{"CategoryExpression": null}""")]
    [InlineData(5336, Event, """{"ActionExpression": "play"}""")]
    [InlineData(5342, Event, """{"CategoryExpression": "*101"}""")]
    [InlineData(5343, Event, """{"ActionExpression": "*101", "ActionOperator": "Equals"}""")]
    [InlineData(5344, Event, """{"LabelExpression": "*101", "LabelOperator": "Equals"}""")]
    [InlineData(5345, Event, """{"Value": -1, "ValueOperator": "Equals"}""")]
    [InlineData(5338, Duration, """{"MinimumDurationInSeconds": 86400}""")]
    [InlineData(5339, Pages, """{"MinimumPagesViewed": null}""")]
    [InlineData(5340, App, """{"AppPlatform": "Symbian"}""")]
    [InlineData(5335, App, """{"AppStoreId": null}""")]
    [InlineData(5346, App, """{"AppStoreId": "a b"}""")]
    [InlineData(5349, App, """{"CountType": "Unique"}""")]
    [InlineData(6609, Offline, """{"ViewThroughConversionWindowInMinutes": 10}""")]
    public async Task A_goal_that_breaks_a_rule_is_refused_with_its_code(int code, string valid, string changes)
    {
        await using var world = await GoalWorld.StartAsync(transport);
        await ApiSession.ExpectAsync(world.TryAddAsync(valid, Stars.Expand(changes)), code);
    }

    [Fact]
    public async Task Names_are_unique_in_the_customer_and_one_goal_is_in_stores()
    {
        await using var world = await GoalWorld.StartAsync(transport);
        await world.AddAsync(Url);
        await ApiSession.ExpectAsync(world.TryAddAsync(Offline, """{"Name": "THANKS"}"""), 5317);
        await world.AddAsync(InStore);
        await ApiSession.ExpectAsync(world.TryAddAsync(InStore, """{"Name": "Second till"}"""), 5358);
    }

    [Fact]
    public async Task Updates_keep_the_type_and_ids_are_told_by_type()
    {
        await using var world = await GoalWorld.StartAsync(transport);
        var id = await world.AddAsync(Offline);
        await ApiSession.ExpectAsync(world.UpdateAsync(new UrlGoal { Id = id, Name = "x" }), 5356);
        await ApiSession.ExpectAsync(world.UpdateAsync(new OfflineConversionGoal { Name = "x" }), 5325);
        await ApiSession.ExpectAsync(world.UpdateAsync(new OfflineConversionGoal { Id = 4 }), 5314);
        await ApiSession.ExpectAsync(world.UpdateAsync(new OfflineConversionGoal { Id = id, Scope = EntityScope.Customer }));
        Assert.Equal(EntityScope.Account, (await world.GetAsync(id))!.Scope);
        var other = await world.Session.Campaigns.GetConversionGoalsByIdsAsync(new() { ConversionGoalIds = [id], ConversionGoalTypes = ConversionGoalType.Event });
        Assert.Equal([5331], ApiSession.Codes(other.PartialErrors));
        Assert.Equal([5330], await ApiSession.RefusalAsync(async () => await world.Session.Campaigns.GetConversionGoalsByTagIdsAsync(new() { ConversionGoalTypes = ConversionGoalType.Url })));
    }

    [Fact]
    public async Task Some_members_are_told_when_asked_for()
    {
        await using var world = await GoalWorld.StartAsync(transport);
        var id = await world.AddAsync(Url, """{"ViewThroughConversionWindowInMinutes": 60, "AttributionModelType": "LastTouch"}""");
        var plain = (await world.GetAsync(id))!;
        Assert.Equal((null, null), (plain.ViewThroughConversionWindowInMinutes, plain.AttributionModelType));
        var asked = await world.Session.Campaigns.GetConversionGoalsByIdsAsync(new()
        {
            ConversionGoalIds = [id],
            ConversionGoalTypes = ConversionGoalType.Url,
            ReturnAdditionalFields = ConversionGoalAdditionalField.ViewThroughConversionWindowInMinutes | ConversionGoalAdditionalField.AttributionModelType,
        });
        Assert.Equal((60, AttributionModelType.LastTouch), (asked.ConversionGoals[0]!.ViewThroughConversionWindowInMinutes!.Value, asked.ConversionGoals[0]!.AttributionModelType!.Value));
    }

    [Fact]
    public async Task Goals_of_the_customer_are_seen_by_its_other_accounts()
    {
        await using var world = await GoalWorld.StartAsync(transport);
        var shared = await world.AddAsync(Url);
        var own = await world.AddAsync(Event, """{"Scope": "Account"}""");
        var account = await world.Session.Customers.AddAccountAsync(new()
        {
            Account = new() { Name = "Second shop", CurrencyCode = V13.CustomerManagement.CurrencyCode.EUR, ParentCustomerId = DemoCredentials.CustomerId },
        });
        using var elsewhere = world.ClientOf(account.AccountId!.Value, transport);
        var seen = await elsewhere.GetConversionGoalsByIdsAsync(new() { ConversionGoalIds = [shared, own], ConversionGoalTypes = ConversionGoalType.Url | ConversionGoalType.Event });
        Assert.Equal([shared, null], seen.ConversionGoals.Select(static g => g?.Id));
        Assert.Equal([5314], ApiSession.Codes(seen.PartialErrors));
        Assert.Equal([shared], (await elsewhere.GetConversionGoalsByIdsAsync(new() { ConversionGoalTypes = ConversionGoalType.Url | ConversionGoalType.Event })).ConversionGoals.Select(static g => g!.Id));
    }

    [Fact]
    [Shows(Coverage.Stateful, "CampaignManagement.AddCampaignConversionGoals", "CampaignManagement.DeleteCampaignConversionGoals")]
    public async Task Goals_are_tied_to_campaigns_by_either_operation()
    {
        await using var world = await GoalWorld.StartAsync(transport);
        var (one, two) = (await world.AddAsync(Offline), await world.AddAsync(Url));
        var campaign = await world.Session.AddCampaignAsync($$"""{"GoalIds": ["{{one}}"]}""");
        await ApiSession.ExpectAsync(TieAsync(campaign, two));
        Assert.Equal([one, two], await GoalsOfAsync(CampaignAdditionalField.CampaignConversionGoal));
        Assert.Empty(await GoalsOfAsync(null));
        await ApiSession.ExpectAsync(TieAsync(campaign, 4), 5314);
        await ApiSession.ExpectAsync(TieAsync(4, one), 1100);
        await ApiSession.ExpectAsync(UntieAsync(one));
        await ApiSession.ExpectAsync(UntieAsync(one), 1044);
        Assert.Equal([two], await GoalsOfAsync(CampaignAdditionalField.CampaignConversionGoal));
        await world.Session.Campaigns.UpdateCampaignsAsync(new() { AccountId = DemoCredentials.AccountId, Campaigns = [new() { Id = campaign, GoalIds = [one] }] });
        Assert.Equal([one], await GoalsOfAsync(CampaignAdditionalField.CampaignConversionGoal));

        async Task<int[]> TieAsync(long to, long goal)
            => ApiSession.Codes((await world.Session.Campaigns.AddCampaignConversionGoalsAsync(new() { CampaignConversionGoal = [new() { CampaignId = to, GoalId = goal }] })).PartialErrors);

        async Task<int[]> UntieAsync(long goal)
            => ApiSession.Codes((await world.Session.Campaigns.DeleteCampaignConversionGoalsAsync(new() { CampaignConversionGoal = [new() { CampaignId = campaign, GoalId = goal }] })).PartialErrors);

        async Task<List<long>> GoalsOfAsync(CampaignAdditionalField? more)
            => (await world.Session.Campaigns.GetCampaignsByIdsAsync(new() { AccountId = DemoCredentials.AccountId, CampaignIds = [campaign], ReturnAdditionalFields = more })).Campaigns[0]!.GoalIds ?? [];
    }
}
