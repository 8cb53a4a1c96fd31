using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Tests.Api.Conversions;

/// <summary>An account with a tag, and the calls that tests of goals make. <c>$tag</c> in a goal stands for the tag's id.</summary>
internal sealed class GoalWorld(ApiSession session, long tag) : IAsyncDisposable
{
    private const string AnyType = "Url, Duration, PagesViewedPerVisit, Event, AppInstall, OfflineConversion, InStoreTransaction, AppDownload";

    public ApiSession Session { get; } = session;

    public long Tag { get; } = tag;

    public static async Task<GoalWorld> StartAsync(ApiTransport transport)
    {
        var session = await ApiSession.StartAsync(transport);
        var tags = await session.Campaigns.AddUetTagsAsync(new() { UetTags = [new() { Name = "Shop" }] });
        return new GoalWorld(session, tags.UetTags[0]!.Id!.Value);
    }

    public async Task<long> AddAsync(string goal, string changes = "{}")
    {
        var response = await AddAsync(Make(goal, changes));
        Assert.Empty(response.PartialErrors);
        return response.ConversionGoalIds[0]!.Value;
    }

    public async Task<int[]> TryAddAsync(string goal, string changes = "{}")
    {
        var response = await AddAsync(Make(goal, changes));
        Assert.Equal([null], response.ConversionGoalIds);
        return ApiSession.Codes(response.PartialErrors);
    }

    public async Task<int[]> UpdateAsync(ConversionGoal goal)
        => ApiSession.Codes((await Session.Campaigns.UpdateConversionGoalsAsync(new() { ConversionGoals = [goal] })).PartialErrors);

    public async Task<ConversionGoal?> GetAsync(long id)
        => (await Session.Campaigns.GetConversionGoalsByIdsAsync(new() { ConversionGoalIds = [id], ConversionGoalTypes = AnyType })).ConversionGoals[0];

    /// <summary>A client for another account of the same customer.</summary>
    public CampaignManagementClient ClientOf(long account, ApiTransport transport)
    {
        var authorization = new AuthorizationData
        {
            AccountId = account,
            CustomerId = DemoCredentials.CustomerId,
            DeveloperToken = DemoCredentials.DeveloperToken,
            Authentication = Session.Authorization.Authentication,
        };
        return new CampaignManagementClient(authorization, Session.Emulator.CreateClientOptions(transport));
    }

    public ValueTask DisposeAsync() => Session.DisposeAsync();

    private ConversionGoal Make(string goal, string changes) => ApiSession.Make<ConversionGoal>(goal.Replace("$tag", $"{Tag}", StringComparison.Ordinal), changes);

    private async Task<AddConversionGoalsResponse> AddAsync(ConversionGoal goal) => await Session.Campaigns.AddConversionGoalsAsync(new() { ConversionGoals = [goal] });
}
