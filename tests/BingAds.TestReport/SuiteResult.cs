using System.Xml.Linq;

namespace BingAds.TestReport;

/// <summary>What one result file says. A test that was skipped, or did not come to its end, has not passed.</summary>
/// <param name="Name">The suite.</param>
/// <param name="Passed">Tests that passed.</param>
/// <param name="Failures">Every other test: its name, what became of it, and why.</param>
internal sealed record SuiteResult(string Name, int Passed, IReadOnlyList<TestFailure> Failures)
{
    private static readonly XNamespace s_ns = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    public static SuiteResult Read(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        XElement run;
        try
        {
            run = XDocument.Load(path).Root!;
        }
        catch (System.Xml.XmlException broken)
        {
            return new SuiteResult(name, 0, [new TestFailure(name, "Broken", $"The result file can't be read: {broken.Message}")]);
        }

        var results = run.Element(s_ns + "Results")?.Elements(s_ns + "UnitTestResult").ToList() ?? [];
        var failures = results.Where(static r => Outcome(r) != "Passed")
            .Select(static r => new TestFailure((string?)r.Attribute("testName") ?? "?", Outcome(r), Reason(r))).ToList();

        // A host that crashed leaves fewer results than tests, and says so only in the summary.
        var summary = run.Element(s_ns + "ResultSummary");
        if (failures.Count == 0 && (string?)summary?.Attribute("outcome") is not ("Completed" or "Passed"))
        {
            failures.Add(new TestFailure(name, (string?)summary?.Attribute("outcome") ?? "Aborted", summary?.Value.Trim() ?? "The run did not end."));
        }

        if (results.Count == 0 && failures.Count == 0)
        {
            failures.Add(new TestFailure(name, "Empty", "The suite ran no test."));
        }

        return new SuiteResult(name, results.Count(static r => Outcome(r) == "Passed"), failures);
    }

    private static string Outcome(XElement result) => (string?)result.Attribute("outcome") ?? "Aborted";

    private static string Reason(XElement result)
    {
        var output = result.Element(s_ns + "Output");
        var error = output?.Element(s_ns + "ErrorInfo");
        var text = string.Join('\n', new[] { error?.Element(s_ns + "Message")?.Value, error?.Element(s_ns + "StackTrace")?.Value }
            .Where(static t => !string.IsNullOrWhiteSpace(t)));
        return text.Length > 0 ? text : output?.Element(s_ns + "StdOut")?.Value.Trim() ?? "no reason given";
    }
}
