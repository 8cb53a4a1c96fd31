using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Tests.Api;

public sealed class SharedListTestsOverRest() : SharedListTests(ApiTransport.Rest);

public sealed class SharedListTestsOverSoap() : SharedListTests(ApiTransport.Soap);

public abstract class SharedListTests(ApiTransport transport)
{
    [Theory]
    [InlineData(4301, "")]
    [InlineData(4323, "*")]
    [InlineData(4324, "a\tb")]
    [InlineData(4334, "never SHOW")]
    public async Task A_list_that_breaks_a_rule_is_refused_with_its_code(int code, string name)
    {
        await using var session = await ApiSession.StartAsync(transport);
        await AddAsync(session, new NegativeKeywordList { Name = "Never show" });
        var wrong = new NegativeKeywordList { Name = name == "*" ? new string('n', 256) : name };
        Assert.Equal([code], await ApiSession.RefusalAsync(async () => await AddAsync(session, wrong)));
    }

    [Fact]
    public async Task Items_fail_one_by_one_each_with_its_code()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var added = await AddAsync(
            session, new NegativeKeywordList { Name = "Words" }, Word("used"), Word("USED "), Word("used", "Exact"), Word("x", "Broad"), Word(""), new NegativeSite { Url = "a.example" }, Word(new string('w', 101)));
        Assert.Equal([true, false, true, false, false, false, false], added.ListItemIds.Select(static id => id > 0));
        Assert.Equal([(1, 4356), (3, 4340), (4, 4333), (5, 4357), (6, 1005)], added.PartialErrors.Select(static e => (e!.Index!.Value, e.Code!.Value)));
    }

    [Theory]
    [InlineData("news.example.org/sport", null)]
    [InlineData("https://news.example.org", null)]
    [InlineData("no-dots", 1012)]
    [InlineData("a.example/?x", 1012)]
    [InlineData("a.example/1/2/3", 1036)]
    [InlineData("a.b.c.d.e.example.org", 1037)]
    public async Task Sites_are_addresses_of_few_parts(string url, int? code)
    {
        await using var session = await ApiSession.StartAsync(transport);
        var added = await AddAsync(session, new PlacementExclusionList { Name = "Places" }, new NegativeSite { Url = url });
        Assert.Equal(code is { } c ? [c] : [], ApiSession.Codes(added.PartialErrors));
        var campaign = await session.AddCampaignAsync();
        var set = await session.Campaigns.SetNegativeSitesToCampaignsAsync(new()
        {
            AccountId = DemoCredentials.AccountId,
            CampaignNegativeSites = [new() { CampaignId = campaign, NegativeSites = [url] }],
        });
        Assert.Equal(code is { } same ? [same] : [], ApiSession.Codes(set.PartialErrors));
    }

    [Fact]
    public async Task Lists_of_account_and_customer_are_kept_apart()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var own = await AddAsync(session, new NegativeKeywordList { Name = "Same" });
        var above = await session.Campaigns.AddSharedEntityAsync(new() { SharedEntity = new NegativeKeywordList { Name = "Same" }, SharedEntityScope = EntityScope.Customer });
        Assert.Equal([own.SharedEntityId], await ListAsync(null));
        Assert.Equal([above.SharedEntityId], await ListAsync(EntityScope.Customer));
        var other = await session.Campaigns.DeleteSharedEntitiesAsync(new() { SharedEntities = [new NegativeKeywordList { Id = above.SharedEntityId }] });
        Assert.Equal([4326], ApiSession.Codes(other.PartialErrors));

        async Task<long?[]> ListAsync(EntityScope? scope)
            => [.. (await session.Campaigns.GetSharedEntitiesAsync(new() { SharedEntityType = "NegativeKeywordList", SharedEntityScope = scope })).SharedEntities.Select(static s => s!.Id)];
    }

    [Fact]
    public async Task A_list_counts_its_items_and_campaigns_and_is_held_fast_by_them()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var list = (await AddAsync(session, new NegativeKeywordList { Name = "Words" }, Word("a"), Word("b"))).SharedEntityId!.Value;
        var campaign = await session.AddCampaignAsync();
        var link = new SharedEntityAssociation { EntityId = campaign, EntityType = "Campaign", SharedEntityId = list, SharedEntityType = "NegativeKeywordList" };
        var set = await session.Campaigns.SetSharedEntityAssociationsAsync(new()
        {
            Associations =
            [
                link, link,
                new() { EntityId = campaign, EntityType = "Campaign", SharedEntityId = 4, SharedEntityType = "NegativeKeywordList" },
                new() { EntityId = 5, EntityType = "Campaign", SharedEntityId = list, SharedEntityType = "NegativeKeywordList" },
                new() { EntityId = DemoCredentials.AccountId, EntityType = "Account", SharedEntityId = list, SharedEntityType = "BrandList" },
            ],
        });
        Assert.Equal([(1, 4309), (2, 4317), (3, 517), (4, 4303)], set.PartialErrors.Select(static e => (e!.Index!.Value, e.Code!.Value)));
        var shown = (SharedList)(await session.Campaigns.GetSharedEntitiesByAccountIdAsync(new() { SharedEntityType = "NegativeKeywordList" })).SharedEntities[0]!;
        Assert.Equal((2, 1), (shown.ItemCount, shown.AssociationCount));

        var delete = new DeleteSharedEntitiesRequest { SharedEntities = [new NegativeKeywordList { Id = list }] };
        var refused = await session.Campaigns.DeleteSharedEntitiesAsync(delete);
        Assert.Equal([4331], ApiSession.Codes(refused.PartialErrors));
        await session.Campaigns.DeleteCampaignsAsync(new() { AccountId = DemoCredentials.AccountId, CampaignIds = [campaign] });
        Assert.Empty((await session.Campaigns.DeleteSharedEntitiesAsync(delete)).PartialErrors);
        Assert.Equal([4317], await ApiSession.RefusalAsync(async () => await session.Campaigns.GetListItemsBySharedListAsync(new() { SharedList = new NegativeKeywordList { Id = list } })));
    }

    [Fact]
    public async Task Negative_words_of_an_entity_have_nested_errors()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var campaign = await session.AddCampaignAsync();
        var response = await session.Campaigns.AddNegativeKeywordsToEntitiesAsync(new()
        {
            EntityNegativeKeywords = [new() { EntityId = campaign, EntityType = "Campaign", NegativeKeywords = [Word("free"), Word("Free"), Word("cheap", "Broad")] }],
        });
        Assert.Equal([true, false, false], response.NegativeKeywordIds[0]!.Ids!.Select(static id => id > 0));
        var nested = Assert.Single(response.NestedPartialErrors)!;
        Assert.Equal(0, nested.Index);
        Assert.Equal([(1, 4335), (2, 4340)], nested.BatchErrors!.Select(static e => (e.Index!.Value, e.Code!.Value)));

        var deleted = await session.Campaigns.DeleteNegativeKeywordsFromEntitiesAsync(new()
        {
            EntityNegativeKeywords = [new() { EntityId = campaign, EntityType = "Campaign", NegativeKeywords = [new() { Id = 7 }, new() { Id = response.NegativeKeywordIds[0]!.Ids![0] }] }],
        });
        Assert.Equal([(0, 4330)], Assert.Single(deleted.NestedPartialErrors)!.BatchErrors!.Select(static e => (e.Index!.Value, e.Code!.Value)));
        var left = await session.Campaigns.GetNegativeKeywordsByEntityIdsAsync(new() { EntityIds = [campaign], EntityType = "Campaign", ParentEntityId = DemoCredentials.AccountId });
        Assert.Empty(left.EntityNegativeKeywords[0]!.NegativeKeywords ?? []);
    }

    [Fact]
    public async Task Setting_sites_replaces_them_and_unknown_entities_fail_alone()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var campaign = await session.AddCampaignAsync();
        var group = await session.AddAdGroupAsync(campaign);
        var set = await session.Campaigns.SetNegativeSitesToAdGroupsAsync(new()
        {
            CampaignId = campaign,
            AdGroupNegativeSites = [new() { AdGroupId = group, NegativeSites = ["a.example", "b.example"] }, new() { AdGroupId = 3, NegativeSites = ["a.example"] }],
        });
        Assert.Equal([(1, 1201)], set.PartialErrors.Select(static e => (e!.Index!.Value, e.Code!.Value)));
        await session.Campaigns.SetNegativeSitesToAdGroupsAsync(new() { CampaignId = campaign, AdGroupNegativeSites = [new() { AdGroupId = group, NegativeSites = ["c.example"] }] });
        var sites = await session.Campaigns.GetNegativeSitesByAdGroupIdsAsync(new() { CampaignId = campaign, AdGroupIds = [3, group] });
        Assert.Null(sites.AdGroupNegativeSites[0]);
        Assert.Equal(["c.example"], sites.AdGroupNegativeSites[1]!.NegativeSites!);
    }

    private static NegativeKeyword Word(string text, string match = "Phrase") => new() { Text = text, MatchType = match };

    private static async Task<AddSharedEntityResponse> AddAsync(ApiSession session, SharedEntity list, params SharedListItem[] items)
        => await session.Campaigns.AddSharedEntityAsync(new() { SharedEntity = list, ListItems = items.Length == 0 ? null : [.. items] });
}
