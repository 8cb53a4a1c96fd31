using BingAds.Analytics;

namespace DailyReport;

/// <summary>Whether the keywords of each account and day add up to its campaigns: clicks, impressions and spend, to the last cent.</summary>
internal static class Totals
{
    public static async Task<bool> CompareAsync(ReportLake lake, PullPlan plan)
    {
        var keywords = await KeywordsAsync(lake, plan);
        var campaigns = plan.Campaigns!.ToDictionary(static d => (d.AccountId, d.Day));
        var different = keywords.Keys.Union(campaigns.Keys).Where(k => keywords.GetValueOrDefault(k) != campaigns.GetValueOrDefault(k)).Order().ToList();
        foreach (var key in different.Take(10))
        {
            Console.WriteLine($"  different: {keywords.GetValueOrDefault(key)} of keywords, {campaigns.GetValueOrDefault(key)} of campaigns");
        }

        Console.WriteLine();
        Console.WriteLine($"  {"account",-12} {"days",5} {"impressions",13} {"clicks",11} {"spend",14}");
        foreach (var account in plan.Accounts)
        {
            Print($"{account}", keywords.Values.Where(d => d.AccountId == account));
            Print("  campaigns", campaigns.Values.Where(d => d.AccountId == account));
        }

        return different.Count == 0;
    }

    private static void Print(string name, IEnumerable<DayTotals> days)
    {
        var all = days.ToList();
        Console.WriteLine($"  {name,-12} {all.Count,5:N0} {all.Sum(static d => d.Impressions),13:N0} {all.Sum(static d => d.Clicks),11:N0} {all.Sum(static d => d.Spend),14:N2}");
    }

    private static async Task<Dictionary<(long, DateOnly), DayTotals>> KeywordsAsync(ReportLake lake, PullPlan plan)
    {
        await using var rows = await lake.QueryAsync(
            $"""
            select AccountId, TimePeriod, sum(Clicks) as Clicks, sum(Impressions) as Impressions, sum(Spend) as Spend
            from {Pull.Report}
            where TimePeriod between $first and $last and AccountId in ({string.Join(", ", plan.Accounts)})
            group by all
            """,
            new Dictionary<string, object?> { ["first"] = plan.First, ["last"] = plan.Last });
        var days = new Dictionary<(long, DateOnly), DayTotals>();
        await foreach (var row in rows)
        {
            var day = new DayTotals(
                row.Get<long>("AccountId"), row.Get<DateOnly>("TimePeriod"), row.Get<long>("Clicks"), row.Get<long>("Impressions"), row.Get<decimal>("Spend"));
            days.Add((day.AccountId, day.Day), day);
        }

        return days;
    }
}
