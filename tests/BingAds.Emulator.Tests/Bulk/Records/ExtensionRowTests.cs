using BingAds.V13.Bulk;
using BingAds.V13.CampaignManagement;
using static BingAds.Emulator.Tests.Records.RecordSession;

namespace BingAds.Emulator.Tests.Records;

public sealed class ExtensionRowTests
{
    private static readonly AdExtensionsTypeFilter s_types = "SitelinkAdExtension, PriceAdExtension, CalloutAdExtension";

    [Fact]
    public async Task What_rows_make_the_services_show_and_the_other_way_round()
    {
        await using var session = await StartAsync();
        var ids = await session.AddAsync(
            Sample.Campaign(), ParentsFixture.With(ExtensionRows.Of("Sitelink Ad Extension")!, "Id", "-11"), Row("Campaign Sitelink Ad Extension", "Id", "-11", "Parent Id", "-1"));
        var association = Assert.Single(await OnAsync(session, ids[0]));
        var link = (SitelinkAdExtension)association.AdExtension!;
        Assert.Equal((ids[1], "Tides", 1, AdExtensionStatus.Active), (link.Id, link.DisplayText, link.Version, link.Status));

        await session.Campaigns.UpdateAdExtensionsAsync(new()
        {
            AccountId = DemoCredentials.AccountId,
            AdExtensions = [new SitelinkAdExtension { Id = link.Id, DisplayText = "Tide table", FinalUrls = ["https://shop.example.com/table"] }],
        });
        var rows = await session.DownloadAsync(DownloadEntity.SitelinkAdExtensions, DownloadEntity.CampaignSitelinkAdExtensions);
        var row = rows.Single(static r => r["Type"] == "Sitelink Ad Extension");
        Assert.Equal(("Tide table", "2", false), (row["Sitelink Extension Link Text"], row["Version"], row.ContainsKey("Sitelink Extension Description1")));
        Assert.Equal($"{ids[0]}", rows.Single(static r => r["Type"] == "Campaign Sitelink Ad Extension")["Parent Id"]);

        await session.UploadAsync("Sitelink Ad Extension", "Id", $"{ids[1]}", "Status", "Deleted");
        Assert.Empty(await OnAsync(session, ids[0]));
    }

    [Fact]
    public async Task Cells_that_are_left_out_stay()
    {
        await using var session = await StartAsync();
        var ids = await session.AddAsync(Sample.Campaign(), ExtensionRows.Of("Sitelink Ad Extension")!, ExtensionRows.Of("Price Ad Extension")!);
        var link = await session.UploadAsync("Sitelink Ad Extension", "Id", $"{ids[1]}", "Sitelink Extension Link Text", "Tide table", "Ad Schedule", "delete_value", "End Date", "5/4/2027");
        Assert.Empty(link.Codes);
        var price = await session.UploadAsync("Price Ad Extension", "Id", $"{ids[2]}", "Price 2", "25.5");
        Assert.Empty(price.Codes);

        var read = (await session.Campaigns.GetAdExtensionsByIdsAsync(new() { AccountId = DemoCredentials.AccountId, AdExtensionType = s_types, AdExtensionIds = [ids[1], ids[2]] })).AdExtensions;
        var sitelink = (SitelinkAdExtension)read[0]!;
        Assert.Equal(("Tide table", "All piers", 4, 5), (sitelink.DisplayText, sitelink.Description1, sitelink.Scheduling!.StartDate!.Day, sitelink.Scheduling.EndDate!.Month));
        Assert.Null(sitelink.Scheduling.DayTimeRanges);
        Assert.Equal([(10.5, "Otter"), (25.5, "Heron"), (30.5, "Pike")], ((PriceAdExtension)read[1]!).TableRows!.Select(static r => (r.Price!.Value, r.Header)));
    }

    [Fact]
    public async Task Rows_fail_with_the_codes_of_the_calls()
    {
        await using var session = await StartAsync();
        await session.AddAsync(Sample.Campaign(), ParentsFixture.With(ExtensionRows.Of("Call Ad Extension")!, "Id", "-11"), ParentsFixture.With(ExtensionRows.Of("Call Ad Extension")!, "Id", "-12"));
        Assert.Equal([3804], (await session.UploadAsync("Sitelink Ad Extension", "Sitelink Extension Link Text", "Tides")).Codes);
        Assert.Equal([3812], (await session.UploadAsync("Campaign Sitelink Ad Extension", "Id", "-11", "Parent Id", "-1")).Codes);
        Assert.Empty((await session.UploadAsync("Campaign Call Ad Extension", "Id", "-11", "Parent Id", "-1")).Codes);
        Assert.Equal([3968], (await session.UploadAsync("Campaign Call Ad Extension", "Id", "-12", "Parent Id", "-1")).Codes);
    }

    private static async Task<List<AdExtensionAssociation>> OnAsync(RecordSession session, long campaign)
        => (await session.Campaigns.GetAdExtensionsAssociationsAsync(new()
        {
            AccountId = DemoCredentials.AccountId,
            AssociationType = AssociationType.Campaign,
            AdExtensionType = s_types,
            EntityIds = [campaign],
        })).AdExtensionAssociationCollection[0]!.AdExtensionAssociations!;
}
