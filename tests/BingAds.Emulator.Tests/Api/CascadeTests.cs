using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Tests.Api;

public sealed class CascadeTestsOverRest() : CascadeTests(ApiTransport.Rest);

public sealed class CascadeTestsOverSoap() : CascadeTests(ApiTransport.Soap);

public abstract class CascadeTests(ApiTransport transport)
{
    [Fact]
    public async Task Deleting_a_campaign_takes_everything_below_it_along()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var campaign = await session.AddCampaignAsync();
        var group = await session.AddAdGroupAsync(campaign);
        var keyword = await session.AddKeywordAsync(group);
        await session.AddAdAsync(group);
        var label = await session.AddLabelAsync();
        await session.Campaigns.SetLabelAssociationsAsync(new() { EntityType = EntityType.Keyword, LabelAssociations = [new() { LabelId = label, EntityId = keyword }] });

        await session.Campaigns.DeleteCampaignsAsync(new() { AccountId = DemoCredentials.AccountId, CampaignIds = [campaign] });

        Assert.Equal([1100], await ApiSession.RefusalAsync(async () => await session.Campaigns.GetAdGroupsByCampaignIdAsync(new() { CampaignId = campaign })));
        Assert.Equal([1201], await ApiSession.RefusalAsync(async () => await session.Campaigns.GetKeywordsByAdGroupIdAsync(new() { AdGroupId = group })));
        Assert.Equal([1201], await ApiSession.RefusalAsync(async () => await session.Campaigns.GetAdsByAdGroupIdAsync(new() { AdGroupId = group, AdTypes = [AdType.ResponsiveSearch] })));
        Assert.Empty((await session.Campaigns.GetLabelAssociationsByLabelIdsAsync(new() { EntityType = EntityType.Keyword, LabelIds = [label] })).LabelAssociations);
        Assert.Single((await session.Campaigns.GetLabelsByIdsAsync(new())).Labels);
    }

    [Fact]
    public async Task Deleting_an_ad_group_leaves_its_neighbours()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var campaign = await session.AddCampaignAsync();
        var (gone, stays) = (await session.AddAdGroupAsync(campaign), await session.AddAdGroupAsync(campaign, """{"Name": "Stays"}"""));
        await session.AddKeywordAsync(gone);
        var keyword = await session.AddKeywordAsync(stays);
        var response = await session.Campaigns.DeleteAdGroupsAsync(new() { CampaignId = campaign, AdGroupIds = [gone, 5] });
        Assert.Equal([1201], ApiSession.Codes(response.PartialErrors));
        Assert.Equal([stays], (await session.Campaigns.GetAdGroupsByCampaignIdAsync(new() { CampaignId = campaign })).AdGroups.Select(static g => g!.Id!.Value));
        Assert.Equal([keyword], (await session.Campaigns.GetKeywordsByAdGroupIdAsync(new() { AdGroupId = stays })).Keywords.Select(static k => k!.Id!.Value));
    }

    [Fact]
    public async Task Ids_are_never_given_twice()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var first = await session.AddCampaignAsync();
        await session.Campaigns.DeleteCampaignsAsync(new() { AccountId = DemoCredentials.AccountId, CampaignIds = [first] });
        Assert.True(await session.AddCampaignAsync() > first);
    }
}
