using BingAds.Conformance.Contract;
using BingAds.Conformance.Making;
using BingAds.Conformance.Reporting;
using BingAds.Conformance.Wire;

namespace BingAds.Conformance.Tests;

public class WireTests
{
    private static readonly ContractSchema s_schema = ContractSchema.Load();

    [Fact]
    public async Task WireRun_finds_no_difference_in_our_own_recordings() =>
        AssertPassed(await WireRun.RunAsync(Path.Combine(Shared.Checkout, "tests", "Golden", "wire"), s_schema), atLeast: 500);

    [Fact]
    public async Task WireRun_finds_no_difference_in_the_shared_recordings() =>
        AssertPassed(await WireRun.RunAsync(Shared.Need("golden"), s_schema), atLeast: 9000);

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public async Task WireRun_finds_no_difference_when_every_operation_is_made_up_anew(int seed)
    {
        var folder = Directory.CreateTempSubdirectory("bingads-made-");
        try
        {
            new GoldenMaker(s_schema, seed).Write(folder.FullName, static _ => true);
            AssertPassed(await WireRun.RunAsync(folder.FullName, s_schema), atLeast: 8000);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("rest/Reporting.responses.jsonl", "\\\"Status\\\":\\\"", "\\\"Status\\\":\\\"Un")]
    [InlineData("rest/Reporting.requests.jsonl", "/GenerateReport/Poll\"", "/GenerateReport/Ask\"")]
    [InlineData("rest/Reporting.requests.jsonl", "Bearer made-token", "Bearer other\\u0001")]
    [InlineData("soap/Reporting.requests.jsonl", "\"soapAction\":\"PollGenerateReport\"", "\"soapAction\":\"Poll\"")]
    [InlineData("faults/rest.jsonl", "\"faultType\":\"ApiFaultDetail\"", "\"faultType\":\"OtherFault\"")]
    public async Task WireRun_fails_when_a_recording_says_something_else(string file, string what, string with)
    {
        var folder = Directory.CreateTempSubdirectory("bingads-made-");
        try
        {
            new GoldenMaker(s_schema, 5).Write(folder.FullName, static name => name.StartsWith("Reporting.", StringComparison.Ordinal));
            var path = Path.Combine(folder.FullName, file);
            var text = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
            Assert.Contains(what, text, StringComparison.Ordinal);
            await File.WriteAllTextAsync(path, text.Replace(what, with, StringComparison.Ordinal), TestContext.Current.CancellationToken);
            var report = await WireRun.RunAsync(folder.FullName, s_schema);
            Assert.NotEmpty(report.Failures);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void AssertPassed(ConformanceReport report, int atLeast)
    {
        var text = new StringWriter();
        report.Print(text);
        Assert.True(report.Failed == 0, text.ToString());
        Assert.True(report.Passed >= atLeast, $"only {report.Passed} checks were made");
    }
}
