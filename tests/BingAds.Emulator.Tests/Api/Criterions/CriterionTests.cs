using BingAds.V13.CampaignManagement;
using static BingAds.Emulator.Tests.Api.Criterions.CriterionSession;
using static BingAds.Emulator.Tests.Coverage;

namespace BingAds.Emulator.Tests.Api.Criterions;

public sealed class CriterionTestsOverRest() : CriterionTests(ApiTransport.Rest);

public sealed class CriterionTestsOverSoap() : CriterionTests(ApiTransport.Soap);

public abstract class CriterionTests(ApiTransport transport)
{
    private const string Bid = """{"Type": "BidMultiplier", "Multiplier": 10}""";

    [Theory]
    [InlineData("Location", "Targets", Bid)]
    [InlineData("LocationIntent", "Targets", null)]
    [InlineData("Radius", "Targets", Bid)]
    [InlineData("Age", "Targets", Bid)]
    [InlineData("Gender", "Targets", Bid)]
    [InlineData("DayTime", "Targets", Bid)]
    [InlineData("CompanyName", "Targets", Bid)]
    [InlineData("JobFunction", "Targets", Bid)]
    [InlineData("Industry", "Targets", Bid)]
    [InlineData("ProductScope", "ProductScope", null)]
    [Shows(Stateful, "CampaignManagement.AddCampaignCriterions", "CampaignManagement.UpdateCampaignCriterions", "CampaignManagement.DeleteCampaignCriterions", "CampaignManagement.GetCampaignCriterionsByIds",
        Unchecked = "every positive id is a place or a profile")]
    public async Task A_criterion_of_a_campaign_is_added_read_changed_and_deleted(string type, string about, string? bid)
    {
        await using var session = await ApiSession.StartAsync(transport);
        var campaign = await session.AddCampaignAsync(CriterionSamples.ParentOf(type).Campaign);
        var (ids, codes) = await session.AddAsync(about, Campaign(campaign, CriterionSamples.Of(type), bid));
        Assert.Equal([], codes);
        var read = (BiddableCampaignCriterion)Assert.Single(await session.OfCampaignAsync(campaign, type))!;
        Assert.Equal((ids[0], campaign, CampaignCriterionStatus.Active), (read.Id, read.CampaignId, read.Status));

        var changed = bid is null ? null : """{"Type": "BidMultiplier", "Multiplier": -20}""";
        var updated = await session.Campaigns.UpdateCampaignCriterionsAsync(new() { CriterionType = about, CampaignCriterions = [Campaign(campaign, CriterionSamples.Of(type), changed, $$"""{"Id": "{{ids[0]}}"}""")] });
        Assert.Empty(updated.NestedPartialErrors);
        read = (BiddableCampaignCriterion)Assert.Single(await session.OfCampaignAsync(campaign, about, [ids[0]!.Value]))!;
        Assert.Equal(bid is null ? null : -20.0, (read.CriterionBid as BidMultiplier)?.Multiplier);

        var deleted = await session.Campaigns.DeleteCampaignCriterionsAsync(new() { CampaignId = campaign, CriterionType = about, CampaignCriterionIds = [ids[0]!.Value] });
        Assert.Equal(type == "LocationIntent" ? [2965] : [], ApiSession.Codes(deleted.PartialErrors));
        Assert.Equal(type == "LocationIntent" ? 1 : 0, (await session.OfCampaignAsync(campaign, about)).Count);
    }

    [Theory]
    [InlineData("Location", "Targets", Bid)]
    [InlineData("Radius", "Targets", Bid)]
    [InlineData("Age", "Targets", Bid)]
    [InlineData("Gender", "Targets", Bid)]
    [InlineData("DayTime", "Targets", Bid)]
    [InlineData("CompanyName", "Targets", Bid)]
    [InlineData("Placement", "Placement", Bid)]
    [InlineData("Topic", "Topic", Bid)]
    [InlineData("Genre", "Genre", Bid)]
    [InlineData("HotelAdvanceBookingWindow", "Targets", Bid)]
    [InlineData("HotelCheckInDay", "HotelCheckInDay", Bid)]
    [InlineData("HotelCheckInDate", "HotelCheckInDate", Bid)]
    [InlineData("HotelLengthOfStay", "HotelLengthOfStay", Bid)]
    [InlineData("HotelDateSelectionType", "HotelDateSelectionType", Bid)]
    [InlineData("Webpage", "Webpage", """{"Type": "FixedBid", "Amount": 0.7}""")]
    [Shows(Stateful, "CampaignManagement.AddAdGroupCriterions", "CampaignManagement.UpdateAdGroupCriterions", "CampaignManagement.DeleteAdGroupCriterions", "CampaignManagement.GetAdGroupCriterionsByIds",
        Unchecked = "every positive id is a place, a profile, a placement, a topic or a genre")]
    public async Task A_criterion_of_an_ad_group_is_added_read_changed_and_deleted(string type, string about, string bid)
    {
        await using var session = await ApiSession.StartAsync(transport);
        var parents = CriterionSamples.ParentOf(type);
        var group = await session.AddAdGroupAsync(await session.AddCampaignAsync(parents.Campaign), parents.AdGroup);
        var (ids, codes) = await session.AddAsync(about, AdGroup(group, CriterionSamples.Of(type), bid));
        Assert.Equal([], codes);

        var changed = bid.Replace("10", "900", StringComparison.Ordinal).Replace("0.7", "0.9", StringComparison.Ordinal);
        var updated = await session.Campaigns.UpdateAdGroupCriterionsAsync(new()
        {
            CriterionType = about,
            AdGroupCriterions = [AdGroup(group, CriterionSamples.Of(type), changed, $$"""{"Id": "{{ids[0]}}"}"""), AdGroup(group, CriterionSamples.Of(type), changed)],
        });
        Assert.Equal([4154], updated.NestedPartialErrors.Select(static e => e!.Code!.Value));
        var read = (BiddableAdGroupCriterion)Assert.Single(await session.OfAdGroupAsync(group, type))!;
        Assert.Equal(type == "Webpage" ? 0.9 : 900, (read.CriterionBid as BidMultiplier)?.Multiplier ?? ((FixedBid)read.CriterionBid!).Amount);

        var deleted = await session.Campaigns.DeleteAdGroupCriterionsAsync(new() { AdGroupId = group, CriterionType = about, AdGroupCriterionIds = [ids[0]!.Value, 9] });
        Assert.Equal([(1, 4100)], deleted.PartialErrors.Select(static e => (e!.Index!.Value, e.Code!.Value)));
        Assert.Equal([null], await session.OfAdGroupAsync(group, about, [ids[0]!.Value]));
    }

    [Fact]
    public async Task Filters_tell_kinds_apart()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var campaign = await session.AddCampaignAsync();
        var (ids, codes) = await session.AddAsync(
            "Targets", Campaign(campaign, CriterionSamples.Of("Age")), Campaign(campaign, CriterionSamples.Of("Gender")), Campaign(campaign, CriterionSamples.Of("Industry")));
        Assert.Equal([], codes);
        Assert.Equal([ids[0]], (await session.OfCampaignAsync(campaign, "Age")).Select(static c => c!.Id));
        Assert.Equal(ids[1..], (await session.OfCampaignAsync(campaign, "Gender, Industry")).Select(static c => c!.Id));
        Assert.Equal(ids, (await session.OfCampaignAsync(campaign, "Targets")).Select(static c => c!.Id));
        var read = await session.Campaigns.GetCampaignCriterionsByIdsAsync(new() { CampaignId = campaign, CriterionType = "Age", CampaignCriterionIds = [ids[1]!.Value, 9] });
        Assert.Equal([null, null], read.CampaignCriterions);
        Assert.Equal([4503, 4507], ApiSession.Codes(read.PartialErrors));
        var (_, mismatch) = await session.AddAsync("Webpage", Campaign(campaign, CriterionSamples.Of("Radius")));
        Assert.Equal([4503], mismatch);
    }

    [Fact]
    public async Task Calls_as_a_whole_are_refused_with_their_codes()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var campaign = await session.AddCampaignAsync();
        var group = await session.AddAdGroupAsync(campaign);
        Assert.Equal([4501], await ApiSession.RefusalAsync(async () => await session.AddAsync("Targets", Array.Empty<CampaignCriterion>())));
        Assert.Equal([4104], await ApiSession.RefusalAsync(async () => await session.AddAsync("Targets", Array.Empty<AdGroupCriterion>())));
        Assert.Equal([4502], await ApiSession.RefusalAsync(async () => await session.AddAsync("Targets", [.. Enumerable.Repeat(Campaign(campaign, CriterionSamples.Of("Age")), 101)])));
        Assert.Equal([4503], await ApiSession.RefusalAsync(async () => await session.OfCampaignAsync(campaign, "Planets")));
        Assert.Equal([4115], await ApiSession.RefusalAsync(async () => await session.OfAdGroupAsync(group, "Planets")));
        Assert.Equal([1100], await ApiSession.RefusalAsync(async () => await session.OfCampaignAsync(9, "Targets")));
        Assert.Equal([1201], await ApiSession.RefusalAsync(async () => await session.OfAdGroupAsync(9, "Targets")));
        Assert.Equal([4514], await ApiSession.RefusalAsync(async () => await session.OfCampaignAsync(campaign, "Targets", [.. Enumerable.Range(1, 101)])));
        Assert.Equal([4101], await ApiSession.RefusalAsync(async () => await session.OfAdGroupAsync(group, "Targets", [])));
    }

    [Fact]
    public async Task Each_item_names_its_parent_and_fails_alone()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var (first, second) = (await session.AddCampaignAsync(), await session.AddCampaignAsync("""{"Name": "Other"}"""));
        var (ids, codes) = await session.AddAsync(
            "Targets", Campaign(first, CriterionSamples.Of("Age")), Campaign(9, CriterionSamples.Of("Age")), Campaign(second, CriterionSamples.Of("Age")), Campaign(first, CriterionSamples.Of("Age")));
        Assert.Equal([1100, 4521], codes);
        Assert.Equal([false, true, false, true], ids.Select(static i => i is null));
        Assert.Single(await session.OfCampaignAsync(second, "Targets"));
    }

    [Fact]
    public async Task Deleting_a_campaign_takes_its_criterions_along()
    {
        await using var session = await ApiSession.StartAsync(transport);
        var campaign = await session.AddCampaignAsync();
        var group = await session.AddAdGroupAsync(campaign);
        await session.AddAsync("Targets", AdGroup(group, CriterionSamples.Of("Age")));
        await session.Campaigns.DeleteCampaignsAsync(new() { AccountId = DemoCredentials.AccountId, CampaignIds = [campaign] });
        Assert.Equal([1100], await ApiSession.RefusalAsync(async () => await session.OfCampaignAsync(campaign, "Targets")));
        Assert.Equal([1201], await ApiSession.RefusalAsync(async () => await session.OfAdGroupAsync(group, "Targets")));
    }
}
