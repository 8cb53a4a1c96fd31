using BingAds.V13.CampaignManagement;
using static BingAds.Emulator.Tests.Coverage;

namespace BingAds.Emulator.Tests.Api.AdExtensions;

public sealed class AdExtensionAssociationTestsOverRest() : AdExtensionAssociationTests(ApiTransport.Rest);

public sealed class AdExtensionAssociationTestsOverSoap() : AdExtensionAssociationTests(ApiTransport.Soap);

public abstract class AdExtensionAssociationTests(ApiTransport transport)
{
    private static readonly AdExtensionsTypeFilter s_types = "CalloutAdExtension, CallAdExtension, SitelinkAdExtension";

    [Fact]
    [Shows(Stateful, "CampaignManagement.SetAdExtensionsAssociations", "CampaignManagement.DeleteAdExtensionsAssociations", "CampaignManagement.GetAdExtensionsAssociations")]
    public async Task Extensions_are_put_on_each_level_read_and_taken_off()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var campaign = await session.AddCampaignAsync();
        var group = await session.AddAdGroupAsync(campaign);
        var callout = await session.AddExtensionAsync("Callout");
        foreach (var (level, entity) in new[] { (AssociationType.Campaign, campaign), (AssociationType.AdGroup, group), (AssociationType.Account, DemoCredentials.AccountId) })
        {
            Assert.Empty(await SetAsync(session, level, (callout, entity)));
            var association = Assert.Single(await ReadAsync(session, level, entity));
            Assert.Equal((callout, entity, level, AdExtensionEditorialStatus.Active), (association.AdExtension!.Id, association.EntityId, association.AssociationType, association.EditorialStatus));
            Assert.Equal([callout], (await session.Campaigns.GetAdExtensionIdsByAccountIdAsync(new() { AccountId = DemoCredentials.AccountId, AdExtensionType = s_types, AssociationType = level })).AdExtensionIds);

            Assert.Empty(await DeleteAsync(session, level, (callout, entity)));
            Assert.Empty(await ReadAsync(session, level, entity));
            Assert.Empty((await session.Campaigns.GetAdExtensionIdsByAccountIdAsync(new() { AccountId = DemoCredentials.AccountId, AdExtensionType = s_types, AssociationType = level })).AdExtensionIds);
        }
    }

    [Fact]
    public async Task Each_level_has_codes_of_its_own()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var campaign = await session.AddCampaignAsync();
        var group = await session.AddAdGroupAsync(campaign);
        var call = await session.AddExtensionAsync("Call");
        var callout = await session.AddExtensionAsync("Callout");
        await ApiSession.ExpectAsync(SetAsync(session, AssociationType.Campaign, (callout, campaign), (callout, campaign), (9, campaign), (callout, 9)), 3825, 3812, 1100);
        await ApiSession.ExpectAsync(SetAsync(session, AssociationType.AdGroup, (callout, group), (callout, group), (call, group), (callout, 9)), 3887, 3888, 1201);
        await ApiSession.ExpectAsync(SetAsync(session, AssociationType.Account, (call, DemoCredentials.AccountId), (callout, 9)), 3903, 3906);
        await ApiSession.ExpectAsync(DeleteAsync(session, AssociationType.Campaign, (call, campaign)), 3813);
        await ApiSession.ExpectAsync(DeleteAsync(session, AssociationType.AdGroup, (call, group)), 3886);
        await ApiSession.ExpectAsync(DeleteAsync(session, AssociationType.Account, (call, DemoCredentials.AccountId)), 3901);
        foreach (var (level, code) in new[] { (AssociationType.Campaign, 3810), (AssociationType.AdGroup, 3884), (AssociationType.Account, 3899) })
        {
            Assert.Equal([code], await ApiSession.RefusalAsync(async () => await SetAsync(session, level)));
            Assert.Equal([code + 1], await ApiSession.RefusalAsync(async () => await SetAsync(session, level, [.. Enumerable.Repeat((callout, campaign), 101)])));
        }
    }

    [Fact]
    public async Task An_entity_takes_twenty_of_a_type_but_one_call()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var campaign = await session.AddCampaignAsync();
        var callouts = await session.Campaigns.AddAdExtensionsAsync(new()
        {
            AccountId = DemoCredentials.AccountId,
            AdExtensions = [.. Enumerable.Range(0, 21).Select(static i => new CalloutAdExtension { Text = $"Callout {i}" }), new CallAdExtension { CountryCode = "US", PhoneNumber = "5035550142" }, new CallAdExtension { CountryCode = "US", PhoneNumber = "5035550143" }],
        });
        var response = await session.Campaigns.SetAdExtensionsAssociationsAsync(new()
        {
            AccountId = DemoCredentials.AccountId,
            AssociationType = AssociationType.Campaign,
            AdExtensionIdToEntityIdAssociations = callouts.AdExtensionIdentities.ConvertAll(i => new AdExtensionIdToEntityIdAssociation { AdExtensionId = i!.Id, EntityId = campaign }),
        });
        Assert.Equal([(20, 3968), (22, 3968)], response.PartialErrors.Select(static e => (e!.Index!.Value, e.Code!.Value)));
        Assert.Equal(21, (await ReadAsync(session, AssociationType.Campaign, campaign)).Count);
    }

    [Fact]
    public async Task Deleting_an_extension_or_an_entity_ends_the_association()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var (gone, stays) = (await session.AddCampaignAsync(), await session.AddCampaignAsync("""{"Name": "Stays"}"""));
        var (first, second) = (await session.AddExtensionAsync("Callout"), await session.AddExtensionAsync("Callout"));
        await SetAsync(session, AssociationType.Campaign, (first, gone), (first, stays), (second, stays));
        await session.Campaigns.DeleteCampaignsAsync(new() { AccountId = DemoCredentials.AccountId, CampaignIds = [gone] });
        await session.Campaigns.DeleteAdExtensionsAsync(new() { AccountId = DemoCredentials.AccountId, AdExtensionIds = [second] });
        var read = await session.Campaigns.GetAdExtensionsAssociationsAsync(new() { AccountId = DemoCredentials.AccountId, AssociationType = AssociationType.Campaign, AdExtensionType = s_types, EntityIds = [gone, stays] });
        Assert.Equal([1100], ApiSession.Codes(read.PartialErrors));
        Assert.Null(read.AdExtensionAssociationCollection[0]);
        Assert.Equal([first], read.AdExtensionAssociationCollection[1]!.AdExtensionAssociations!.Select(static a => a.AdExtension!.Id!.Value));
    }

    [Fact]
    [Shows(Computed, "CampaignManagement.GetAdExtensionsEditorialReasons", Unchecked = "the editors know two words only")]
    public async Task Words_that_the_editors_refuse_are_told_with_their_place()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var campaign = await session.AddCampaignAsync();
        var (good, bad) = (await session.AddExtensionAsync("Callout"), await session.AddExtensionAsync("Callout", """{"Text": "Counterfeit tents"}"""));
        await SetAsync(session, AssociationType.Campaign, (good, campaign), (bad, campaign));
        var reasons = await session.Campaigns.GetAdExtensionsEditorialReasonsAsync(new()
        {
            AccountId = DemoCredentials.AccountId,
            AssociationType = AssociationType.Campaign,
            AdExtensionIdToEntityIdAssociations = [new() { AdExtensionId = good, EntityId = campaign }, new() { AdExtensionId = bad, EntityId = campaign }, new() { AdExtensionId = bad, EntityId = 9 }],
        });
        Assert.Equal([3813], ApiSession.Codes(reasons.PartialErrors));
        Assert.Empty(reasons.EditorialReasons[0]!.Reasons!);
        var reason = Assert.Single(reasons.EditorialReasons[1]!.Reasons!);
        Assert.Equal(("Text", "counterfeit"), (reason.Location, reason.Term));
        Assert.Equal([AdExtensionEditorialStatus.Active, AdExtensionEditorialStatus.Disapproved], (await ReadAsync(session, AssociationType.Campaign, campaign)).Select(static a => a.EditorialStatus!.Value));
    }

    private static async Task<int[]> SetAsync(ApiSession session, AssociationType level, params (long Extension, long Entity)[] pairs)
        => ApiSession.Codes((await session.Campaigns.SetAdExtensionsAssociationsAsync(new()
        {
            AccountId = DemoCredentials.AccountId,
            AssociationType = level,
            AdExtensionIdToEntityIdAssociations = [.. pairs.Select(static p => new AdExtensionIdToEntityIdAssociation { AdExtensionId = p.Extension, EntityId = p.Entity })],
        })).PartialErrors);

    private static async Task<int[]> DeleteAsync(ApiSession session, AssociationType level, params (long Extension, long Entity)[] pairs)
        => ApiSession.Codes((await session.Campaigns.DeleteAdExtensionsAssociationsAsync(new()
        {
            AccountId = DemoCredentials.AccountId,
            AssociationType = level,
            AdExtensionIdToEntityIdAssociations = [.. pairs.Select(static p => new AdExtensionIdToEntityIdAssociation { AdExtensionId = p.Extension, EntityId = p.Entity })],
        })).PartialErrors);

    private static async Task<List<AdExtensionAssociation>> ReadAsync(ApiSession session, AssociationType level, long entity)
        => (await session.Campaigns.GetAdExtensionsAssociationsAsync(new() { AccountId = DemoCredentials.AccountId, AssociationType = level, AdExtensionType = s_types, EntityIds = [entity] }))
            .AdExtensionAssociationCollection[0]!.AdExtensionAssociations!;
}
