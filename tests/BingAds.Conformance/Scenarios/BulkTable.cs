using System.Globalization;
using System.Text.Json.Nodes;
using BingAds.Conformance.Bulk;
using BingAds.Conformance.Making.Cells;

namespace BingAds.Conformance.Scenarios;

/// <summary>The rows of a bulk file as scripts speak of them: filled cells by column, and what is expected of them.</summary>
internal sealed class BulkTable(string status, IReadOnlyList<IReadOnlyDictionary<string, string>> rows)
{
    private static readonly string[] s_firstHeaders = ["Type", "Id", "Client Id"];

    public static BulkTable Parse(string status, byte[] file) => new(status, file.Length == 0 ? [] : PlainTable.Parse(file, ','));

    /// <summary>A file of the rows with just the columns that occur in them, the format version first.</summary>
    public static string Write(IReadOnlyList<IReadOnlyDictionary<string, string>> rows)
    {
        var headers = s_firstHeaders.Concat(rows.SelectMany(static r => r.Keys)).Append("Name").Distinct(StringComparer.Ordinal).ToList();
        return PlainCsv.Of(headers, rows);
    }

    /// <summary>The same as the texts of a call: the header, the format version, and one text a row, without line ends between them.</summary>
    public static IEnumerable<string> Records(IReadOnlyList<IReadOnlyDictionary<string, string>> rows)
    {
        var whole = Write(rows);
        for (var (start, quoted, i) = (0, false, 0); i < whole.Length; i++)
        {
            quoted ^= whole[i] == '"';
            if (quoted || whole[i] != '\n') continue;
            yield return whole[start..(i + 1)];
            start = i + 1;
        }
    }

    /// <summary>Checks an expectation with everything filled in; null when it holds, else what is wrong.</summary>
    public string? Check(JsonObject expectation)
    {
        if (expectation.ContainsKey("status"))
        {
            var wanted = expectation["status"] is JsonArray list ? list.Select(static s => s!.GetValue<string>()) : [expectation["status"]!.GetValue<string>()];
            return wanted.Contains(status) ? null : $"status is {status}, expected {expectation["status"]!.ToJsonString()}";
        }

        if (expectation["type"] is { } type)
        {
            var cells = new JsonObject { ["Type"] = type.DeepClone() };
            foreach (var (name, value) in expectation["where"] as JsonObject ?? []) cells[name] = value?.DeepClone();
            var found = new JsonArray([.. Find(cells).Select(static r => (JsonNode)Json(r))]);
            return ScriptTest.Check(expectation, found, isMany: false) is { } why ? $"rows {cells.ToJsonString()}: {why}" : null;
        }

        if (expectation["row"] is not JsonObject row || expectation["column"]?.GetValue<string>() is not { } column)
        {
            throw new ScriptException($"An expectation of a bulk step has a status, a type, or a row and a column: {expectation.ToJsonString()}");
        }

        if (Find(row).FirstOrDefault() is not { } first) return $"no row {row.ToJsonString()}";
        return ScriptTest.Check(expectation, Cell(first, column), isMany: false) is { } wrong ? $"{row.ToJsonString()} '{column}': {wrong}" : null;
    }

    /// <summary>The cell of the first row that has all given cells; null when there is none or it is empty.</summary>
    public JsonNode? Look(JsonObject form)
    {
        var column = form["column"]?.GetValue<string>() ?? throw new ScriptException("What is saved of a bulk step has a column.");
        var cell = Find((JsonObject)form["row"]!).FirstOrDefault() is { } row ? Cell(row, column) : null;
        if (cell is null || form["as"] is not { } form2) return cell;
        if (form2.GetValue<string>() != "dateTime") throw new ScriptException($"A cell can't be saved as '{form2}'.");
        var time = DateTime.Parse(cell.GetValue<string>(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
        return JsonValue.Create(time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
    }

    private IEnumerable<IReadOnlyDictionary<string, string>> Find(JsonObject cells) =>
        rows.Where(row => cells.All(c => IsSame(Cell(row, c.Key) ?? "", c.Value ?? "")));

    private static bool IsSame(JsonNode cell, JsonNode wanted) =>
        ScriptEquality.Same(cell, wanted) || (ScriptEquality.Number(cell) is { } number && ScriptEquality.Number(wanted) == number);

    private static JsonNode? Cell(IReadOnlyDictionary<string, string> row, string column) =>
        row.TryGetValue(column, out var text) ? JsonValue.Create(text) : null;

    private static JsonObject Json(IReadOnlyDictionary<string, string> row) => new(row.Select(static c => KeyValuePair.Create(c.Key, (JsonNode?)JsonValue.Create(c.Value))));
}
