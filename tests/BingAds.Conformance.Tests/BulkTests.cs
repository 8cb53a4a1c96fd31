using System.Text.Json.Nodes;
using BingAds.Conformance.Bulk;
using BingAds.Conformance.Contract;
using BingAds.Conformance.Making.Cells;
using BingAds.Conformance.Reporting;

namespace BingAds.Conformance.Tests;

public class BulkTests
{
    private static readonly BulkContract s_contract = BulkContract.Load();
    private static readonly ServiceSchema s_api = ContractSchema.Load()["CampaignManagement"];

    [Fact]
    public async Task BulkRun_finds_no_difference_in_our_own_recordings() =>
        AssertPassed(await BulkRun.RunAsync(Path.Combine(Shared.Checkout, "tests", "Golden", "bulk"), TextWriter.Null), atLeast: 40);

    [Fact]
    public async Task BulkRun_finds_no_difference_in_the_shared_recordings() =>
        AssertPassed(await BulkRun.RunAsync(Shared.Need("golden", "bulk"), TextWriter.Null), atLeast: 1500);

    [Fact]
    public void CellRun_finds_no_difference_in_our_own_recordings() =>
        AssertPassed(CellRun.Run(Path.Combine(Shared.Checkout, "tests", "Golden", "cells.jsonl"), TextWriter.Null), atLeast: 300);

    [Fact]
    public void CellRun_finds_no_difference_in_the_shared_recordings() =>
        AssertPassed(CellRun.Run(Shared.Need("golden", "cells-sample.jsonl"), TextWriter.Null), atLeast: 63);

    [Fact]
    public void CellRun_finds_no_difference_in_made_cells_of_all_record_types()
    {
        foreach (var seed in Seeds())
        {
            var lines = new CellMaker(s_contract, s_api, seed).Make().Select(static c => c.ToJsonString());
            AssertPassed(CellRun.Run(lines, TextWriter.Null), atLeast: 50_000, $"seed {seed}");
        }
    }

    [Fact]
    public async Task BulkRun_finds_no_difference_in_made_rows_of_all_record_types()
    {
        foreach (var seed in Seeds())
        {
            var folder = Directory.CreateTempSubdirectory("bingads-made-");
            try
            {
                new RowMaker(s_contract, s_api, seed).Write(folder.FullName, s_contract.Headers);
                AssertPassed(await BulkRun.RunAsync(folder.FullName, TextWriter.Null), atLeast: 1100, $"seed {seed}");
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }
    }

    [Fact]
    public void CellMaker_knows_every_column_of_every_record_both_ways()
    {
        var made = new CellMaker(s_contract, s_api, 1).Make().Select(static c => ($"{c["entity"]} {c["column"]}", (string)c["direction"]!)).ToHashSet();
        foreach (var record in s_contract.Records)
        {
            Assert.All(record.Columns, column =>
            {
                Assert.Contains(($"{record.EntityClass} {column.Header}", "read"), made);
                Assert.Contains(($"{record.EntityClass} {column.Header}", "write"), made);
            });
        }
    }

    [Theory]
    [InlineData("""{"entity":"BulkKeyword","direction":"read","column":"Keyword","csv":"red","property":"Keyword.Text","value":"blue"}""", "expected \"blue\", is \"red\"")]
    [InlineData("""{"entity":"BulkKeyword","direction":"read","column":"Keyword","csv":"red","property":"Keyword.Text","value":null}""", "expected null")]
    [InlineData("""{"entity":"BulkKeyword","direction":"read","column":"Keyword","csv":null,"property":"Keyword.Text","value":"red"}""", "is null")]
    [InlineData("""{"entity":"BulkKeyword","direction":"read","column":"Id","csv":null,"property":"Keyword.Id","value":0}""", "expected 0, is null")]
    [InlineData("""{"entity":"BulkKeyword","direction":"read","column":"Id","csv":"0","property":"Keyword.Id","value":null}""", "expected null, is 0")]
    [InlineData("""{"entity":"BulkCampaign","direction":"read","column":"Is Deal Campaign","csv":"","property":"Campaign.IsDealCampaign","value":false}""", "is null")]
    [InlineData("""{"entity":"BulkKeyword","direction":"read","column":"Status","csv":"","property":"Keyword.Status","value":"Active"}""", "is null")]
    [InlineData("""{"entity":"BulkKeyword","direction":"read","column":"Bid","csv":"5","property":"Keyword.Bid","value":{"$type":"Bid"}}""", "expected nothing")]
    [InlineData("""{"entity":"BulkKeyword","direction":"read","column":"Bid","csv":"5","property":"Keyword.Bid","value":{"$type":"RateBid","Amount":5}}""", "expected the class RateBid")]
    [InlineData("""{"entity":"BulkKeyword","direction":"read","column":"Bid","csv":"x","property":"Keyword.Bid.Amount","value":null}""", "'x'")]
    [InlineData("""{"entity":"BulkKeyword","direction":"read","column":"Budget","csv":"5","property":"ClientId","value":null}""", "unknown column 'Budget'")]
    [InlineData("""{"entity":"BulkKeyword","direction":"read","column":"Bid","csv":"5","property":"Keyword.Price","value":5}""", "unknown member Keyword.Price")]
    [InlineData("""{"entity":"BulkWord","direction":"read","column":"Bid","csv":"5","property":"Bid","value":5}""", "unknown class BulkWord")]
    [InlineData("""{"entity":"BulkKeyword","direction":"write","column":"Bid","csv":"5.0","property":"Keyword.Bid","value":5,"object":{"$type":"BulkKeyword","Keyword":{"$type":"Keyword","Bid":{"$type":"Bid","Amount":5}}}}""", "expected '5.0', is '5'")]
    [InlineData("""{"entity":"BulkKeyword","direction":"write","column":"Final Url","csv":"","property":"Keyword.FinalUrls","value":[],"object":{"$type":"BulkKeyword","Keyword":{"$type":"Keyword","Id":5,"FinalUrls":[]}}}""", "is 'delete_value'")]
    [InlineData("""{"entity":"BulkKeyword","direction":"write","column":"Bid","csv":"5","property":"Keyword.Bid","value":5,"object":{"$type":"BulkKeyword","Keyword":{"$type":"Keyword","Offer":5}}}""", "unknown member Keyword.Offer")]
    public void CellRun_fails_when_a_fact_is_another(string fact, string why)
    {
        var report = CellRun.Run([fact], TextWriter.Null);
        Assert.Contains(why, string.Join(' ', Assert.Single(report.Failures).Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"entity":"BulkKeyword","direction":"read","column":"Bid","csv":"5","property":"Keyword.Bid.Amount","value":5.0}""")]
    [InlineData("""{"entity":"BulkCampaign","direction":"read","column":"Priority","csv":"3","setup":{"Campaign.Settings[$type=ShoppingSetting].StoreId":1},"property":"Campaign.Settings[$type=ShoppingSetting].Priority","value":3}""")]
    [InlineData("""{"entity":"BulkCampaign","direction":"read","column":"Priority","csv":"3","property":"Campaign.Settings[$type=ShoppingSetting].Priority","value":null}""")]
    [InlineData("""{"entity":"BulkCampaign","direction":"read","column":"Priority","csv":"3","row":{"Campaign Type":"Shopping","Priority":"3"},"property":"Campaign.Settings.Count","value":2}""")]
    [InlineData("""{"entity":"BulkDataExclusion","direction":"read","column":"Campaign Type","csv":"Search,Shopping","property":"DataExclusion.CampaignTypeFilter.Count","value":2}""")]
    [InlineData("""{"entity":"BulkExperiment","direction":"read","column":"Start Date","csv":"3/4/2026","property":"Experiment.StartDate","value":{"Year":2026,"Month":3,"Day":4}}""")]
    [InlineData("""{"entity":"BulkKeyword","direction":"read","column":"Modified Time","csv":"3/4/2026 5:06:07 PM","property":"LastModifiedTime","value":"2026-03-04T17:06:07.0000000Z"}""")]
    [InlineData("""{"entity":"BulkKeyword","direction":"read","column":null,"csv":null,"property":"Keyword.Text","value":null}""")]
    [InlineData("""{"entity":"BulkError","direction":"read","column":"Error Number","csv":"1106","property":"Number","value":1106}""")]
    [InlineData("""{"entity":"UnknownBulkEntity","direction":"read","column":"Id","csv":"7","property":"Values[Id]","value":"7"}""")]
    [InlineData("""{"entity":"BulkCampaignNegativeSites","direction":"read","column":"Website","csv":"a.example","row":{"Parent Id":"5","Website":"a.example"},"property":"CampaignNegativeSites.NegativeSites","value":["a.example"]}""")]
    [InlineData("""{"entity":"BulkCampaignNegativeSites","direction":"write","column":"Website","csv":"a.example","property":"CampaignNegativeSites","value":null,"object":{"$type":"BulkCampaignNegativeSites","CampaignNegativeSites":{"$type":"CampaignNegativeSites","CampaignId":5,"NegativeSites":["a.example"]}}}""")]
    [InlineData("""{"entity":"BulkAccount","direction":"write","column":"Auto Apply Recommendations","csv":"A=True;B=False;","cell":"unordered","property":"AutoApplyRecommendations","value":null,"object":{"$type":"BulkAccount","AutoApplyRecommendations":{"B":false,"A":true}}}""")]
    [InlineData("""{"entity":"BulkAccount","direction":"read","column":"Auto Apply Recommendations","csv":"A=True;B=False;","property":"AutoApplyRecommendations","value":[{"Key":"A","Value":true},{"Key":"B","Value":false}]}""")]
    [InlineData("""{"entity":"BulkKeyword","direction":"write","column":"Bid","csv":"5.00","cell":"number","property":"Keyword.Bid","value":5,"object":{"$type":"BulkKeyword","Keyword.Bid.Amount":5}}""")]
    public void CellRun_takes_all_forms_of_a_fact(string fact)
    {
        var report = CellRun.Run([fact], TextWriter.Null);
        Assert.True(report.Failed == 0, string.Join(' ', report.Failures.SelectMany(static f => f.Problems)));
    }

    [Theory]
    [InlineData("object", "Keyword", null)]
    [InlineData("object", "AdGroupId", 5)]
    [InlineData("object", "ClientId", "other")]
    [InlineData("object", "Price", 5)]
    [InlineData("row", "Keyword", "other")]
    [InlineData("row", "Bid", null)]
    [InlineData("row", "Budget", "7")]
    [InlineData("input", "Status", null)]
    public async Task BulkRun_fails_when_a_recording_says_something_else(string part, string name, object? value)
    {
        var folder = Directory.CreateTempSubdirectory("bingads-made-");
        try
        {
            new RowMaker(s_contract, s_api, 3).Write(folder.FullName, s_contract.Headers);
            foreach (var other in folder.GetFiles().Where(static f => !f.Name.StartsWith("BulkKeyword.", StringComparison.Ordinal))) other.Delete();
            var path = Path.Combine(folder.FullName, "BulkKeyword.json");
            var file = JsonNode.Parse(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken))!;
            var changed = (JsonObject)file["cases"]![0]![part]!;
            if (value is null) Assert.True(changed.Remove(name));
            else changed[name] = JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(value));
            await File.WriteAllTextAsync(path, file.ToJsonString(), TestContext.Current.CancellationToken);
            Assert.NotEmpty((await BulkRun.RunAsync(folder.FullName, TextWriter.Null)).Failures);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IEnumerable<int> Seeds() => Enumerable.Range(1, Environment.GetEnvironmentVariable("BINGADS_LONG") == "1" ? 20 : 1);

    private static void AssertPassed(ConformanceReport report, int atLeast, string what = "")
    {
        Assert.True(report.Failed == 0, what + Environment.NewLine + string.Join(Environment.NewLine, report.Failures.Take(20).Select(static f => $"{f.Name}: {f.Problems[0]}")));
        Assert.True(report.Passed >= atLeast, $"only {report.Passed} checks were made");
    }
}
