using BingAds.TestReport;

namespace BingAds.Testing.Tests;

public sealed class ReportTests : IDisposable
{
    private readonly TemporaryFolder _results = new();
    private readonly TemporaryFolder _traces = new();

    [Fact]
    public void Report_sums_the_suites_and_the_checks()
    {
        Suite("A.Tests", "Completed", Result("a", "Passed"), Result("b", "Passed"));
        Suite("B.Tests", "Completed", Result("c", "Passed"));

        var report = Report.Make(_results.Path, _traces.Path, ["A.Tests", "B.Tests"], ["generated code=ok"]);

        Assert.Equal((5, 0), (report.Passed, report.Failed)); // Three tests, the check, and the search for secrets.
        Assert.EndsWith("5 passed, 0 failed", Text(report).TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void Report_counts_a_skipped_test_as_failed_and_gives_its_reason()
    {
        Suite("A.Tests", "Completed", Result("a", "Passed"), Result("b", "NotExecuted", "no clang here"));

        var report = Report.Make(_results.Path, _traces.Path, ["A.Tests"], []);

        Assert.Equal(1, report.Failed);
        Assert.Contains("NotExecuted: b\n    no clang here", Text(report), StringComparison.Ordinal);
    }

    [Fact]
    public void Report_counts_a_failed_test_and_a_failed_check()
    {
        Suite("A.Tests", "Failed", Result("a", "Failed", "Expected 1"));

        var report = Report.Make(_results.Path, _traces.Path, ["A.Tests"], ["generated code=2 files differ"]);

        Assert.Equal(2, report.Failed);
        Assert.Contains("2 files differ", Text(report), StringComparison.Ordinal);
    }

    [Fact]
    public void Report_fails_when_a_suite_is_missing() =>
        Assert.Contains("Missing: A.Tests", Text(Report.Make(_results.Path, _traces.Path, ["A.Tests"], [])), StringComparison.Ordinal);

    [Fact]
    public void Report_fails_when_a_suite_ran_no_test()
    {
        Suite("A.Tests", "Completed");

        Assert.Contains("Empty: A.Tests", Text(Report.Make(_results.Path, _traces.Path, ["A.Tests"], [])), StringComparison.Ordinal);
    }

    [Fact]
    public void Report_fails_when_the_host_died_after_passing_tests()
    {
        Suite("A.Tests", "Failed", Result("a", "Passed"));

        Assert.Equal(1, Report.Make(_results.Path, _traces.Path, ["A.Tests"], []).Failed);
    }

    [Fact]
    public void Report_fails_when_a_secret_is_in_the_traces()
    {
        Suite("A.Tests", "Completed", Result("a", "Passed"));
        File.AppendAllText(_traces.File("A.Tests-1.trace"), $"log\ttoken {TestSecrets.AccessToken}\n");

        Assert.Contains("A.Tests-1.trace:2 log: log\ttoken at-hush", Text(Report.Make(_results.Path, _traces.Path, ["A.Tests"], [])), StringComparison.Ordinal);
    }

    [Fact]
    public void Report_fails_when_a_token_of_the_emulator_is_in_the_traces()
    {
        Suite("A.Tests", "Completed", Result("a", "Passed"));
        File.AppendAllText(_traces.File("A.Tests-1.trace"), $"exception\tsent at_{new string('x', 43)}\n");

        Assert.Contains("A.Tests-1.trace:2 exception: ", Text(Report.Make(_results.Path, _traces.Path, ["A.Tests"], [])), StringComparison.Ordinal);
    }

    [Fact]
    public void Report_fails_when_a_suite_recorded_nothing()
    {
        Suite("A.Tests", "Completed", Result("a", "Passed"));
        File.Delete(_traces.File("A.Tests-1.trace"));

        Assert.Contains("Nothing was recorded by: A.Tests", Text(Report.Make(_results.Path, _traces.Path, ["A.Tests"], [])), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _results.Dispose();
        _traces.Dispose();
    }

    private void Suite(string name, string outcome, params string[] results)
    {
        File.WriteAllText(_traces.File(name + "-1.trace"), "start\tdotnet\n");
        File.WriteAllText(_results.File(name + ".trx"), $"""
            <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010">
              <Results>{string.Concat(results)}</Results>
              <ResultSummary outcome="{outcome}"><Counters total="{results.Length}" /></ResultSummary>
            </TestRun>
            """);
    }

    private static string Result(string name, string outcome, string message = "") =>
        $"""<UnitTestResult testName="{name}" outcome="{outcome}"><Output><ErrorInfo><Message>{message}</Message></ErrorInfo></Output></UnitTestResult>""";

    private static string Text(Report report)
    {
        var writer = new StringWriter { NewLine = "\n" };
        report.WriteTo(writer);
        return writer.ToString();
    }
}
