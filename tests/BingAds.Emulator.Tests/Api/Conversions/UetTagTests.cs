using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Tests.Api.Conversions;

public sealed class UetTagTestsOverRest() : UetTagTests(ApiTransport.Rest);

public sealed class UetTagTestsOverSoap() : UetTagTests(ApiTransport.Soap);

public abstract class UetTagTests(ApiTransport transport)
{
    [Fact]
    [Shows(Coverage.Stateful, "CampaignManagement.AddUetTags", "CampaignManagement.UpdateUetTags", "CampaignManagement.GetUetTagsByIds", Unchecked = "the service has no way to delete a tag")]
    public async Task A_tag_is_kept_and_changed_in_what_is_given()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var added = (await session.Campaigns.AddUetTagsAsync(new() { UetTags = [new() { Name = "Shop", Description = "All pages", Industry = UetTagIndustry.Retail }] })).UetTags[0]!;
        Assert.Contains($"{added.Id}", added.TrackingScript, StringComparison.Ordinal);
        Assert.Contains($"{added.Id}", added.TrackingNoScript, StringComparison.Ordinal);
        await ApiSession.ExpectAsync(UpdateAsync(session, new() { Id = added.Id, Name = "Shop 2" }));
        var tag = (await session.Campaigns.GetUetTagsByIdsAsync(new())).UetTags.Single()!;
        Assert.Equal((added.Id, "Shop 2", "All pages", UetTagTrackingStatus.Unverified, UetTagIndustry.Retail), (tag.Id, tag.Name, tag.Description, tag.TrackingStatus, tag.Industry));
        await ApiSession.ExpectAsync(UpdateAsync(session, new() { Id = added.Id, Description = "" }));
        Assert.Null((await session.Campaigns.GetUetTagsByIdsAsync(new() { TagIds = [added.Id!.Value] })).UetTags[0]!.Description);
    }

    [Theory]
    [InlineData(5305, """{"Name": null}""")]
    [InlineData(5306, """{"Name": "*101"}""")]
    [InlineData(5307, """{"Description": "a\tb"}""")]
    [InlineData(5311, """{"Id": "4"}""")]
    [InlineData(5303, """{"Name": "TAKEN"}""")]
    [InlineData(4407, """{"Industry": "Smuggling"}""")]
    [InlineData(4406, """{"CustomerShare": {"CustomerAccountShares": []}}""")]
    public async Task A_tag_that_breaks_a_rule_is_refused_with_its_code(int code, string changes)
    {
        await using var session = await ApiSession.StartAsync(transport);
        await session.Campaigns.AddUetTagsAsync(new() { UetTags = [new() { Name = "Taken" }] });
        var response = await session.Campaigns.AddUetTagsAsync(new() { UetTags = [ApiSession.Make<UetTag>("""{"Name": "Shop"}""", Stars.Expand(changes))] });
        Assert.Equal([null], response.UetTags);
        Assert.Equal([code], ApiSession.Codes(response.PartialErrors));
    }

    [Fact]
    public async Task Updates_need_an_id_that_is_known()
    {
        await using var session = await ApiSession.StartAsync(transport);
        await ApiSession.ExpectAsync(UpdateAsync(session, new() { Name = "x" }), 5312);
        await ApiSession.ExpectAsync(UpdateAsync(session, new() { Id = 4, Name = "x" }), 5300);
    }

    [Fact]
    [Shows(Coverage.Computed, "CampaignManagement.GetUetTagAuthKey")]
    public async Task The_key_of_a_tag_is_its_own_and_stays()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var tags = (await session.Campaigns.AddUetTagsAsync(new() { UetTags = [new() { Name = "A" }, new() { Name = "B" }] })).UetTags;
        var first = await KeyAsync(tags[0]!.Id!.Value);
        Assert.Equal(first, await KeyAsync(tags[0]!.Id!.Value));
        Assert.NotEqual(first.Key, (await KeyAsync(tags[1]!.Id!.Value)).Key);
        Assert.Equal((null, 5300), await KeyAsync(4));

        async Task<(string? Key, int Code)> KeyAsync(long id)
        {
            var response = await session.Campaigns.GetUetTagAuthKeyAsync(new() { UetTagId = id });
            return (response.UetTagAuthKey, ApiSession.Codes(response.PartialErrors).SingleOrDefault());
        }
    }

    private static async Task<int[]> UpdateAsync(ApiSession session, UetTag tag) => ApiSession.Codes((await session.Campaigns.UpdateUetTagsAsync(new() { UetTags = [tag] })).PartialErrors);
}
