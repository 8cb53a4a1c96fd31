using BingAds.Emulator.Tests.Api.Audiences;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Tests.Api.Conversions;

public sealed class ValueRuleTestsOverRest() : ValueRuleTests(ApiTransport.Rest);

public sealed class ValueRuleTestsOverSoap() : ValueRuleTests(ApiTransport.Soap);

public abstract class ValueRuleTests(ApiTransport transport)
{
    private const string Valid = """{"Name": "Phones", "Operation": "Multiply", "Value": 1.5, "DeviceCondition": {"DeviceTypes": "Smartphones, Tablets", "IsPrimary": true}}""";

    [Fact]
    [Shows(
        Coverage.Stateful, "CampaignManagement.AddConversionValueRules", "CampaignManagement.UpdateConversionValueRules", "CampaignManagement.UpdateConversionValueRulesStatus",
        "CampaignManagement.GetConversionValueRulesByIds", "CampaignManagement.GetConversionValueRulesByAccountId")]
    public async Task A_rule_is_kept_changed_paused_and_deleted()
    {
        await using var world = await AudienceWorld.StartAsync(transport);
        var id = (await AddAsync(world, "{}")).Ids[0]!.Value;
        var update = await world.Session.Campaigns.UpdateConversionValueRulesAsync(new() { ConversionValueRules = [new() { Id = id, Value = 2 }] });
        Assert.Empty(update.PartialErrors);
        Assert.Empty(await SetStatusAsync(world, ConversionValueRuleStatus.Paused, id));
        var rule = Assert.Single((await world.Session.Campaigns.GetConversionValueRulesByAccountIdAsync(new() { AccountId = DemoCredentials.AccountId })).ConversionValueRules)!;
        Assert.Equal(("Phones", 2m, ConversionValueRuleStatus.Paused, "USD"), (rule.Name, rule.Value!.Value, rule.Status!.Value, rule.CurrencyCode));
        Assert.True(rule.DeviceCondition!.DeviceTypes!.Value.Has(DeviceType.Tablets));
        Assert.Empty(await SetStatusAsync(world, ConversionValueRuleStatus.Deleted, id));
        await ApiSession.ExpectAsync(SetStatusAsync(world, ConversionValueRuleStatus.Active, id), 517);
        var gone = await world.Session.Campaigns.GetConversionValueRulesByIdsAsync(new() { RuleIds = [id] });
        Assert.Equal([517], ApiSession.Codes(gone.PartialErrors));
        Assert.Equal([4407], await ApiSession.RefusalAsync(async () => await SetStatusAsync(world, ConversionValueRuleStatus.Invalid, id)));
    }

    [Theory]
    [InlineData(4406, """{"Name": null}""")]
    [InlineData(4407, """{"Operation": "Divide"}""")]
    [InlineData(4406, """{"Value": null}""")]
    [InlineData(4405, """{"Value": 0}""")]
    [InlineData(4406, """{"DeviceCondition": null}""")]
    [InlineData(4407, """{"DeviceCondition": {"DeviceTypes": "None", "IsPrimary": true}}""")]
    [InlineData(4407, """{"LocationCondition": {"IsPrimary": true, "IncludedLocations": [{"Id": 5, "Type": "City"}]}}""")]
    [InlineData(4406, """{"LocationCondition": {"IsPrimary": false}}""")]
    [InlineData(4835, """{"AudienceCondition": {"IsPrimary": false, "Audiences": [{"Id": "5", "Type": "Custom"}]}}""")]
    [InlineData(1015, """{"CurrencyCode": "XXX"}""")]
    [InlineData(1043, """{"Name": "TAKEN"}""")]
    public async Task A_rule_that_breaks_a_rule_is_refused_with_its_code(int code, string changes)
    {
        await using var world = await AudienceWorld.StartAsync(transport);
        await AddAsync(world, """{"Name": "Taken"}""");
        var (ids, codes) = await AddAsync(world, changes);
        Assert.Equal([0], ids);
        Assert.Equal([code], codes);
    }

    [Fact]
    [Shows(
        Coverage.Stateful, "CampaignManagement.AddNewCustomerAcquisitionGoals", "CampaignManagement.UpdateNewCustomerAcquisitionGoals",
        "CampaignManagement.GetNewCustomerAcquisitionGoalsByAccountId", Unchecked = "the service has no way to delete such a goal")]
    public async Task Goals_for_new_customers_name_audiences_that_are_known()
    {
        await using var world = await AudienceWorld.StartAsync(transport);
        var buyers = await world.AddAsync(world.CustomerList("Buyers"));
        var added = await world.Session.Campaigns.AddNewCustomerAcquisitionGoalsAsync(new()
        {
            NewCustomerAcquisitionGoals = [new() { AdditionalValue = 20, Audiences = [new() { Id = buyers }] }, new() { AdditionalValue = -1 }, new() { Audiences = [new() { Id = 5 }] }],
        });
        Assert.Equal([4405, 4835], ApiSession.Codes(added.PartialErrors));
        var id = added.NewCustomerAcquisitionGoalIds[0];
        var updated = await world.Session.Campaigns.UpdateNewCustomerAcquisitionGoalsAsync(new() { NewCustomerAcquisitionGoals = [new() { Id = id, AdditionalValue = 25 }, new() { Id = 5 }] });
        Assert.Equal([517], ApiSession.Codes(updated.PartialErrors));
        await world.UpdateAsync(new CustomerList { Id = buyers, Name = "Old friends" });
        var goal = Assert.Single((await world.Session.Campaigns.GetNewCustomerAcquisitionGoalsByAccountIdAsync(new() { AccountId = DemoCredentials.AccountId })).NewCustomerAcquisitionGoals)!;
        Assert.Equal((id, 25m, "Old friends"), (goal.Id, goal.AdditionalValue, goal.Audiences![0].Name));

        await ApiSession.ExpectAsync(world.DeleteAsync(buyers));
        var later = await world.Session.Campaigns.UpdateNewCustomerAcquisitionGoalsAsync(new() { NewCustomerAcquisitionGoals = [new() { Id = id, AdditionalValue = 30 }] });
        Assert.Empty(later.PartialErrors);
        goal = Assert.Single((await world.Session.Campaigns.GetNewCustomerAcquisitionGoalsByAccountIdAsync(new() { AccountId = DemoCredentials.AccountId })).NewCustomerAcquisitionGoals)!;
        Assert.Equal((30m, 0), (goal.AdditionalValue, goal.Audiences!.Count));
    }

    private static async Task<(List<long?> Ids, int[] Codes)> AddAsync(AudienceWorld world, string changes)
    {
        var response = await world.Session.Campaigns.AddConversionValueRulesAsync(new() { ConversionValueRules = [ApiSession.Make<ConversionValueRule>(Valid, changes)] });
        return (response.ConversionValueRuleIds, ApiSession.Codes(response.PartialErrors));
    }

    private static async Task<int[]> SetStatusAsync(AudienceWorld world, ConversionValueRuleStatus status, long id)
        => ApiSession.Codes((await world.Session.Campaigns.UpdateConversionValueRulesStatusAsync(new() { RuleIds = [id], Status = status })).PartialErrors);
}
