using BingAds.Emulator.Reports;
using BingAds.Reporting;

namespace BingAds.Emulator.Tests.Reports.Figures;

/// <summary>Whatever way figures are asked for, they add up.</summary>
public class SumTests
{
    private static readonly string[] s_additive =
        ["Impressions", "Clicks", "Spend", "Conversions", "ConversionsQualified", "Revenue", "AllConversions", "AllRevenue", "Assists", "ViewThroughConversions"];

    /// <summary>The zones of the issue: daylight saving north and south of the equator on other days, none at all, and quarters and halves of an hour.</summary>
    public static TheoryData<string, string, string> Zones { get; } = Cross(
        ["UTC", "America/Los_Angeles", "Europe/Berlin", "Australia/Sydney", "Asia/Kathmandu", "Asia/Kolkata", "Pacific/Auckland", "America/St_Johns"],
        [("2026-03-01", "2026-04-12"), ("2025-09-21", "2025-11-08")]);

    [Theory]
    [MemberData(nameof(Zones))]
    public async Task Keywords_groups_campaigns_and_accounts_have_the_same_totals_in_every_zone(string zone, string from, string to)
    {
        using var store = await FigureStore.CreateAsync();
        var scope = $$"""{"Campaigns":[{"AccountId":{{FigureStore.Account}},"CampaignId":{{store.Ids["Search 1"]}}},{"AccountId":{{FigureStore.Account}},"CampaignId":{{store.Ids["Search 2"]}}}]}""";
        var keywords = await store.AskAsync("KeywordPerformance", ["TimePeriod", "AccountId", "CampaignId", "AdGroupId", "KeywordId", .. s_additive], "Daily", zone, from, to, scope);
        var groups = await store.AskAsync("AdGroupPerformance", ["TimePeriod", "AccountId", "CampaignId", "AdGroupId", .. s_additive], "Daily", zone, from, to, scope);
        var campaigns = await store.AskAsync("CampaignPerformance", ["TimePeriod", "AccountId", "CampaignId", .. s_additive], "Daily", zone, from, to, scope);
        AssertRolledUp(keywords, 5, groups, 4, [0, 1, 2, 3]);
        AssertRolledUp(groups, 4, campaigns, 3, [0, 1, 2]);
        var all = await store.AskAsync("CampaignPerformance", ["TimePeriod", "AccountId", "CampaignId", .. s_additive], "Daily", zone, from, to);
        var accounts = await store.AskAsync("AccountPerformance", ["TimePeriod", "AccountId", .. s_additive], "Daily", zone, from, to);
        AssertRolledUp(all, 3, accounts, 2, [0, 1]);
        Assert.True(FigureStore.Sum(accounts, 2) > 10_000);
    }

    [Theory]
    [MemberData(nameof(Zones))]
    public async Task Hours_make_days_and_days_make_weeks_months_and_years_in_every_zone(string zone, string from, string to)
    {
        using var store = await FigureStore.CreateAsync();
        string[] columns = ["TimePeriod", "AccountId", .. s_additive];
        var hours = await store.AskAsync("AccountPerformance", columns, "Hourly", zone, from, to);
        var days = await store.AskAsync("AccountPerformance", columns, "Daily", zone, from, to);
        AssertRolledUp(hours, 2, days, 2, [1], static r => r[0].Time.Date);
        // The widened ranges of weeks and months have whole units; here both ends fall on borders or outside of the figures compared.
        var weeks = await store.AskAsync("AccountPerformance", columns, "Weekly", zone, from, to);
        AssertRolledUp(days, 2, weeks, 2, [1], static r => r[0].Time.AddDays(-(int)r[0].Time.DayOfWeek));
        var mondays = await store.AskAsync("AccountPerformance", columns, "WeeklyStartingMonday", zone, from, to);
        AssertRolledUp(days, 2, mondays, 2, [1], static r => r[0].Time.AddDays(-(((int)r[0].Time.DayOfWeek + 6) % 7)));
        var months = await store.AskAsync("AccountPerformance", columns, "Monthly", zone, from, to);
        AssertRolledUp(days, 2, months, 2, [1], static r => new DateTime(r[0].Time.Year, r[0].Time.Month, 1));
        var hoursOfDay = await store.AskAsync("AccountPerformance", columns, "HourOfDay", zone, from, to);
        AssertRolledUp(hours, 2, hoursOfDay, 2, [1], static r => (decimal)r[0].Time.Hour);
        var daysOfWeek = await store.AskAsync("AccountPerformance", columns, "DayOfWeek", zone, from, to);
        AssertRolledUp(days, 2, daysOfWeek, 2, [1], static r => (decimal)(int)r[0].Time.DayOfWeek + 1);
        var summary = await store.AskAsync("AccountPerformance", ["AccountId", .. s_additive], "Summary", zone, from, to);
        AssertRolledUp(days, 2, summary, 1, [1], static _ => 0, summaryKeys: [0]);
    }

    /// <summary>Groups the finer rows as the coarser ones are grouped; all sums must be the same, and no group may be in only one of the two.</summary>
    private static void AssertRolledUp(
        List<ReportValue[]> fine, int fineStart, List<ReportValue[]> coarse, int coarseStart, int[] keys, Func<ReportValue[], object>? period = null, int[]? summaryKeys = null)
    {
        string FineKey(ReportValue[] row) => (period is null ? "" : period(row) + "|") + string.Join('|', keys.Select(k => row[k]));
        string CoarseKey(ReportValue[] row) => period is null ? string.Join('|', keys.Select(k => row[k]))
            : (summaryKeys is not null ? "0" : row[0].Form == ReportValueForm.Time ? (object)row[0].Time : row[0].Number) + "|" + string.Join('|', (summaryKeys ?? keys).Select(k => row[k]));
        var expected = fine.GroupBy(FineKey).ToDictionary(static g => g.Key, g => string.Join(' ', Enumerable.Range(0, s_additive.Length).Select(i => FigureStore.Sum(g, fineStart + i))));
        Assert.NotEmpty(expected);
        var actual = coarse.ToDictionary(CoarseKey, row => string.Join(' ', Enumerable.Range(0, s_additive.Length).Select(i => row[coarseStart + i].Number)));
        Assert.Equal(expected, actual);
    }

    private static TheoryData<string, string, string> Cross(string[] zones, (string, string)[] ranges)
    {
        var data = new TheoryData<string, string, string>();
        foreach (var zone in zones)
        {
            foreach (var (from, to) in ranges)
            {
                data.Add(zone, from, to);
            }
        }

        return data;
    }
}
