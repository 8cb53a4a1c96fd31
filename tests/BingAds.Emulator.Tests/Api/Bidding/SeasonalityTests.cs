using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Tests.Api.Bidding;

public sealed class SeasonalityTestsOverRest() : SeasonalityTests(ApiTransport.Rest);

public sealed class SeasonalityTestsOverSoap() : SeasonalityTests(ApiTransport.Soap);

public abstract class SeasonalityTests(ApiTransport transport)
{
    private const string Valid = """{"Name": "Sale", "StartDate": "2027-03-10T00:00:00Z", "EndDate": "2027-03-12T00:00:00Z", "AdjustmentPercentage": 1.4, "CampaignTypeFilter": "Search, Shopping"}""";

    [Fact]
    [Shows(
        Coverage.Stateful, "CampaignManagement.AddSeasonalityAdjustments", "CampaignManagement.UpdateSeasonalityAdjustments", "CampaignManagement.DeleteSeasonalityAdjustments",
        "CampaignManagement.GetSeasonalityAdjustmentsByIds", "CampaignManagement.GetSeasonalityAdjustmentsByAccountId")]
    public async Task An_adjustment_is_kept_changed_and_loses_campaigns_that_go()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var campaign = await session.AddCampaignAsync();
        var (ids, codes) = await AddAsync(session, $$"""{"CampaignAssociations": [{"CampaignId": "{{campaign}}"}]}""");
        Assert.Empty(codes);
        var id = ids[0]!.Value;
        Assert.Empty((await session.Campaigns.UpdateSeasonalityAdjustmentsAsync(new() { AccountId = DemoCredentials.AccountId, SeasonalityAdjustments = [new() { Id = id, Name = "Big sale" }] })).PartialErrors);
        var sale = Assert.Single((await session.Campaigns.GetSeasonalityAdjustmentsByAccountIdAsync(new() { AccountId = DemoCredentials.AccountId })).SeasonalityAdjustments)!;
        Assert.Equal(("Big sale", 1.4, DeviceType.All, campaign), (sale.Name, sale.AdjustmentPercentage, sale.DeviceTypeFilter!.Value, sale.CampaignAssociations!.Single().CampaignId));
        await session.Campaigns.DeleteCampaignsAsync(new() { AccountId = DemoCredentials.AccountId, CampaignIds = [campaign] });
        var later = await session.Campaigns.GetSeasonalityAdjustmentsByIdsAsync(new() { AccountId = DemoCredentials.AccountId, SeasonalityAdjustmentIds = [id, 5] });
        Assert.Empty(later.SeasonalityAdjustments[0]!.CampaignAssociations!);
        Assert.Equal([517], ApiSession.Codes(later.PartialErrors));
        Assert.Empty((await session.Campaigns.DeleteSeasonalityAdjustmentsAsync(new() { AccountId = DemoCredentials.AccountId, SeasonalityAdjustmentIds = [id] })).PartialErrors);
        Assert.Empty((await session.Campaigns.GetSeasonalityAdjustmentsByAccountIdAsync(new() { AccountId = DemoCredentials.AccountId })).SeasonalityAdjustments);
    }

    [Fact]
    [Shows(
        Coverage.Stateful, "CampaignManagement.AddDataExclusions", "CampaignManagement.UpdateDataExclusions", "CampaignManagement.DeleteDataExclusions", "CampaignManagement.GetDataExclusionsByIds",
        "CampaignManagement.GetDataExclusionsByAccountId")]
    public async Task A_data_exclusion_is_kept_changed_and_deleted()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var exclusion = new DataExclusion { Name = "Tag was off", StartDate = ApiSession.Now.UtcDateTime.AddDays(-4), EndDate = ApiSession.Now.UtcDateTime.AddDays(-2), CampaignTypeFilter = CampaignType.Search };
        var backwards = new DataExclusion { Name = "Backwards", StartDate = ApiSession.Now.UtcDateTime, EndDate = ApiSession.Now.UtcDateTime.AddDays(-2) };
        var added = await session.Campaigns.AddDataExclusionsAsync(new() { AccountId = DemoCredentials.AccountId, DataExclusions = [exclusion, backwards, new() { Name = "No time" }] });
        Assert.Equal([(1, 4405), (2, 4406)], added.PartialErrors.Select(static e => (e!.Index!.Value, e.Code!.Value)));
        var id = added.DataExclusionIds[0]!.Value;
        Assert.Empty((await session.Campaigns.UpdateDataExclusionsAsync(new() { AccountId = DemoCredentials.AccountId, DataExclusions = [new() { Id = id, Description = "Release" }] })).PartialErrors);
        var kept = (await session.Campaigns.GetDataExclusionsByIdsAsync(new() { AccountId = DemoCredentials.AccountId, DataExclusionIds = [id] })).DataExclusions[0]!;
        Assert.Equal(("Tag was off", "Release", exclusion.StartDate), (kept.Name, kept.Description, kept.StartDate));
        Assert.Single((await session.Campaigns.GetDataExclusionsByAccountIdAsync(new() { AccountId = DemoCredentials.AccountId })).DataExclusions);
        Assert.Empty((await session.Campaigns.DeleteDataExclusionsAsync(new() { AccountId = DemoCredentials.AccountId, DataExclusionIds = [id] })).PartialErrors);
        Assert.Empty((await session.Campaigns.GetDataExclusionsByAccountIdAsync(new() { AccountId = DemoCredentials.AccountId })).DataExclusions);
    }

    [Theory]
    [InlineData(4406, """{"Name": null}""")]
    [InlineData(1004, """{"Id": "5"}""")]
    [InlineData(4406, """{"StartDate": null}""")]
    [InlineData(4405, """{"EndDate": "2027-03-10T00:00:00Z"}""")]
    [InlineData(4406, """{"AdjustmentPercentage": null}""")]
    [InlineData(4405, """{"AdjustmentPercentage": -101}""")]
    [InlineData(4407, """{"DeviceTypeFilter": "Toasters"}""")]
    [InlineData(4407, """{"CampaignTypeFilter": "Search, Parade"}""")]
    [InlineData(1100, """{"CampaignAssociations": [{"CampaignId": "5"}]}""")]
    public async Task An_adjustment_that_breaks_a_rule_is_refused_with_its_code(int code, string changes)
    {
        await using var session = await ApiSession.StartAsync(transport);
        var (ids, codes) = await AddAsync(session, changes);
        Assert.Equal([null], ids);
        Assert.Equal([code], codes);
    }

    private static async Task<(List<long?> Ids, int[] Codes)> AddAsync(ApiSession session, string changes)
    {
        var response = await session.Campaigns.AddSeasonalityAdjustmentsAsync(new()
        {
            AccountId = DemoCredentials.AccountId, SeasonalityAdjustments = [ApiSession.Make<SeasonalityAdjustment>(Valid, changes)],
        });
        return (response.SeasonalityAdjustmentIds, ApiSession.Codes(response.PartialErrors));
    }
}
