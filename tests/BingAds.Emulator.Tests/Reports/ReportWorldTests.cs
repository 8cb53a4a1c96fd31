using System.Text.Json.Nodes;
using BingAds.Contract;
using BingAds.Reporting;
using BingAds.V13.CampaignManagement;
using BingAds.V13.Reporting;

namespace BingAds.Emulator.Tests.Reports;

/// <summary>Reports about what the services were told, with the emulator's own figures.</summary>
public class ReportWorldTests
{
    private const int Keywords = 20;

    [Theory]
    [InlineData("1.0", "Csv")]
    [InlineData("2.0", "Xml")]
    public async Task Totals_of_keywords_are_those_of_their_campaign_and_account(string version, string format)
    {
        await using var session = await ReportSession.StartAsync(figures: null);
        var campaign = await AddWorldAsync(session);
        var totals = new List<(decimal Impressions, decimal Clicks, decimal Spend)>();
        foreach (var (type, key) in new[] { ("KeywordPerformance", "KeywordId"), ("CampaignPerformance", "CampaignId"), ("AccountPerformance", "AccountId") })
        {
            await using var reader = new ReportFileReader(new MemoryStream(await session.FileAsync(ReportSession.Minimal(type, $$"""
                {"FormatVersion": "{{version}}", "Format": "{{format}}", "Columns": ["TimePeriod", "{{key}}", "Impressions", "Clicks", "Spend"]}
                """))));
            var sum = (Impressions: 0m, Clicks: 0m, Spend: 0m);
            var ids = new HashSet<long>();
            await foreach (var row in reader.ReadRows())
            {
                ids.Add(row[key].Parse<long>());
                sum = (sum.Impressions + row["Impressions"].Parse<decimal>(), sum.Clicks + row["Clicks"].Parse<decimal>(), sum.Spend + row["Spend"].Parse<decimal>());
            }

            Assert.InRange(ids.Count, key == "KeywordId" ? 2 : 1, key == "KeywordId" ? Keywords : 1);
            if (key == "CampaignId")
                Assert.Equal([campaign], ids);
            totals.Add(sum);
        }

        Assert.All(totals, t => Assert.Equal(totals[0], t));
        Assert.True(totals[0] is { Impressions: > 0, Clicks: > 0, Spend: > 0 }, $"{totals[0]}");
    }

    [Fact]
    public async Task Each_type_of_report_is_made_of_the_world_or_has_no_file()
    {
        await using var session = await ReportSession.StartAsync(figures: null);
        await AddWorldAsync(session);
        var withRows = new List<string>();
        foreach (var type in ReportTypes.All.Where(static t => t.IsInContract))
        {
            var status = await session.FinalAsync(await session.SubmitAsync(ReportSession.Minimal(type.Name, """{"FormatVersion": "2.0"}""")));
            Assert.Equal(ReportRequestStatusType.Success, status.Status);
            if (status.ReportDownloadUrl is null)
                continue;
            withRows.Add(type.Name);
            await using var reader = new ReportFileReader(await session.Http.GetStreamAsync(status.ReportDownloadUrl));
            var records = await reader.ReadAsync<ReportRecord>().CountAsync();
            Assert.Equal(reader.Header!.RowCount, records);
        }

        Assert.Subset(withRows.ToHashSet(), new HashSet<string> { "AccountPerformance", "AdGroupPerformance", "AdPerformance", "CampaignPerformance", "KeywordPerformance" });
    }

    private static async Task<long> AddWorldAsync(ReportSession session)
    {
        using var campaigns = session.Campaigns();
        var campaign = (await campaigns.AddCampaignsAsync(new() { AccountId = DemoCredentials.AccountId, Campaigns = [Api.ApiSession.Make<Campaign>(Api.Valid.Campaign)] })).CampaignIds[0]!.Value;
        var group = (await campaigns.AddAdGroupsAsync(new() { CampaignId = campaign, AdGroups = [Api.ApiSession.Make<AdGroup>(Api.Valid.AdGroup)] })).AdGroupIds[0]!.Value;
        await campaigns.AddAdsAsync(new() { AdGroupId = group, Ads = [Api.ApiSession.Make<Ad>(Api.Valid.Ad)] });
        var keywords = Enumerable.Range(0, Keywords).Select(static i => Api.ApiSession.Make<Keyword>(Api.Valid.Keyword, new JsonObject { ["Text"] = $"canoe {i}" }.ToJsonString()));
        Assert.Empty((await campaigns.AddKeywordsAsync(new() { AdGroupId = group, Keywords = [.. keywords] })).PartialErrors);
        return campaign;
    }
}
