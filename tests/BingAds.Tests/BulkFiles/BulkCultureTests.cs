using System.Globalization;
using BingAds.Bulk;

namespace BingAds.Tests.BulkFiles;

public class BulkCultureTests
{
    private const string Text = "Type,Status,Id,Parent Id,Modified Time,Campaign,Ad Group,Keyword,Match Type,Bid,Start Date,Cpc Bid,Spend,Is Political,Budget,Budget Type\r\n"
        + "Campaign,Active,-1,9,3/4/2026 5:06:07 PM,INFO id \u0130\u0131,,,,,,,1234.5,True,12.5,DailyBudgetStandard\r\n"
        + "Ad Group,Paused,11,-1,12/31/2025 12:00:00 AM,,\u0130stanbul,,,,2/1/2026,0.05,,,,\r\n"
        + "Keyword,Active,111,11,,,,i\u0131\u0130I,Exact,1234567.25,,,,,,\r\n";

    [Theory]
    [InlineData("en-US")]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    public async Task Files_are_read_and_written_alike_in_every_culture(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            var entities = await BulkReaderTests.ReadAsync(BulkReaderTests.Bytes(Text));
            Assert.All(entities, static e => Assert.Empty(e.CellErrors));
            var (campaign, group, keyword) = ((BulkCampaign)entities[0], (BulkAdGroup)entities[1], (BulkKeyword)entities[2]);
            Assert.Equal((-1, 12.5, true, 1234.5), (campaign.Campaign!.Id, campaign.Campaign.DailyBudget, campaign.IsPolitical, campaign.PerformanceData!.Spend));
            Assert.Equal(new DateTime(2026, 3, 4, 17, 6, 7), campaign.LastModifiedTime);
            Assert.Equal((2026, 2, 1, 0.05), (group.AdGroup!.StartDate!.Year, group.AdGroup.StartDate.Month, group.AdGroup.StartDate.Day, group.AdGroup.CpcBid!.Amount));
            Assert.Equal(("i\u0131\u0130I", "Exact", 1234567.25), (keyword.Keyword!.Text, keyword.Keyword.MatchType!.Value.ToString(), keyword.Keyword.Bid!.Amount));

            var written = entities.SelectMany(e => Cells.Rows(e)).ToList();
            Assert.Equal(("-1", "3/4/2026 5:06:07 PM", "12.5", "True", "1234.5"), (written[0]["Id"], written[0]["Modified Time"], written[0]["Budget"], written[0]["Is Political"], written[0]["Spend"]));
            Assert.Equal(("12/31/2025 12:00:00 AM", "2/1/2026", "0.05"), (written[1]["Modified Time"], written[1]["Start Date"], written[1]["Cpc Bid"]));
            Assert.Equal("1234567.25", written[2]["Bid"]);
            Assert.False(Cells.Rows(campaign, excludeReadOnly: true)[0].ContainsKey("Spend"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task What_a_file_does_not_speak_of_is_not_removed_by_writing_it_back()
    {
        var narrow = Assert.Single(await BulkReaderTests.ReadAsync(BulkReaderTests.Bytes("Type,Id,Parent Id\r\nKeyword,1,2\r\n")));
        Assert.DoesNotContain("delete_value", Cells.Rows(narrow)[0].Values);
        var wide = Assert.Single(await BulkReaderTests.ReadAsync(BulkReaderTests.Bytes("Type,Id,Parent Id,Param1,Bid\r\nKeyword,1,2,,\r\n")));
        Assert.Equal(["Bid", "Param1"], Cells.Rows(wide)[0].Where(static c => c.Value == "delete_value").Select(static c => c.Key).Order());
    }

    [Fact]
    public async Task Performance_that_is_no_plain_number_is_kept_as_it_stands()
    {
        var keyword = Assert.Single(await BulkReaderTests.ReadAsync(BulkReaderTests.Bytes("Type,Id,Parent Id,CTR,Clicks\r\nKeyword,1,2,1.5%,7\r\n")));
        Assert.Equal(7, ((BulkKeyword)keyword).PerformanceData!.Clicks);
        Assert.Equal(new("CTR", "1.5%"), Assert.Single(keyword.UnknownColumns));
        Assert.Equal(("1.5%", "7"), (Cells.Rows(keyword)[0]["CTR"], Cells.Rows(keyword)[0]["Clicks"]));
    }
}
