using BingAds.Contract;
using BingAds.Errors;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Tests.Api;

public sealed class ListLimitTestsOverRest() : ListLimitTests(ApiTransport.Rest);

public sealed class ListLimitTestsOverSoap() : ListLimitTests(ApiTransport.Soap);

/// <summary>Lists that are empty or too long refuse the whole call.</summary>
public abstract class ListLimitTests(ApiTransport transport)
{
    [Theory]
    [InlineData("AddCampaigns", 0, 1113)]
    [InlineData("AddCampaigns", 101, 1114)]
    [InlineData("UpdateCampaigns", 0, 1113)]
    [InlineData("UpdateCampaigns", 101, 1114)]
    [InlineData("DeleteCampaigns", 0, 1118)]
    [InlineData("DeleteCampaigns", 101, 1119)]
    [InlineData("GetCampaignsByIds", 0, 1118)]
    [InlineData("GetCampaignsByIds", 101, 1119)]
    [InlineData("AddAdGroups", 0, 1209)]
    [InlineData("AddAdGroups", 1001, 1210)]
    [InlineData("UpdateAdGroups", 1001, 1210)]
    [InlineData("DeleteAdGroups", 0, 1218)]
    [InlineData("DeleteAdGroups", 1001, 1219)]
    [InlineData("GetAdGroupsByIds", 1001, 1219)]
    [InlineData("AddKeywords", 0, 1505)]
    [InlineData("AddKeywords", 1001, 1506)]
    [InlineData("UpdateKeywords", 1001, 1506)]
    [InlineData("DeleteKeywords", 0, 1529)]
    [InlineData("GetKeywordsByIds", 1001, 1530)]
    [InlineData("AddAds", 0, 1310)]
    [InlineData("AddAds", 51, 1311)]
    [InlineData("UpdateAds", 51, 1311)]
    [InlineData("DeleteAds", 0, 1351)]
    [InlineData("DeleteAds", 51, 1352)]
    [InlineData("GetAdsByIds", 21, 1352)]
    [InlineData("AddBudgets", 0, 4901)]
    [InlineData("AddBudgets", 101, 4913)]
    [InlineData("DeleteBudgets", 101, 4913)]
    [InlineData("GetBudgetsByIds", 101, 4913)]
    [InlineData("AddLabels", 0, 5400)]
    [InlineData("AddLabels", 101, 5423)]
    [InlineData("DeleteLabels", 101, 5426)]
    [InlineData("GetLabelsByIds", 1001, 5426)]
    [InlineData("SetLabelAssociations", 0, 5413)]
    [InlineData("SetLabelAssociations", 101, 5414)]
    [InlineData("DeleteLabelAssociations", 0, 5413)]
    [InlineData("GetLabelAssociationsByEntityIds", 101, 513)]
    [InlineData("AddAudiences", 0, 4844)]
    [InlineData("AddAudiences", 101, 4850)]
    [InlineData("DeleteAudiences", 0, 4851)]
    [InlineData("GetAudiencesByIds", 101, 4852)]
    [InlineData("AddAudienceGroups", 0, 206)]
    [InlineData("DeleteAudienceGroups", 101, 513)]
    [InlineData("SetAudienceGroupAssetGroupAssociations", 101, 4350)]
    [InlineData("AddUetTags", 0, 5308)]
    [InlineData("AddUetTags", 101, 5309)]
    [InlineData("GetUetTagsByIds", 101, 5304)]
    [InlineData("AddConversionGoals", 0, 5321)]
    [InlineData("UpdateConversionGoals", 101, 5322)]
    [InlineData("GetConversionGoalsByIds", 101, 5318)]
    [InlineData("GetConversionGoalsByTagIds", 101, 5304)]
    [InlineData("AddCampaignConversionGoals", 0, 206)]
    [InlineData("AddConversionValueRules", 0, 206)]
    [InlineData("GetConversionValueRulesByIds", 0, 516)]
    [InlineData("AddBidStrategies", 101, 4350)]
    [InlineData("DeleteBidStrategies", 0, 516)]
    [InlineData("GetCampaignIdsByBidStrategyIds", 101, 513)]
    [InlineData("AddSeasonalityAdjustments", 0, 206)]
    [InlineData("DeleteDataExclusions", 0, 516)]
    [InlineData("AddExperiments", 0, 6101)]
    [InlineData("AddExperiments", 101, 6135)]
    [InlineData("DeleteExperiments", 0, 6112)]
    [InlineData("GetExperimentsByIds", 5001, 6135)]
    public async Task A_list_out_of_bounds_refuses_the_call(string operation, int count, int code)
    {
        await using var session = await ApiSession.StartAsync(transport);
        var campaign = await session.AddCampaignAsync();
        var request = ApiCatalog.FindOperation(ServiceName.CampaignManagement, operation)!.CreateRequest();
        var group = await session.AddAdGroupAsync(campaign);
        foreach (var (member, value) in new (string, object)[]
        {
            ("AccountId", DemoCredentials.AccountId), ("CampaignId", campaign), ("AdGroupId", group), ("CampaignType", "Search"), ("EntityType", "Campaign"), ("AdTypes", new[] { "ResponsiveSearch" }),
            ("Type", "RemarketingList"), ("ConversionGoalTypes", "Url"),
        })
        {
            if (request.MemberNames.Contains(member))
                request[member] = value;
        }

        var list = request.MemberNames.First(static m => m is not "AccountId" and not "CampaignId" and not "AdGroupId" and not "EntityType" and not "AdTypes" and not "CampaignType");
        request[list] = list.EndsWith("Ids", StringComparison.Ordinal)
            ? Enumerable.Range(1, count).Select(static i => (long)i).ToArray()
            : Enumerable.Range(0, count).Select(i => Item(list)).ToArray();
        using var client = new ServiceClient(ServiceName.CampaignManagement, session.Authorization, Options(session));
        var refused = await Assert.ThrowsAnyAsync<ApiException>(async () => await client.CallAsync(operation, request));
        Assert.Equal([code], refused.Errors.Select(static e => e.Code));
        Assert.Equal("ApiFaultDetail", refused.FaultType);
    }

    [Fact]
    public async Task A_null_in_a_list_fails_alone()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var response = await session.Campaigns.AddCampaignsAsync(new() { AccountId = DemoCredentials.AccountId, Campaigns = [null!, ApiSession.Make<Campaign>(Valid.Campaign)] });
        Assert.Equal([1103], ApiSession.Codes(response.PartialErrors));
        Assert.Equal([false, true], response.CampaignIds.Select(static id => id > 0));
    }

    private static ApiObject Item(string list) => list switch
    {
        "Campaigns" => new Campaign(),
        "AdGroups" => new AdGroup(),
        "Keywords" => new Keyword(),
        "Ads" => new ResponsiveSearchAd(),
        "Budgets" => new Budget(),
        "Labels" => new Label(),
        "Audiences" => new RemarketingList(),
        "AudienceGroupAssetGroupAssociations" => new AudienceGroupAssetGroupAssociation(),
        "UetTags" => new UetTag(),
        "ConversionGoals" => new UrlGoal(),
        "BidStrategies" => new BidStrategy(),
        "Experiments" => new Experiment(),
        _ => new LabelAssociation { LabelId = 1, EntityId = 1 },
    };

    private ServiceClientOptions Options(ApiSession session)
    {
        var options = new ServiceClientOptions { BaseAddress = session.Emulator.BaseAddress, Transport = transport, TimeProvider = session.Emulator.Clock };
        options.Retry.MaxRetries = 0;
        return options;
    }
}
