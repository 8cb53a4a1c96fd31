using System.Text.Json.Nodes;
using BingAds.Contract;
using BingAds.Reporting;
using BingAds.V13.Reporting;

namespace BingAds.Tests.ReportRequests;

/// <summary>The requests of the call scripts are judged as the scripts say.</summary>
public class ReportScenarioTests
{
    [Theory]
    [InlineData("scenarios/37-report-requests.json")]
    [InlineData("scenarios/38-report-errors.json")]
    public void Request_is_taken_or_refused_as_the_script_says(string script)
    {
        var steps = JsonNode.Parse(File.ReadAllBytes(Checkout.Shared(script)))!["steps"]!.AsArray().Where(static s => s!["report"] is not null).ToList();
        Assert.NotEmpty(steps);
        foreach (var step in steps)
        {
            var report = step!["report"]!.ToJsonString().Replace("${accountId}", "8001", StringComparison.Ordinal);
            var request = Read(JsonNode.Parse(report)!);

            var findings = Reports.Check(request);

            var codes = step["fault"]?["codes"]?.AsArray().Select(static c => (int?)(int)c!).ToList();
            if (codes is null || codes.Contains(2003))
                Assert.Empty(findings); // Whether an account may be seen is for the service to say.
            else
                Assert.Contains(Assert.Single(findings).Code, codes);
        }
    }

    private static ReportRequest Read(JsonNode report)
    {
        foreach (var end in (string[])["CustomDateRangeStart", "CustomDateRangeEnd"])
        {
            if (report["Time"]?[end]?["$date"] is { } days)
                report["Time"]![end] = Date.FromDateOnly(Reports.Today.AddDays((int)days)).ToJson();
        }

        return WireJson.Read<ReportRequest>(System.Text.Encoding.UTF8.GetBytes(report.ToJsonString()));
    }
}
