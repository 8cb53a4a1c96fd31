using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Tests.Api.Bidding;

public sealed class ExperimentTestsOverRest() : ExperimentTests(ApiTransport.Rest);

public sealed class ExperimentTestsOverSoap() : ExperimentTests(ApiTransport.Soap);

public abstract class ExperimentTests(ApiTransport transport)
{
    private const string Valid = """
        {"Name": "Half", "BaseCampaignId": "$campaign", "ExperimentStatus": "Active", "TrafficSplitPercent": 50,
         "StartDate": {"Day": 3, "Month": 3, "Year": 2027}, "EndDate": {"Day": 31, "Month": 3, "Year": 2027}}
        """;

    [Fact]
    [Shows(
        Coverage.Stateful, "CampaignManagement.AddExperiments", "CampaignManagement.UpdateExperiments", "CampaignManagement.DeleteExperiments", "CampaignManagement.GetExperimentsByIds",
        Unchecked = "experiments do not start and end by themselves")]
    public async Task An_experiment_is_kept_changed_and_deleted_with_its_copy_of_the_campaign()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var campaign = await session.AddCampaignAsync();
        var group = await session.AddAdGroupAsync(campaign);
        await session.AddKeywordAsync(group);
        await session.AddAdAsync(group);
        var id = await AddAsync(session, campaign);
        var experiment = (await GetAsync(session, null)).Single()!;
        Assert.Equal((id, "Half", campaign, 50, "TrafficBased"), (experiment.Id!.Value, experiment.Name, experiment.BaseCampaignId!.Value, experiment.TrafficSplitPercent!.Value, experiment.ExperimentType));

        var copy = await CampaignAsync(session, experiment.ExperimentCampaignId!.Value);
        Assert.Equal(("Half", id, 12.5), (copy!.Name, copy.ExperimentId, copy.DailyBudget));
        var groups = await session.Campaigns.GetAdGroupsByCampaignIdAsync(new() { CampaignId = copy.Id });
        Assert.NotEqual(group, Assert.Single(groups.AdGroups)!.Id);
        Assert.Single((await session.Campaigns.GetKeywordsByAdGroupIdAsync(new() { AdGroupId = groups.AdGroups[0]!.Id })).Keywords);

        await ApiSession.ExpectAsync(UpdateAsync(session, new() { Id = id, Name = "Less", EndDate = Day(20) }));
        Assert.Equal(("Less", 20, 3), ((await GetAsync(session, [id]))[0]!.Name, (await GetAsync(session, [id]))[0]!.EndDate!.Day, (await GetAsync(session, [id]))[0]!.StartDate!.Day));
        Assert.Equal("Less", (await CampaignAsync(session, copy.Id!.Value))!.Name);
        await ApiSession.ExpectAsync(DeleteAsync(session, id));
        Assert.Null(await CampaignAsync(session, copy.Id.Value));
        Assert.NotNull(await CampaignAsync(session, campaign));
        await ApiSession.ExpectAsync(DeleteAsync(session, id), 6110);
    }

    [Theory]
    [InlineData(6109, """{"Name": null}""")]
    [InlineData(6127, """{"Name": "*129"}""")]
    [InlineData(6128, """{"Name": "a\tb"}""")]
    [InlineData(6104, """{"Name": "TENTS"}""")]
    [InlineData(6124, """{"Name": "OTHER"}""")]
    [InlineData(1004, """{"Id": "5"}""")]
    [InlineData(6123, """{"BaseCampaignId": "5"}""")]
    [InlineData(6118, """{"ExperimentStatus": null}""")]
    [InlineData(6118, """{"ExperimentStatus": "Merry"}""")]
    [InlineData(6136, """{"ExperimentType": "Odd"}""")]
    [InlineData(6108, """{"TrafficSplitPercent": 100}""")]
    [InlineData(6122, """{"StartDate": null}""")]
    [InlineData(6106, """{"StartDate": {"Day": 28, "Month": 2, "Year": 2027}}""")]
    [InlineData(6105, """{"EndDate": {"Day": 2, "Month": 3, "Year": 2027}}""")]
    public async Task An_experiment_that_breaks_a_rule_is_refused_with_its_code(int code, string changes)
    {
        await using var session = await ApiSession.StartAsync(transport);
        var campaign = await session.AddCampaignAsync();
        await session.AddCampaignAsync("""{"Name": "Other"}""");
        await ApiSession.ExpectAsync(TryAddAsync(session, campaign, Stars.Expand(changes)), code);
    }

    [Fact]
    public async Task Experiments_of_a_campaign_do_not_overlap_and_are_not_tried_on_copies()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var campaign = await session.AddCampaignAsync();
        var id = await AddAsync(session, campaign);
        var copy = (await GetAsync(session, [id]))[0]!.ExperimentCampaignId!.Value;
        await ApiSession.ExpectAsync(TryAddAsync(session, campaign, """{"Name": "Second"}"""), 6113);
        await ApiSession.ExpectAsync(TryAddAsync(session, copy, """{"Name": "Second"}"""), 6119);
        await ApiSession.ExpectAsync(UpdateAsync(session, new() { Id = id, ExperimentStatus = "Ended" }));
        await ApiSession.ExpectAsync(TryAddAsync(session, campaign, """{"Name": "Second"}"""));
        await ApiSession.ExpectAsync(UpdateAsync(session, new() { Id = id, Name = "Too late" }), 6132);
    }

    [Fact]
    public async Task Some_members_can_not_be_changed()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var id = await AddAsync(session, await session.AddCampaignAsync());
        await ApiSession.ExpectAsync(UpdateAsync(session, new() { Id = id, BaseCampaignId = 5 }), 6130);
        await ApiSession.ExpectAsync(UpdateAsync(session, new() { Id = id, TrafficSplitPercent = 20 }), 6131);
        await ApiSession.ExpectAsync(UpdateAsync(session, new() { Id = id, ExperimentType = "Custom" }), 6137);
        await ApiSession.ExpectAsync(UpdateAsync(session, new() { Id = id, StartDate = Day(4) }));
        session.Emulator.Clock.Advance(TimeSpan.FromDays(5));
        await ApiSession.ExpectAsync(UpdateAsync(session, new() { Id = id, StartDate = Day(9) }), 6120);
    }

    [Fact]
    public async Task An_experiment_goes_with_its_campaign()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var campaign = await session.AddCampaignAsync();
        var copy = (await GetAsync(session, [await AddAsync(session, campaign)]))[0]!.ExperimentCampaignId!.Value;
        await session.Campaigns.DeleteCampaignsAsync(new() { AccountId = DemoCredentials.AccountId, CampaignIds = [campaign] });
        Assert.Empty(await GetAsync(session, null));
        Assert.Null(await CampaignAsync(session, copy));
    }

    private static Date Day(int day) => new() { Day = day, Month = 3, Year = 2027 };

    private static Experiment Make(long campaign, string changes) => ApiSession.Make<Experiment>(Valid.Replace("$campaign", $"{campaign}", StringComparison.Ordinal), changes);

    private static async Task<long> AddAsync(ApiSession session, long campaign)
    {
        var response = await session.Campaigns.AddExperimentsAsync(new() { Experiments = [Make(campaign, "{}")] });
        Assert.Empty(response.PartialErrors);
        return response.ExperimentIds[0]!.Value;
    }

    private static async Task<int[]> TryAddAsync(ApiSession session, long campaign, string changes)
        => ApiSession.Codes((await session.Campaigns.AddExperimentsAsync(new() { Experiments = [Make(campaign, changes)] })).PartialErrors);

    private static async Task<int[]> UpdateAsync(ApiSession session, Experiment change)
        => ApiSession.Codes((await session.Campaigns.UpdateExperimentsAsync(new() { Experiments = [change] })).PartialErrors);

    private static async Task<int[]> DeleteAsync(ApiSession session, long id)
        => ApiSession.Codes((await session.Campaigns.DeleteExperimentsAsync(new() { ExperimentIds = [id] })).PartialErrors);

    private static async Task<List<Experiment?>> GetAsync(ApiSession session, List<long>? ids) => (await session.Campaigns.GetExperimentsByIdsAsync(new() { ExperimentIds = ids })).Experiments;

    private static async Task<Campaign?> CampaignAsync(ApiSession session, long id)
        => (await session.Campaigns.GetCampaignsByIdsAsync(new() { AccountId = DemoCredentials.AccountId, CampaignIds = [id] })).Campaigns[0];
}
