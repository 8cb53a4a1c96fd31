using BingAds.V13.Bulk;
using BingAds.V13.CampaignManagement;
using static BingAds.Emulator.Tests.Records.RecordSession;

namespace BingAds.Emulator.Tests.Records;

public sealed class PageRowTests
{
    private static readonly string[] s_condition = ["Dynamic Ad Target Condition 1", "Url", "Dynamic Ad Target Condition Operator 1", "Contains", "Dynamic Ad Target Value 1", "/sale"];

    [Fact]
    public async Task Pages_of_rows_are_criterions_of_the_services_and_the_other_way_round()
    {
        await using var session = await StartAsync();
        var ids = await session.AddAsync(
            ParentsFixture.With(ParentsFixture.With(Sample.Campaign(), "Website", "shop.example.com"), "Domain Language", "English"),
            ParentsFixture.With(Sample.AdGroup(), "Ad Group Type", "SearchDynamic"),
            Row("Ad Group Dynamic Search Ad Target", ["Parent Id", "-2", "Bid", "0.5", "Name", "Sale", .. s_condition]));
        var changed = await session.UploadAsync("Ad Group Dynamic Search Ad Target", "Id", $"{ids[2]}", "Parent Id", "-2", "Bid", "0.75");
        Assert.Empty(changed.Codes);
        var criterion = (BiddableAdGroupCriterion)Assert.Single(await PagesAsync())!;
        var parameter = ((Webpage)criterion.Criterion!).Parameter!;
        Assert.Equal((ids[2], 0.75, "Sale", "/sale"), (criterion.Id, ((FixedBid)criterion.CriterionBid!).Amount, parameter.CriterionName, Assert.Single(parameter.Conditions!).Argument));

        Assert.Equal([5212], (await session.UploadAsync("Ad Group Dynamic Search Ad Target", ["Parent Id", "-2", .. s_condition])).Codes);
        Assert.Equal([5208], (await session.UploadAsync("Campaign Negative Dynamic Search Ad Target", "Parent Id", "-1")).Codes);

        await session.Campaigns.DeleteAdGroupCriterionsAsync(new() { AdGroupId = ids[1], AdGroupCriterionIds = [ids[2]], CriterionType = AdGroupCriterionType.Webpage });
        Assert.Equal(["Account"], (await session.DownloadAsync(DownloadEntity.AdGroupDynamicSearchAdTargets)).Select(static r => r["Type"]));

        async Task<List<AdGroupCriterion?>> PagesAsync()
            => (await session.Campaigns.GetAdGroupCriterionsByIdsAsync(new() { AdGroupId = ids[1], CriterionType = AdGroupCriterionType.Webpage })).AdGroupCriterions;
    }
}
