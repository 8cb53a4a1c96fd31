using BingAds.Conformance.Scenarios;

namespace BingAds.Conformance.Tests;

public class ScenarioTests
{
    private static readonly string s_own = Path.Combine(Shared.Checkout, "tests", "Golden", "scenarios");

    [Theory]
    [InlineData(ApiTransport.Rest)]
    [InlineData(ApiTransport.Soap)]
    public async Task ScenarioRun_passes_our_own_scripts(ApiTransport transport)
    {
        var outcomes = await ScenarioRun.RunAsync(s_own, transport);
        Assert.Equal(5, outcomes.Count);
        Assert.All(outcomes, static o => Assert.Equal($"{o.Script}: passed", o.ToString()));
    }

    [Theory]
    [InlineData(ApiTransport.Rest)]
    [InlineData(ApiTransport.Soap)]
    public async Task ScenarioRun_passes_the_shared_scripts_that_are_listed(ApiTransport transport)
    {
        var folder = Shared.Need("scenarios");
        var listed = File.ReadLines(Path.Combine(Shared.Checkout, "tests", "BingAds.Conformance", "scenarios-passing.txt"))
            .Select(static line => line.Trim()).Where(static line => line is [not '#', ..]).ToList();
        var outcomes = await ScenarioRun.RunAsync(folder, transport, only: listed);
        Assert.Equal(listed.Count, outcomes.Count);
        Assert.All(outcomes, static o => Assert.Equal($"{o.Script}: passed", o.ToString()));
    }

    [Theory]
    [InlineData("""{"call": "CampaignManagement.AddLabels", "request": {"Labels": [{"Name": "x"}]}, "expect": [{"path": "$.LabelIds", "count": 2}]}""", "failed at step 1: AddLabels $.LabelIds count 2 does not hold")]
    [InlineData("""{"call": "CampaignManagement.AddLabels", "request": {"Labels": [{"Name": "x"}]}, "save": {"a": "$.Nobody"}}""", "failed at step 1: AddLabels: nothing to save")]
    [InlineData("""{"call": "CampaignManagement.AddLabels", "request": {"Labels": [{"Name": "x"}]}, "fault": {"codes": [1]}}""", "failed at step 1: AddLabels: expected a fault")]
    [InlineData("""{"call": "CampaignManagement.GetCampaignsByAccountId", "request": {"AccountId": "8999", "CampaignType": "Search"}, "fault": {"codes": [123456]}}""", "failed at step 1: GetCampaignsByAccountId: expected a fault with one of [123456]")]
    [InlineData("""{"call": "CampaignManagement.GetCampaignsByAccountId", "request": {"AccountId": "8999", "CampaignType": "Search"}}""", "failed at step 1: GetCampaignsByAccountId: ")]
    [InlineData("""{"call": "CampaignManagement.NoSuchOperation", "request": {}}""", "failed at step 1: ArgumentException")]
    [InlineData("""{"emulator": {"journal": {"call": "token", "count": 9}}}""", "failed at step 1: token came 0 times")]
    [InlineData("""{"report": {}}""", "failed at step 1: report: ApiException: ")]
    [InlineData("""{"report": {"Type": "AccountPerformanceReportRequest", "Columns": [], "Time": {"PredefinedTime": "LastMonth"}}, "fault": {"codes": [123456]}}""", "failed at step 1: report: expected a fault with one of [123456], got")]
    [InlineData("""{"report": {"Type": "AccountPerformanceReportRequest", "Columns": ["AccountId", "Clicks"], "Scope": {"AccountIds": ["${accountId}"]}, "Time": {"PredefinedTime": "LastMonth"}}, "fault": {"codes": [2014]}}""", "failed at step 1: report: expected a fault with one of [2014], but it succeeded")]
    [InlineData("""{"report": {"Type": "AccountPerformanceReportRequest", "Columns": ["AccountId", "Clicks"], "Scope": {"AccountIds": ["${accountId}"]}, "Time": {"PredefinedTime": "LastMonth"}}, "expect": [{"rowsAtLeast": 2}]}""", "failed at step 1: report: rowsAtLeast 2 does not hold for a report that is Success, with")]
    [InlineData("""{"report": {"Type": "AccountPerformanceReportRequest"}, "save": {"a": "$.Rows"}}""", "failed at step 1: ScriptException: A report has nothing to save")]
    [InlineData("""{"bulkDownload": {"DownloadEntities": ["Keywords"]}, "fault": {"codes": [1]}}""", "failed at step 1: bulkDownload: expected a fault with one of [1], but it succeeded")]
    [InlineData("""{"bulkDownload": {"DownloadEntities": ["NoSuchThing"]}, "fault": {"codes": [123456]}}""", "failed at step 1: bulkDownload: expected a fault with one of [123456], got")]
    [InlineData("""{"bulkDownload": {"DownloadEntities": ["Keywords"]}, "expect": [{"type": "Keyword", "count": 7}]}""", "failed at step 1: bulkDownload: rows {")]
    [InlineData("""{"bulkDownload": {"DownloadEntities": ["Keywords"]}, "save": {"a": {"row": {"Type": "Keyword"}, "column": "Id"}}}""", "failed at step 1: bulkDownload: nothing to save at")]
    [InlineData("""{"bulkUpload": {"rows": [{"Type": "Campaign"}]}, "expect": [{"status": "Failed"}]}""", "failed at step 1: bulkUpload: status is ")]
    [InlineData("""{"bulkUpload": {"via": "post", "rows": [{"Type": "Campaign"}]}}""", "failed at step 1: ScriptException: Rows can't be uploaded via 'post'")]
    public async Task ScenarioRun_says_at_which_step_and_why_a_script_ends(string step, string why)
    {
        var folder = Directory.CreateTempSubdirectory("bingads-script-");
        try
        {
            await File.WriteAllTextAsync(
                Path.Combine(folder.FullName, "s.json"), $$"""{"name": "s", "goal": "", "services": [], "steps": [{{step}}]}""", TestContext.Current.CancellationToken);
            var outcome = Assert.Single(await ScenarioRun.RunAsync(folder.FullName, ApiTransport.Rest));
            Assert.StartsWith("s: " + why, outcome.ToString(), StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
