using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Tests.Api;

public sealed class BudgetTestsOverRest() : BudgetTests(ApiTransport.Rest);

public sealed class BudgetTestsOverSoap() : BudgetTests(ApiTransport.Soap);

public abstract class BudgetTests(ApiTransport transport)
{
    [Theory]
    [InlineData(4904, """{"Name": null}""")]
    [InlineData(4906, """{"Name": "a\u0007b"}""")]
    [InlineData(4903, """{"Id": "3"}""")]
    [InlineData(4908, """{"BudgetType": null}""")]
    [InlineData(4909, """{"BudgetType": "MonthlyBudgetSpendUntilDepleted"}""")]
    [InlineData(4910, """{"Amount": null}""")]
    [InlineData(4911, """{"Amount": 10000000.01}""")]
    [InlineData(4912, """{"Amount": 0.01}""")]
    public async Task A_budget_that_breaks_a_rule_is_refused_with_its_code(int code, string changes)
    {
        if (transport == ApiTransport.Soap && changes.Contains("\\u0007", StringComparison.Ordinal))
            return; // XML can't carry the character at all.
        await using var session = await ApiSession.StartAsync(transport);
        var response = await session.Campaigns.AddBudgetsAsync(new() { Budgets = [ApiSession.Make<Budget>(Valid.Budget, changes)] });
        Assert.Equal([code], ApiSession.Codes(response.PartialErrors));
        Assert.Equal([null], response.BudgetIds);
    }

    [Fact]
    public async Task Names_have_255_characters_at_most_and_are_unique_in_any_case()
    {
        await using var session = await ApiSession.StartAsync(transport);
        await session.AddBudgetAsync($$"""{"Name": "{{new string('b', 255)}}"}""");
        await session.AddBudgetAsync();
        var response = await session.Campaigns.AddBudgetsAsync(new()
        {
            Budgets = [ApiSession.Make<Budget>(Valid.Budget, $$"""{"Name": "{{new string('b', 256)}}"}"""), ApiSession.Make<Budget>(Valid.Budget, """{"Name": "CAMPING"}""")],
        });
        Assert.Equal([4905, 4907], ApiSession.Codes(response.PartialErrors));
    }

    [Fact]
    public async Task A_campaign_takes_amount_and_type_from_its_shared_budget()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var budget = await session.AddBudgetAsync();
        var id = await session.AddCampaignAsync($$"""{"BudgetId": "{{budget}}", "DailyBudget": null, "BudgetType": null}""");
        await session.Campaigns.UpdateBudgetsAsync(new() { Budgets = [new() { Id = budget, Amount = 77 }] });
        var campaign = await GetAsync(session, id);
        Assert.Equal(budget, campaign.BudgetId);
        Assert.Equal(77, campaign.DailyBudget);
        Assert.Equal(BudgetLimitType.DailyBudgetStandard, campaign.BudgetType);
        await ApiSession.ExpectAsync(UpdateAsync(session, new() { Id = id, DailyBudget = 3 }), 1159);
    }

    [Fact]
    public async Task A_shared_budget_counts_its_campaigns_and_can_not_be_deleted_before_they_leave()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var budget = await session.AddBudgetAsync();
        var first = await session.AddCampaignAsync($$"""{"BudgetId": "{{budget}}", "DailyBudget": null, "BudgetType": null}""");
        var second = await session.AddCampaignAsync("""{"Name": "Second"}""");
        await ApiSession.ExpectAsync(UpdateAsync(session, new() { Id = second, BudgetId = budget }));
        Assert.Equal(2, await CountAsync(session, budget));
        await ApiSession.ExpectAsync(DeleteAsync(session, budget), 4918);

        await ApiSession.ExpectAsync(UpdateAsync(session, new() { Id = second, BudgetId = 0 }), 1106, 1121);
        await ApiSession.ExpectAsync(UpdateAsync(session, new() { Id = second, BudgetId = 0, DailyBudget = 9, BudgetType = BudgetLimitType.DailyBudgetStandard }));
        Assert.Equal(1, await CountAsync(session, budget));
        await session.Campaigns.DeleteCampaignsAsync(new() { AccountId = DemoCredentials.AccountId, CampaignIds = [first] });
        Assert.Equal(0, await CountAsync(session, budget));
        await ApiSession.ExpectAsync(DeleteAsync(session, budget));
        await ApiSession.ExpectAsync(DeleteAsync(session, budget), 4916);
    }

    [Fact]
    public async Task Campaigns_are_told_in_the_order_of_the_budgets()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var empty = await session.AddBudgetAsync();
        var used = await session.AddBudgetAsync("""{"Name": "Used"}""");
        var campaign = await session.AddCampaignAsync($$"""{"BudgetId": "{{used}}", "DailyBudget": null, "BudgetType": null}""");
        var response = await session.Campaigns.GetCampaignIdsByBudgetIdsAsync(new() { BudgetIds = [used, 5, empty] });
        Assert.Equal([campaign], response.CampaignIdCollection[0]!.Ids!);
        Assert.Null(response.CampaignIdCollection[1]);
        Assert.Empty(response.CampaignIdCollection[2]!.Ids ?? []);
        Assert.Equal([4916], ApiSession.Codes(response.PartialErrors));
    }

    [Fact]
    public async Task Without_ids_all_budgets_of_the_account_are_told()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var ids = new[] { await session.AddBudgetAsync(), await session.AddBudgetAsync("""{"Name": "B"}""") };
        Assert.Equal(ids, (await session.Campaigns.GetBudgetsByIdsAsync(new())).Budgets.Select(static b => b!.Id!.Value));
    }

    private static async Task<int?> CountAsync(ApiSession session, long budget)
        => (await session.Campaigns.GetBudgetsByIdsAsync(new() { BudgetIds = [budget] })).Budgets[0]!.AssociationCount;

    private static async Task<int[]> UpdateAsync(ApiSession session, Campaign change)
        => ApiSession.Codes((await session.Campaigns.UpdateCampaignsAsync(new() { AccountId = DemoCredentials.AccountId, Campaigns = [change] })).PartialErrors);

    private static async Task<int[]> DeleteAsync(ApiSession session, long budget)
        => ApiSession.Codes((await session.Campaigns.DeleteBudgetsAsync(new() { BudgetIds = [budget] })).PartialErrors);

    private static async Task<Campaign> GetAsync(ApiSession session, long id)
        => (await session.Campaigns.GetCampaignsByIdsAsync(new() { AccountId = DemoCredentials.AccountId, CampaignIds = [id] })).Campaigns[0]!;
}
