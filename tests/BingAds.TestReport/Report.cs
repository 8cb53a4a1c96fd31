using BingAds.Testing;

namespace BingAds.TestReport;

/// <summary>All suites and checks of a run: a table, every failure with its reason, and the totals as the last line.</summary>
internal sealed class Report(IReadOnlyList<SuiteResult> suites)
{
    public int Passed => suites.Sum(static s => s.Passed);

    public int Failed => suites.Sum(static s => s.Failures.Count);

    /// <param name="results">Folder of the result files.</param>
    /// <param name="traces">Folder of the trace files.</param>
    /// <param name="expected">Names of the suites that must have a result; each must have left a trace file too.</param>
    /// <param name="checks">What the script checked itself: <c>name=ok</c>, or the reason why not.</param>
    public static Report Make(string results, string traces, IReadOnlyList<string> expected, IReadOnlyList<string> checks)
    {
        var suites = Directory.Exists(results) ? Directory.GetFiles(results, "*.trx").Order(StringComparer.Ordinal).Select(SuiteResult.Read).ToList() : [];
        suites.AddRange(expected.Where(e => !suites.Exists(s => s.Name == e))
            .Select(static e => new SuiteResult(e, 0, [new TestFailure(e, "Missing", "The suite left no result file: its build failed, or its host died.")])));
        suites.AddRange(checks.Select(static c => Check(c[..c.IndexOf('=')], c[(c.IndexOf('=') + 1)..] is "ok" ? null : c[(c.IndexOf('=') + 1)..])));
        suites.Add(Secrets(traces, expected));
        return new Report(suites);
    }

    public void WriteTo(TextWriter output)
    {
        foreach (var suite in suites)
        {
            output.WriteLine($"{suite.Name,-36} {suite.Passed,6} passed {suite.Failures.Count,4} failed");
        }

        foreach (var suite in suites.Where(static s => s.Failures.Count > 0))
        {
            output.WriteLine();
            output.WriteLine($"--- {suite.Name}");
            foreach (var failure in suite.Failures)
            {
                output.WriteLine($"{failure.Outcome}: {failure.Test}");
                output.WriteLine($"    {failure.Reason.ReplaceLineEndings("\n    ")}");
            }
        }

        output.WriteLine();
        output.WriteLine($"{Passed} passed, {Failed} failed");
    }

    private static SuiteResult Secrets(string traces, IReadOnlyList<string> expected)
    {
        var (finds, records) = SecretScan.Search(traces, TestSecrets.Markers, TestSecrets.Issued());
        var silent = expected.Where(e => !Directory.Exists(traces) || Directory.GetFiles(traces, e + "-*" + TraceFile.Extension).Length == 0).ToList();
        var reason = finds.Count > 0 ? string.Join('\n', finds.Take(40))
            : silent.Count > 0 ? $"Nothing was recorded by: {string.Join(", ", silent)}"
            : null;
        return Check("no secret in: " + string.Join(", ", records.Where(static r => r.Key != TraceFile.StartKind).Select(static r => $"{r.Value} {r.Key} records")), reason);
    }

    private static SuiteResult Check(string name, string? reason) =>
        reason is null ? new SuiteResult(name, 1, []) : new SuiteResult(name, 0, [new TestFailure(name, "Failed", reason)]);
}
