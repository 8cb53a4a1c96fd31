using System.Text.Json.Nodes;
using BingAds.Conformance.Scenarios;

namespace BingAds.Conformance.Tests;

public class ReportOutcomeTests
{
    private static readonly ReportOutcome s_report = new("Success", ["TimePeriod", "Clicks"], 7);
    private static readonly ReportOutcome s_noFile = new("Success", null, 0);

    [Theory]
    [InlineData("""{"status": "Success", "sure": "D"}""")]
    [InlineData("""{"status": ["Error", "Success"]}""")]
    [InlineData("""{"columns": ["TimePeriod", "Clicks"], "note": "in this order"}""")]
    [InlineData("""{"rows": 7}""")]
    [InlineData("""{"rows": "7"}""")]
    [InlineData("""{"rowsAtLeast": 7}""")]
    [InlineData("""{"rowsAtMost": 7}""")]
    public void ReportOutcome_takes_what_holds(string expectation) => Assert.Null(s_report.Check(Form(expectation)));

    [Theory]
    [InlineData("""{"status": "Error"}""")]
    [InlineData("""{"columns": ["Clicks", "TimePeriod"]}""")]
    [InlineData("""{"columns": ["TimePeriod"]}""")]
    [InlineData("""{"columns": ["TimePeriod", "clicks"]}""")]
    [InlineData("""{"columns": []}""")]
    [InlineData("""{"rows": 6}""")]
    [InlineData("""{"rowsAtLeast": 8}""")]
    [InlineData("""{"rowsAtMost": 6}""")]
    public void ReportOutcome_says_what_does_not_hold(string expectation) =>
        Assert.EndsWith("does not hold for a report that is Success, with 7 rows of TimePeriod, Clicks", s_report.Check(Form(expectation)), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"status": "Success"}""", true)]
    [InlineData("""{"columns": ["TimePeriod", "Clicks"]}""", true)]
    [InlineData("""{"rows": 0}""", true)]
    [InlineData("""{"rowsAtMost": 0}""", true)]
    [InlineData("""{"rowsAtLeast": 1}""", false)]
    public void ReportOutcome_without_a_file_has_no_rows_and_any_columns(string expectation, bool holds) => Assert.Equal(holds, s_noFile.Check(Form(expectation)) is null);

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"sure": "D"}""")]
    [InlineData("""{"rows": 7, "status": "Success"}""")]
    [InlineData("""{"rowsAbout": 7}""")]
    [InlineData("""{"rows": "many"}""")]
    [InlineData("""{"status": null}""")]
    public void ReportOutcome_refuses_what_is_not_exactly_one_known_test(string expectation) => Assert.Throws<ScriptException>(() => s_report.Check(Form(expectation)));

    [Theory]
    [InlineData("{}", true, true, true)]
    [InlineData("""{"ExcludeReportHeader": true, "ExcludeReportFooter": "true"}""", false, false, true)]
    [InlineData("""{"ExcludeReportHeader": null, "ExcludeColumnHeaders": true, "Columns": ["A", "B"]}""", true, true, false)]
    public void ReportFiles_wants_in_the_file_what_was_not_left_out(string request, bool header, bool footer, bool names)
    {
        var reading = ReportFiles.Reading(Form(request));
        Assert.Equal((header, footer, names), (reading.HasHeader, reading.HasFooter, reading.HasColumnHeaders));
        Assert.Equal(names ? null : ["A", "B"], reading.Columns);
    }

    private static JsonObject Form(string json) => JsonNode.Parse(json)!.AsObject();
}
