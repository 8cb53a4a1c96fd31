using System.Text.Json.Nodes;

namespace BingAds.Conformance.Scenarios;

/// <summary>What became of a report: its final status, and the columns and rows of its file.</summary>
/// <param name="Status">As the service spells it.</param>
/// <param name="Columns">The names in the file, none if it has no names; null without a file, because there is no data.</param>
/// <param name="Rows">Rows of data; 0 without a file.</param>
internal sealed record ReportOutcome(string Status, IReadOnlyList<string>? Columns, long Rows)
{
    private static readonly string[] s_notATest = ["sure", "note"];

    /// <summary>Checks an expectation with everything filled in; null when it holds, else what is wrong.</summary>
    /// <exception cref="ScriptException">There is not exactly one test, or it is unknown.</exception>
    public string? Check(JsonObject expectation)
    {
        var tests = expectation.Where(static m => !s_notATest.Contains(m.Key)).ToList();
        if (tests.Count != 1) throw new ScriptException($"An expectation of a report has exactly one test: {expectation.ToJsonString()}");
        var (name, wanted) = (tests[0].Key, tests[0].Value);
        var holds = name switch
        {
            "status" => Texts(wanted).Contains(Status),
            "columns" => Columns is null || Columns.SequenceEqual(Texts(wanted), StringComparer.Ordinal),
            "rows" => Rows == Number(wanted),
            "rowsAtLeast" => Rows >= Number(wanted),
            "rowsAtMost" => Rows <= Number(wanted),
            _ => throw new ScriptException($"There is no test '{name}' of a report."),
        };
        return holds ? null : $"{name} {wanted!.ToJsonString()} does not hold for {this}";
    }

    public override string ToString() =>
        Columns is null ? $"a report that is {Status}, without a file" : $"a report that is {Status}, with {Rows} rows of {string.Join(", ", Columns)}";

    private static List<string> Texts(JsonNode? wanted) => wanted switch
    {
        JsonArray list => list.Select(static t => ScriptValues.AsText(t) ?? throw new ScriptException("A null among texts.")).ToList(),
        { } one => [ScriptValues.AsText(one)!],
        null => throw new ScriptException("An expectation of a report can't be null."),
    };

    private static decimal Number(JsonNode? wanted) => ScriptEquality.Number(wanted) ?? throw new ScriptException($"'{wanted?.ToJsonString()}' is not a number of rows.");
}
