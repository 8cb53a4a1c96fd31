using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Tests.Api.Bidding;

public sealed class BidStrategyTestsOverRest() : BidStrategyTests(ApiTransport.Rest);

public sealed class BidStrategyTestsOverSoap() : BidStrategyTests(ApiTransport.Soap);

public abstract class BidStrategyTests(ApiTransport transport)
{
    private const string Valid = """{"Name": "Aim", "BiddingScheme": {"Type": "TargetCpa", "TargetCpa": 12.5}}""";

    [Fact]
    [Shows(
        Coverage.Stateful, "CampaignManagement.AddBidStrategies", "CampaignManagement.UpdateBidStrategies", "CampaignManagement.DeleteBidStrategies", "CampaignManagement.GetBidStrategiesByIds",
        "CampaignManagement.GetCampaignIdsByBidStrategyIds")]
    public async Task Campaigns_bid_by_their_strategy_and_hold_it_fast()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var id = await AddAsync(session);
        var campaign = await session.AddCampaignAsync($$$"""{"BidStrategyId": "{{{id}}}", "BiddingScheme": {"Type": "MaxClicks"}}""");
        await ApiSession.ExpectAsync(UpdateAsync(session, new() { Id = id, Name = "Lower" }));
        var strategy = (await session.Campaigns.GetBidStrategiesByIdsAsync(new())).BidStrategies.Single()!;
        Assert.Equal((id, "Lower", 1, CampaignType.Search, EntityScope.Account), (strategy.Id!.Value, strategy.Name, strategy.AssociationCount, strategy.AssociatedCampaignType!.Value, strategy.Scope!.Value));
        Assert.Equal(12.5, Assert.IsType<MaxConversionsBiddingScheme>(strategy.BiddingScheme).TargetCpa);
        Assert.IsType<MaxConversionsBiddingScheme>((await GetAsync(session, campaign)).BiddingScheme);
        Assert.Equal([[campaign], null], await CampaignsAsync(session, id, 5));
        await ApiSession.ExpectAsync(DeleteAsync(session, id), 1016);

        await session.Campaigns.UpdateCampaignsAsync(new() { AccountId = DemoCredentials.AccountId, Campaigns = [new() { Id = campaign, BidStrategyId = 0 }] });
        Assert.IsType<MaxClicksBiddingScheme>((await GetAsync(session, campaign)).BiddingScheme);
        Assert.Equal([[]], await CampaignsAsync(session, id));
        await ApiSession.ExpectAsync(DeleteAsync(session, id));
        await ApiSession.ExpectAsync(DeleteAsync(session, id), 517);
    }

    [Theory]
    [InlineData(4406, """{"Name": null}""")]
    [InlineData(4404, """{"Name": "*256"}""")]
    [InlineData(1043, """{"Name": "TAKEN"}""")]
    [InlineData(1004, """{"Id": "5"}""")]
    [InlineData(4406, """{"BiddingScheme": null}""")]
    [InlineData(4701, """{"BiddingScheme": {"Type": "ManualCpc"}}""")]
    [InlineData(4702, """{"BiddingScheme": {"Type": "TargetCpa"}}""")]
    [InlineData(4709, """{"BiddingScheme": {"Type": "MaxConversions", "TargetCpa": 0}}""")]
    [InlineData(4730, """{"BiddingScheme": {"Type": "TargetRoasBiddingScheme", "TargetRoas": 1000.5}}""")]
    [InlineData(4405, """{"BiddingScheme": {"Type": "TargetImpressionShareBiddingScheme", "TargetImpressionShare": 101, "TargetAdPosition": "AbsoluteTopOfPage"}}""")]
    [InlineData(1515, """{"BiddingScheme": {"Type": "MaxClicks", "MaxCpc": {"Amount": 0.01}}}""")]
    [InlineData(5703, """{"AssociatedCampaignType": "PerformanceMax"}""")]
    public async Task A_strategy_that_breaks_a_rule_is_refused_with_its_code(int code, string changes)
    {
        await using var session = await ApiSession.StartAsync(transport);
        await AddAsync(session, """{"Name": "Taken"}""");
        var response = await session.Campaigns.AddBidStrategiesAsync(new() { BidStrategies = [ApiSession.Make<BidStrategy>(Valid, Stars.Expand(changes))] });
        Assert.Equal([null], response.BidStrategyIds);
        Assert.Equal([code], ApiSession.Codes(response.PartialErrors));
    }

    [Fact]
    public async Task A_campaign_takes_a_strategy_that_is_there_and_of_its_type()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var shopping = await AddAsync(session, """{"AssociatedCampaignType": "Shopping"}""");
        await ApiSession.ExpectAsync(TryCampaignAsync(session, 5), 517);
        await ApiSession.ExpectAsync(TryCampaignAsync(session, shopping), 5703);
        await ApiSession.ExpectAsync(UpdateAsync(session, new() { Id = shopping, AssociatedCampaignType = CampaignType.Search }), 4415);
    }

    [Fact]
    public async Task Strategies_of_account_and_customer_are_kept_apart()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var own = await AddAsync(session);
        var above = await AddAsync(session, """{"Scope": "Customer"}""");
        Assert.Equal([own], await ListAsync(null));
        Assert.Equal([above], await ListAsync(EntityScope.Customer));
        var wrong = await session.Campaigns.GetBidStrategiesByIdsAsync(new() { BidStrategyIds = [above] });
        Assert.Equal([517], ApiSession.Codes(wrong.PartialErrors));
        await ApiSession.ExpectAsync(DeleteAsync(session, above), 517);
        Assert.Empty((await session.Campaigns.DeleteBidStrategiesAsync(new() { BidStrategyIds = [above], Scope = EntityScope.Customer })).PartialErrors);

        async Task<long?[]> ListAsync(EntityScope? scope) => [.. (await session.Campaigns.GetBidStrategiesByIdsAsync(new() { Scope = scope })).BidStrategies.Select(static s => s!.Id)];
    }

    private static async Task<long> AddAsync(ApiSession session, string changes = "{}")
    {
        var response = await session.Campaigns.AddBidStrategiesAsync(new() { BidStrategies = [ApiSession.Make<BidStrategy>(Valid, changes)] });
        Assert.Empty(response.PartialErrors);
        return response.BidStrategyIds[0]!.Value;
    }

    private static async Task<int[]> TryCampaignAsync(ApiSession session, long strategy)
    {
        var campaign = ApiSession.Make<Campaign>(Api.Valid.Campaign, $$"""{"BidStrategyId": "{{strategy}}"}""");
        return ApiSession.Codes((await session.Campaigns.AddCampaignsAsync(new() { AccountId = DemoCredentials.AccountId, Campaigns = [campaign] })).PartialErrors);
    }

    private static async Task<int[]> UpdateAsync(ApiSession session, BidStrategy strategy)
        => ApiSession.Codes((await session.Campaigns.UpdateBidStrategiesAsync(new() { BidStrategies = [strategy] })).PartialErrors);

    private static async Task<int[]> DeleteAsync(ApiSession session, long id)
        => ApiSession.Codes((await session.Campaigns.DeleteBidStrategiesAsync(new() { BidStrategyIds = [id] })).PartialErrors);

    private static async Task<List<long?>?[]> CampaignsAsync(ApiSession session, params long[] ids)
        => [.. (await session.Campaigns.GetCampaignIdsByBidStrategyIdsAsync(new() { BidStrategyIds = [.. ids] })).CampaignIdCollection.Select(static c => c is null ? null : c.Ids ?? [])];

    private static async Task<Campaign> GetAsync(ApiSession session, long id)
        => (await session.Campaigns.GetCampaignsByIdsAsync(new() { AccountId = DemoCredentials.AccountId, CampaignIds = [id] })).Campaigns[0]!;
}
