using BingAds.Emulator.Reports;

namespace BingAds.Emulator.Tests.Reports.Figures;

public class RatioTests
{
    [Fact]
    public async Task Ratios_follow_from_the_sums_of_their_row()
    {
        using var store = await FigureStore.CreateAsync();
        var rows = await store.AskAsync(
            "CampaignPerformance",
            ["TimePeriod", "CampaignId", "Impressions", "Clicks", "Spend", "Conversions", "Revenue", "Ctr", "AverageCpc", "ConversionRate", "CostPerConversion", "ReturnOnAdSpend", "AverageCpm", "AveragePosition", "AllConversions"],
            "Daily");
        Assert.NotEmpty(rows);
        foreach (var r in rows)
        {
            var (impressions, clicks, spend, conversions, revenue) = (r[2].Number, r[3].Number, r[4].Number, r[5].Number, r[6].Number);
            Assert.True(clicks <= impressions && conversions <= clicks && conversions <= r[14].Number, string.Join(' ', r));
            AssertQuotient(clicks * 100, impressions, r[7]);
            AssertQuotient(spend, clicks, r[8]);
            AssertQuotient(conversions * 100, clicks, r[9]);
            AssertQuotient(spend, conversions, r[10]);
            AssertQuotient(revenue, spend, r[11]);
            AssertQuotient(spend * 1000, impressions, r[12]);
            Assert.Equal(0, r[13].Number);
        }

        Assert.Contains(rows, static r => r[5].Number == 0 && r[10] == ReportValue.Empty);
    }

    [Fact]
    public async Task What_was_seen_and_what_was_lost_are_all_there_was()
    {
        using var store = await FigureStore.CreateAsync();
        var rows = await store.AskAsync(
            "CampaignPerformance",
            ["TimePeriod", "CampaignId", "ImpressionSharePercent", "ImpressionLostToBudgetPercent", "ImpressionLostToRankAggPercent", "TopImpressionSharePercent", "TopImpressionShareLostToBudgetPercent", "TopImpressionShareLostToRankPercent"],
            "Daily");
        Assert.NotEmpty(rows);
        Assert.All(rows, static r => Assert.Equal(100, r[2].Number + r[3].Number + r[4].Number, 4));
        Assert.All(rows.Where(static r => r[5].Form == ReportValueForm.Number), static r => Assert.Equal(100, r[5].Number + r[6].Number + r[7].Number, 4));
        Assert.Contains(rows, static r => r[5].Form == ReportValueForm.Number);
    }

    [Fact]
    public async Task No_part_is_more_than_its_whole_in_any_hour()
    {
        using var store = await FigureStore.CreateAsync();
        var rows = await store.AskAsync(
            "CampaignPerformance", ["TimePeriod", "CampaignId", "DeviceType", "Impressions", "Clicks", "Conversions", "AllConversions", "PhoneImpressions", "PhoneCalls", "VideoViews", "CompletedVideoViews", "Installs", "Purchases"],
            "Hourly", "Asia/Kathmandu", to: "2026-10-07");
        Assert.NotEmpty(rows);
        Assert.All(rows, static r =>
        {
            Assert.True(r[3].Number > 0);
            Assert.True(r[4].Number <= r[3].Number && r[5].Number <= r[4].Number && r[5].Number <= r[6].Number);
            Assert.True(r[8].Number <= r[7].Number && r[7].Number <= r[3].Number);
            Assert.True(r[10].Number <= r[9].Number && r[9].Number <= r[3].Number && r[12].Number <= r[11].Number);
        });
    }

    private static void AssertQuotient(decimal above, decimal below, ReportValue value)
    {
        if (below == 0)
            Assert.Equal(ReportValue.Empty, value);
        else
            Assert.InRange(value.Number - (above / below), -0.000001m, 0.000001m);
    }
}
