using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Tests.Api.Audiences;

/// <summary>An account with a tag, and the calls that tests of audiences make.</summary>
internal sealed class AudienceWorld(ApiSession session, long tag) : IAsyncDisposable
{
    private const string ValidRemarketing = """
        {"Type": "RemarketingList", "Name": "Visitors", "Scope": "Account", "MembershipDuration": 45,
         "Rule": {"Type": "PageVisitors", "RuleItemGroups": [{"Items": [{"Type": "String", "Operand": "Url", "Operator": "Contains", "Value": "shop"}]}]}}
        """;

    private const string ValidCombined = """{"Type": "CombinedList", "Scope": "Account"}""";

    public ApiSession Session { get; } = session;

    public long Tag { get; } = tag;

    public static async Task<AudienceWorld> StartAsync(ApiTransport transport)
    {
        var session = await ApiSession.StartAsync(transport);
        var tags = await session.Campaigns.AddUetTagsAsync(new() { UetTags = [new() { Name = "Shop" }] });
        return new AudienceWorld(session, tags.UetTags[0]!.Id!.Value);
    }

    /// <summary>A list that nothing is wrong with, but for the changes.</summary>
    public Audience Remarketing(string changes = "{}")
        => ApiSession.Make<Audience>(ApiSession.Make<Audience>(ValidRemarketing, $$"""{"ParentId": "{{DemoCredentials.AccountId}}", "TagId": "{{Tag}}"}""").ToJson().ToJsonString(), changes);

    public Audience Combined(long list, string changes = "{}", string name = "Together")
        => ApiSession.Make<Audience>(
            ApiSession.Make<Audience>(
                ValidCombined,
                $$"""{"Name": "{{name}}", "ParentId": "{{DemoCredentials.AccountId}}", "CombinationRules": [{"Operator": "Or", "AudienceIds": ["{{list}}"]}]}""").ToJson().ToJsonString(),
            changes);

    public CustomerList CustomerList(string name) => (CustomerList)Own(new CustomerList { Name = name });

    /// <summary>Makes it the account's.</summary>
    public Audience Own(Audience audience)
    {
        (audience.Scope, audience.ParentId) = (EntityScope.Account, DemoCredentials.AccountId);
        return audience;
    }

    public async Task<long> AddAsync(Audience audience)
    {
        var response = await Session.Campaigns.AddAudiencesAsync(new() { Audiences = [audience] });
        Assert.Empty(response.PartialErrors);
        return response.AudienceIds[0]!.Value;
    }

    public async Task<int[]> TryAddAsync(Audience audience)
    {
        var response = await Session.Campaigns.AddAudiencesAsync(new() { Audiences = [audience] });
        Assert.Equal([null], response.AudienceIds);
        return ApiSession.Codes(response.PartialErrors);
    }

    public async Task<int[]> UpdateAsync(Audience audience) => ApiSession.Codes((await Session.Campaigns.UpdateAudiencesAsync(new() { Audiences = [audience] })).PartialErrors);

    public async Task<int[]> DeleteAsync(long id) => ApiSession.Codes((await Session.Campaigns.DeleteAudiencesAsync(new() { AudienceIds = [id] })).PartialErrors);

    public async Task<Audience?> GetAsync(AudienceType type, long id) => (await Session.Campaigns.GetAudiencesByIdsAsync(new() { AudienceIds = [id], Type = type })).Audiences[0];

    public async Task<List<Audience>> AllAsync(AudienceType type) => [.. (await Session.Campaigns.GetAudiencesByIdsAsync(new() { Type = type })).Audiences.Select(static a => a!)];

    public ValueTask DisposeAsync() => Session.DisposeAsync();
}
