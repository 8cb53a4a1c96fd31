using BingAds.Emulator.Store;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Tests.Api.Audiences;

public sealed class AudienceGroupTestsOverRest() : AudienceGroupTests(ApiTransport.Rest);

public sealed class AudienceGroupTestsOverSoap() : AudienceGroupTests(ApiTransport.Soap);

public abstract class AudienceGroupTests(ApiTransport transport)
{
    private const string Valid = """
        {"Name": "Families", "Description": "Signal", "Dimensions": [{"Type": "Age", "AgeRanges": ["TwentyFiveToThirtyFour"]}, {"Type": "Gender", "GenderTypes": ["Female"]}]}
        """;

    [Fact]
    [Shows(Coverage.Stateful, "CampaignManagement.AddAudienceGroups", "CampaignManagement.UpdateAudienceGroups", "CampaignManagement.DeleteAudienceGroups", "CampaignManagement.GetAudienceGroupsByIds")]
    public async Task A_group_is_kept_changed_in_what_is_given_and_deleted()
    {
        await using var world = await AudienceWorld.StartAsync(transport);
        var market = (await world.AllAsync(AudienceType.InMarket))[0].Id!.Value;
        var id = (await AddAsync(world, "{}")).Ids[0]!.Value;
        var update = new AudienceGroup { Id = id, Dimensions = [new AudienceDimension { Audiences = [new() { Id = market }] }] };
        Assert.Empty((await world.Session.Campaigns.UpdateAudienceGroupsAsync(new() { AudienceGroups = [update] })).PartialErrors);
        var group = (await world.Session.Campaigns.GetAudienceGroupsByIdsAsync(new())).AudienceGroups.Single()!;
        Assert.Equal((id, "Families", "Signal", 0), (group.Id, group.Name, group.Description, group.AssociationCount));
        var audience = Assert.Single(Assert.IsType<AudienceDimension>(Assert.Single(group.Dimensions!)).Audiences!);
        Assert.Equal((market, AudienceType.InMarket), (audience.Id!.Value, audience.Type!.Value));
        Assert.Empty((await world.Session.Campaigns.DeleteAudienceGroupsAsync(new() { AudienceGroupIds = [id] })).PartialErrors);
        var gone = await world.Session.Campaigns.GetAudienceGroupsByIdsAsync(new() { AudienceGroupIds = [id] });
        Assert.Equal([517], ApiSession.Codes(gone.PartialErrors));
    }

    [Theory]
    [InlineData(4406, """{"Name": null}""")]
    [InlineData(4404, """{"Name": "*257"}""")]
    [InlineData(1004, """{"Id": "4"}""")]
    [InlineData(4406, """{"Dimensions": []}""")]
    [InlineData(4407, """{"Dimensions": [{"Type": "Age", "AgeRanges": []}]}""")]
    [InlineData(4407, """{"Dimensions": [{"Type": "Gender", "GenderTypes": ["Male"]}, {"Type": "Gender", "GenderTypes": ["Female"]}]}""")]
    [InlineData(4835, """{"Dimensions": [{"Type": "Audience", "Audiences": [{"Id": "4"}]}]}""")]
    public async Task A_group_that_breaks_a_rule_is_refused_with_its_code(int code, string changes)
    {
        await using var world = await AudienceWorld.StartAsync(transport);
        var (_, codes) = await AddAsync(world, Stars.Expand(changes));
        Assert.Equal([code], codes);
    }

    [Fact]
    public async Task Audiences_that_are_gone_are_not_told_and_stop_no_change()
    {
        await using var world = await AudienceWorld.StartAsync(transport);
        var (list, market) = (await world.AddAsync(world.CustomerList("Readers")), (await world.AllAsync(AudienceType.InMarket))[0].Id);
        var id = (await AddAsync(world, $$"""{"Dimensions": [{"Type": "Audience", "Audiences": [{"Id": "{{list}}"}, {"Id": "{{market}}"}]}]}""")).Ids[0]!.Value;
        await ApiSession.ExpectAsync(world.DeleteAsync(list));
        Assert.Empty((await world.Session.Campaigns.UpdateAudienceGroupsAsync(new() { AudienceGroups = [new() { Id = id, Name = "Renamed" }] })).PartialErrors);
        var group = (await world.Session.Campaigns.GetAudienceGroupsByIdsAsync(new() { AudienceGroupIds = [id] })).AudienceGroups[0]!;
        Assert.Equal("Renamed", group.Name);
        Assert.Equal([market], Assert.IsType<AudienceDimension>(group.Dimensions!.Single()).Audiences!.Select(static a => a.Id));
    }

    [Fact]
    public async Task Names_are_unique_in_the_account()
    {
        await using var world = await AudienceWorld.StartAsync(transport);
        Assert.Empty((await AddAsync(world, "{}")).Codes);
        var (_, codes) = await AddAsync(world, """{"Name": "FAMILIES"}""");
        Assert.Equal([1043], codes);
    }

    [Fact]
    [Shows(
        Coverage.Stateful, "CampaignManagement.SetAudienceGroupAssetGroupAssociations", "CampaignManagement.DeleteAudienceGroupAssetGroupAssociations",
        "CampaignManagement.GetAudienceGroupAssetGroupAssociationsByAssetGroupIds", "CampaignManagement.GetAudienceGroupAssetGroupAssociationsByAudienceGroupIds")]
    public async Task An_asset_group_has_one_audience_group_at_most()
    {
        const long assets = 77;
        await using var world = await AudienceWorld.StartAsync(transport);
        var group = new EntityRow(FamilyNames.AssetGroup, assets) { Account = DemoCredentials.AccountId, Customer = DemoCredentials.CustomerId, Body = "{}"u8.ToArray() };
        await world.Session.Emulator.State.Store.RunAsync(s => s.Entities.Insert(group));
        var (one, two) = ((await AddAsync(world, "{}")).Ids[0]!.Value, (await AddAsync(world, """{"Name": "Couples"}""")).Ids[0]!.Value);
        Assert.Empty((await SetAsync(one)).PartialErrors);
        Assert.Equal([one], await OfAssetsAsync());
        Assert.Empty((await SetAsync(two)).PartialErrors);
        Assert.Equal([two], await OfAssetsAsync());
        var byGroup = await world.Session.Campaigns.GetAudienceGroupAssetGroupAssociationsByAudienceGroupIdsAsync(new() { AudienceGroupIds = [one, two] });
        Assert.Equal([assets], byGroup.AudienceGroupAssetGroupAssociations.Select(static a => a!.AssetGroupId!.Value));
        Assert.Equal([0, 1], (await world.Session.Campaigns.GetAudienceGroupsByIdsAsync(new() { AudienceGroupIds = [one, two] })).AudienceGroups.Select(static g => g!.AssociationCount!.Value));

        var association = new AudienceGroupAssetGroupAssociation { AudienceGroupId = two, AssetGroupId = assets };
        Assert.Empty((await DeleteAsync()).PartialErrors);
        var again = await DeleteAsync();
        Assert.Equal([1044], ApiSession.Codes(again.PartialErrors));
        Assert.Empty(await OfAssetsAsync());
        await SetAsync(two);
        await world.Session.Campaigns.DeleteAudienceGroupsAsync(new() { AudienceGroupIds = [two] });
        Assert.Empty(await OfAssetsAsync());

        async Task<SetAudienceGroupAssetGroupAssociationsResponse> SetAsync(long audiences)
            => await world.Session.Campaigns.SetAudienceGroupAssetGroupAssociationsAsync(new() { AudienceGroupAssetGroupAssociations = [new() { AudienceGroupId = audiences, AssetGroupId = assets }] });

        async Task<DeleteAudienceGroupAssetGroupAssociationsResponse> DeleteAsync()
            => await world.Session.Campaigns.DeleteAudienceGroupAssetGroupAssociationsAsync(new() { AudienceGroupAssetGroupAssociations = [association] });

        async Task<List<long>> OfAssetsAsync()
            => [.. (await world.Session.Campaigns.GetAudienceGroupAssetGroupAssociationsByAssetGroupIdsAsync(new() { AssetGroupIds = [assets] })).AudienceGroupAssetGroupAssociations.Select(static a => a!.AudienceGroupId!.Value)];
    }

    [Fact]
    public async Task Associations_need_both_ends()
    {
        await using var world = await AudienceWorld.StartAsync(transport);
        var id = (await AddAsync(world, "{}")).Ids[0];
        var response = await world.Session.Campaigns.SetAudienceGroupAssetGroupAssociationsAsync(new()
        {
            AudienceGroupAssetGroupAssociations = [new() { AudienceGroupId = id, AssetGroupId = 5 }, new() { AudienceGroupId = 6, AssetGroupId = 5 }],
        });
        Assert.Equal([517, 517], ApiSession.Codes(response.PartialErrors));
        var byGroup = await world.Session.Campaigns.GetAudienceGroupAssetGroupAssociationsByAudienceGroupIdsAsync(new() { AudienceGroupIds = [id!.Value, 6] });
        Assert.Empty(byGroup.AudienceGroupAssetGroupAssociations);
        Assert.Equal([517], ApiSession.Codes(byGroup.PartialErrors));
        var byAssets = await world.Session.Campaigns.GetAudienceGroupAssetGroupAssociationsByAssetGroupIdsAsync(new() { AssetGroupIds = [5] });
        Assert.Equal([517], ApiSession.Codes(byAssets.PartialErrors));
    }

    private static async Task<(List<long?> Ids, int[] Codes)> AddAsync(AudienceWorld world, string changes)
    {
        var response = await world.Session.Campaigns.AddAudienceGroupsAsync(new() { AudienceGroups = [ApiSession.Make<AudienceGroup>(Valid, changes)] });
        return (response.AudienceGroupIds, ApiSession.Codes(response.PartialErrors));
    }
}
