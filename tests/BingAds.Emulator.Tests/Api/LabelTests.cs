using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Tests.Api;

public sealed class LabelTestsOverRest() : LabelTests(ApiTransport.Rest);

public sealed class LabelTestsOverSoap() : LabelTests(ApiTransport.Soap);

public abstract class LabelTests(ApiTransport transport)
{
    [Theory]
    [InlineData(5406, """{"Name": null}""")]
    [InlineData(5406, """{"Name": " "}""")]
    [InlineData(5411, """{"Description": " "}""")]
    [InlineData(5410, """{"ColorCode": "red"}""")]
    [InlineData(5410, """{"ColorCode": "#12345G"}""")]
    [InlineData(1004, """{"Id": "3"}""")]
    public async Task A_label_that_breaks_a_rule_is_refused_with_its_code(int code, string changes)
    {
        await using var session = await ApiSession.StartAsync(transport);
        var response = await session.Campaigns.AddLabelsAsync(new() { Labels = [ApiSession.Make<Label>(Valid.Label, changes)] });
        Assert.Equal([code], ApiSession.Codes(response.PartialErrors));
    }

    [Theory]
    [InlineData("Name", 80, 5407)]
    [InlineData("Description", 200, 5409)]
    public async Task Texts_have_their_greatest_lengths(string member, int length, int code)
    {
        await using var session = await ApiSession.StartAsync(transport);
        var response = await session.Campaigns.AddLabelsAsync(new()
        {
            Labels =
            [
                ApiSession.Make<Label>(Valid.Label, $$"""{"{{member}}": "{{new string('x', length)}}"}"""),
                ApiSession.Make<Label>("""{"Name": "Other"}""", $$"""{"{{member}}": "{{new string('x', length + 1)}}"}"""),
            ],
        });
        Assert.Equal([code], ApiSession.Codes(response.PartialErrors));
        Assert.Equal(1, response.PartialErrors[0]!.Index);
    }

    [Fact]
    public async Task Case_tells_labels_apart()
    {
        await using var session = await ApiSession.StartAsync(transport);
        await session.AddLabelAsync();
        await session.AddLabelAsync("""{"Name": "SPRING"}""");
        var again = await session.Campaigns.AddLabelsAsync(new() { Labels = [ApiSession.Make<Label>(Valid.Label)] });
        Assert.Equal([5408], ApiSession.Codes(again.PartialErrors));
    }

    [Fact]
    public async Task Labels_are_told_by_pages_down_to_the_short_last_one()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var ids = new List<long>();
        for (var i = 0; i < 5; i++)
        {
            ids.Add(await session.AddLabelAsync($$"""{"Name": "L{{i}}"}"""));
        }

        Assert.Equal(ids, await PageAsync(null));
        Assert.Equal(ids[..2], await PageAsync(new() { Index = 0, Size = 2 }));
        Assert.Equal(ids[4..], await PageAsync(new() { Index = 2, Size = 2 }));
        Assert.Equal([], await PageAsync(new() { Index = 3, Size = 2 }));

        async Task<List<long>> PageAsync(Paging? page)
            => [.. (await session.Campaigns.GetLabelsByIdsAsync(new() { PageInfo = page })).Labels.Select(static l => l!.Id!.Value)];
    }

    [Theory]
    [InlineData(5424, "AssetGroup", true, true)]
    [InlineData(5424, "Planet", true, true)]
    public async Task Associations_of_other_entity_types_refuse_the_call(int code, string type, bool knownLabel, bool knownEntity)
    {
        await using var session = await ApiSession.StartAsync(transport);
        var label = knownLabel ? await session.AddLabelAsync() : 4;
        var campaign = knownEntity ? await session.AddCampaignAsync() : 4;
        Assert.Equal([code], await ApiSession.RefusalAsync(async () =>
            await session.Campaigns.SetLabelAssociationsAsync(new() { EntityType = type, LabelAssociations = [new() { LabelId = label, EntityId = campaign }] })));
    }

    [Fact]
    public async Task Associations_fail_one_by_one_each_with_its_code()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var label = await session.AddLabelAsync();
        var campaign = await session.AddCampaignAsync();
        var good = new LabelAssociation { LabelId = label, EntityId = campaign };
        var set = await session.Campaigns.SetLabelAssociationsAsync(new()
        {
            EntityType = EntityType.Campaign,
            LabelAssociations = [good, good, new() { LabelId = 5, EntityId = campaign }, new() { LabelId = label, EntityId = 6 }],
        });
        Assert.Equal([(1, 5416), (2, 5405), (3, 5425)], set.PartialErrors.Select(static e => (e!.Index!.Value, e.Code!.Value)));
        var other = await session.AddLabelAsync("""{"Name": "Other"}""");
        var deleted = await session.Campaigns.DeleteLabelAssociationsAsync(new()
        {
            EntityType = EntityType.Campaign,
            LabelAssociations = [good, new() { LabelId = other, EntityId = campaign }],
        });
        Assert.Equal([(1, 5418)], deleted.PartialErrors.Select(static e => (e!.Index!.Value, e.Code!.Value)));
    }

    [Fact]
    public async Task An_entity_takes_fifty_labels()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var campaign = await session.AddCampaignAsync();
        var labels = await session.Campaigns.AddLabelsAsync(new() { Labels = [.. Enumerable.Range(0, 51).Select(static i => new Label { Name = $"L{i}" })] });
        var set = await session.Campaigns.SetLabelAssociationsAsync(new()
        {
            EntityType = EntityType.Campaign,
            LabelAssociations = [.. labels.LabelIds.Select(id => new LabelAssociation { LabelId = id, EntityId = campaign })],
        });
        var error = Assert.Single(set.PartialErrors)!;
        Assert.Equal((50, 5417), (error.Index, error.Code));
        Assert.Equal(50, (await session.Campaigns.GetLabelAssociationsByEntityIdsAsync(new() { EntityType = EntityType.Campaign, EntityIds = [campaign] })).LabelAssociations.Count);
    }

    [Fact]
    public async Task Deleting_a_label_or_an_entity_ends_the_association()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var group = await session.AddAdGroupAsync();
        var (keep, gone) = (await session.AddKeywordAsync(group), await session.AddKeywordAsync(group, """{"MatchType": "Broad"}"""));
        var (first, second) = (await session.AddLabelAsync(), await session.AddLabelAsync("""{"Name": "Second"}"""));
        await session.Campaigns.SetLabelAssociationsAsync(new()
        {
            EntityType = EntityType.Keyword,
            LabelAssociations = [new() { LabelId = first, EntityId = keep }, new() { LabelId = second, EntityId = keep }, new() { LabelId = first, EntityId = gone }],
        });
        await session.Campaigns.DeleteKeywordsAsync(new() { AdGroupId = group, KeywordIds = [gone] });
        Assert.Equal([keep], (await session.Campaigns.GetLabelAssociationsByLabelIdsAsync(new() { EntityType = EntityType.Keyword, LabelIds = [first] })).LabelAssociations.Select(static a => a!.EntityId!.Value));
        await session.Campaigns.DeleteLabelsAsync(new() { LabelIds = [first] });
        Assert.Equal([second], (await session.Campaigns.GetLabelAssociationsByEntityIdsAsync(new() { EntityType = EntityType.Keyword, EntityIds = [keep] })).LabelAssociations.Select(static a => a!.LabelId!.Value));
    }
}
