using System.Globalization;
using System.Text.Json.Nodes;
using BingAds.Conformance.Contract;

namespace BingAds.Conformance.Making.Cells;

/// <summary>
/// Makes whole rows with the object they read as and the row that the object is written as, in the layout of a folder of recorded rows. Built of the
/// same facts about cells as single cells are, and so apart from the code under test.
/// </summary>
internal sealed class RowMaker(BulkContract contract, ServiceSchema api, int seed)
{
    private readonly CellMaker _cells = new(contract, api, seed);
    private readonly Random _random = new(seed * 31);

    /// <summary>Writes a JSON file and a CSV file for each record type.</summary>
    public void Write(string folder, IReadOnlyList<string> headers)
    {
        Directory.CreateDirectory(folder);
        foreach (var record in contract.Records.Where(static r => r.Kind is "single" or "childOfMultiRecord"))
        {
            var cases = Cases(record).ToList();
            var file = new JsonObject { ["entityClass"] = record.EntityClass, ["type"] = record.Type, ["cases"] = new JsonArray([.. cases.Select(static c => c.DeepClone())]) };
            File.WriteAllText(Path.Combine(folder, record.EntityClass + ".json"), file.ToJsonString());
            var rows = cases.Select(static c => c["row"]!.AsObject().ToDictionary(static p => p.Key, static p => p.Value!.GetValue<string>()));
            File.WriteAllText(Path.Combine(folder, record.EntityClass + ".csv"), PlainCsv.Of(headers, rows), new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        }
    }

    private IEnumerable<JsonObject> Cases(BulkRecordFacts record)
    {
        yield return Full(record, "full", null);
        yield return Full(record, "fullAlternative", null);
        yield return Minimal(record);
        if (record.Columns.Any(static c => c.Schemes.Count > 0))
        {
            foreach (var scheme in contract.Schemes) yield return Full(record, "scheme" + scheme, scheme);
        }

        if (record.EntityClass == "BulkCampaign")
        {
            foreach (var type in contract.Enum("CampaignType").Members.Keys) yield return Full(record, "type" + type, null, type);
        }
    }

    /// <summary>A row in which each cell holds something that the others leave a place for.</summary>
    private JsonObject Full(BulkRecordFacts record, string name, string? scheme, string? type = null)
    {
        var row = new MadeRow(record, api, Zero);
        scheme ??= Pick(contract.Schemes);
        type ??= Pick(contract.SettingsByCampaignType.Keys.Where(static k => k != "LinkedIn").ToList());
        var groups = _random.Next(1, 4);
        foreach (var column in record.Columns) Fill(row, record, column, scheme, type, groups);
        return row.ToCase(name);
    }

    private void Fill(MadeRow row, BulkRecordFacts record, BulkColumnFacts column, string scheme, string type, int groups)
    {
        switch (column)
        {
            case { Kind: "custom", Header: "Campaign Type" }:
                row.Put(column, CellPath.Parse(column.Path), CellSample.Of(type, new JsonArray(type)));
                foreach (var setting in contract.SettingsByCampaignType.GetValueOrDefault(type) ?? []) row.AddSetting(setting);
                return;
            case { Kind: "custom", Header: "Bid Strategy Type" }:
                row.Put(column, CellPath.Parse(column.Path), CellSample.Of(scheme, new JsonObject { ["$type"] = scheme + "BiddingScheme" }));
                return;
            case { Kind: "custom", Header: "Inherited Bid Strategy Type", Schemes.Count: 0 } when scheme == "InheritFromParent":
                row.Put(column, CellPath.Parse(column.Path), CellSample.Of("EnhancedCpc", "EnhancedCpc"));
                return;
            case { Kind: "custom", Header: "Is Excluded" }:
                row.PutText(column, "False");
                return;
            case { Kind: "custom", Header: "Base Domain" }:
                row.Put(column, CellPath.Parse(column.Path), CellSample.Of("www.contoso.com", "www.contoso.com"));
                return;
            case { Kind: "custom", Header: "Campaign Goal" or "Bid Adjustment" or "Inherited Bid Strategy Type", Schemes.Count: 0 }:
                return;
            case { Group: "priceTableRows" or "productConditions" or "webpageConditions" } when CellPath.Parse(column.Path).Index >= groups:
                return;
        }

        var places = _cells.Places(record, column).Where(p => row.Fits(p, scheme)).ToList();
        if (places.Count == 0) return;
        var place = places[^1] is { Way: CellWay.Write } own ? own : places[0];
        if (place.Path.ElementClass == "PerformanceMaxSetting" && row.Has("AI Search Enabled") && column.Header.EndsWith("Opt Out", StringComparison.Ordinal)) return;
        var samples = _cells.Samples(column, place).Where(static s => s is { IsPlain: true, Text.Length: > 0 }).ToList();
        row.Put(column, place.Path, Pick(samples));
    }

    /// <summary>A row of the cells that must not be empty, and no others.</summary>
    private JsonObject Minimal(BulkRecordFacts record)
    {
        var row = new MadeRow(record, api, Zero);
        foreach (var column in record.Columns)
        {
            if (column is { Kind: "custom", Header: "Is Excluded" }) row.PutText(column, "False");
            else if (column.OnEmpty == "error") row.Put(column, CellPath.Parse(column.Path), Pick(_cells.Samples(column, _cells.Places(record, column).First()).Where(static s => s is { IsPlain: true, Text.Length: > 0 }).ToList()));
        }

        return row.ToCase("minimal");
    }

    private string? Zero(BulkColumnFacts column) => column.Enum is { } name ? contract.Enum(name).NameOf(0) : null;

    private T Pick<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];
}

/// <summary>CSV as the format has it, cell by cell and without haste.</summary>
internal static class PlainCsv
{
    public static string Of(IReadOnlyList<string> headers, IEnumerable<IReadOnlyDictionary<string, string>> rows)
    {
        var version = new Dictionary<string, string>(StringComparer.Ordinal) { ["Type"] = "Format Version", ["Name"] = "6.0" };
        return string.Concat(rows.Prepend(version).Select(row => Line(headers.Select(h => Cell(row.GetValueOrDefault(h, ""))))).Prepend(Line(headers.Select(Cell))));
    }

    private static string Line(IEnumerable<string> cells) => string.Join(',', cells) + "\r\n";

    private static string Cell(string text)
    {
        if (text.StartsWith('+')) return "\" " + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
        return text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : string.Create(CultureInfo.InvariantCulture, $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
    }
}
