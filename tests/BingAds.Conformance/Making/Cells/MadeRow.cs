using System.Text.Json.Nodes;
using BingAds.Conformance.Contract;

namespace BingAds.Conformance.Making.Cells;

/// <summary>The first date there is, as the format writes it.</summary>
internal static class BulkDates
{
    public static string First(string kind) => kind switch
    {
        "dateTimeSlash" => "0001/01/01 00:00:00",
        "dateTimeDash" => "0001-01-01 00:00:00",
        _ => "1/1/0001 12:00:00 AM",
    };
}

/// <summary>One row while it is made: its cells, the object that they read as, and the cells that the object is written as.</summary>
internal sealed class MadeRow(BulkRecordFacts record, ServiceSchema api, Func<BulkColumnFacts, string?> zero)
{
    private readonly Dictionary<string, string> _cells = new(StringComparer.Ordinal) { ["Type"] = record.Type };
    private readonly Dictionary<string, string> _written = new(StringComparer.Ordinal) { ["Type"] = record.Type };
    private readonly JsonObject _entity = record.Fresh();

    public bool Has(string header) => _cells.ContainsKey(header);

    /// <summary>Whether the row has the cells that a place needs, with just these texts.</summary>
    public bool Fits(CellPlace place, string scheme) => place.Row.All(c => c.Key == "Bid Strategy Type"
        ? c.Value == scheme
        : c.Key is "Campaign Type" or "Budget Type" ? _cells.GetValueOrDefault(c.Key) == c.Value : c.Key != "AI Search Enabled" || _cells.ContainsKey(c.Key));

    public void PutText(BulkColumnFacts column, string text) => _cells[column.Header] = _written[column.Header] = text;

    public void Put(BulkColumnFacts column, CellPath path, CellSample sample)
    {
        _cells[column.Header] = sample.Text!;
        if (!column.IsReadOnly || column.Path.StartsWith("QualityScoreData", StringComparison.Ordinal)) _written[column.Header] = sample.Text!;
        path.Set(_entity, record, api, sample.Value);
        foreach (var other in record.Aliases.Where(a => a.Value == column.Path)) _entity[other.Key] = sample.Value?.DeepClone();
    }

    /// <summary>Adds a setting that comes with the type of a campaign.</summary>
    public void AddSetting(string name)
    {
        var campaign = (JsonObject)_entity["Campaign"]!;
        var settings = campaign["Settings"] as JsonArray;
        if (settings is null) campaign["Settings"] = settings = [];
        settings.Add((JsonNode)new JsonObject { ["$type"] = name });
    }

    public JsonObject ToCase(string name)
    {
        foreach (var column in record.Columns.Where(c => !_cells.ContainsKey(c.Header))) Leave(column);
        foreach (var column in record.Columns.Where(c => !_cells.ContainsKey(c.Header))) Clear(column);
        if (record.Columns.FirstOrDefault(static c => c.Path.Contains(".Scheduling.", StringComparison.Ordinal)) is { } scheduled)
        {
            var schedule = CellPath.Parse(scheduled.Path[..scheduled.Path.LastIndexOf('.')]);
            if (schedule.Get(_entity) is null) schedule.Set(_entity, record, api, new JsonObject { ["$type"] = "Schedule" });
        }

        _entity.Remove("$type");
        var made = new JsonObject { ["name"] = name, ["input"] = Row(_cells), ["object"] = _entity, ["row"] = Row(_written) };
        if (record.Columns.Where(c => c.IsReadOnly && _cells.ContainsKey(c.Header) && !_written.ContainsKey(c.Header)).ToList() is { Count: > 0 } lost)
        {
            var after = (JsonObject)_entity.DeepClone();
            foreach (var column in lost) CellPath.Parse(column.Path).Set(after, record, api, "");
            made["objectAfterReread"] = after;
        }

        return made;
    }

    // What the object is where the cell is empty, and what the cell is written as then.
    private void Leave(BulkColumnFacts column)
    {
        var path = CellPath.Parse(column.Path);
        switch (column)
        {
            case { Kind: "criterionBid" }:
                path.Parent().Set(_entity, record, api, null);
                break;
            case { Kind: "bidOrDelete" }:
                path.Set(_entity, record, api, new JsonObject { ["$type"] = "Bid" });
                break;
            case { Group: "hotelListing" or "productCondition" }:
                path.Set(_entity, record, api, "");
                break;
            case { Group: "priceTableRows" or "productConditions" or "webpageConditions" }:
                LeaveGroup(column);
                break;
            case { ValueKind: "bidOrDelete" or "stringOrDelete" }:
                LeaveMember(column, path);
                break;
            case { OnEmpty: "emptyString" } or { OnEmpty: "skip", Kind: "string" } when IsThere(column, path):
                if (column.OnEmpty == "emptyString" || path.ElementClass is not null) path.Set(_entity, record, api, "");
                break;
            case { Header: "Bid", Kind: "custom" }:
                path.Parent().Set(_entity, record, api, new JsonObject { ["$type"] = "FixedBid" });
                break;
            case { OnEmpty: "default" }:
                LeaveZero(column, path);
                break;
        }
    }

    // What has no null is zero, and is written so.
    private void LeaveZero(BulkColumnFacts column, CellPath path)
    {
        var (value, text) = column.Type switch
        {
            "bool" => ((JsonNode)JsonValue.Create(false)!, column.Kind == "bool" ? "False" : "false"),
            "DateTime" => (JsonValue.Create("0001-01-01T00:00:00"), BulkDates.First(column.Kind)),
            "long" or "int" => (JsonValue.Create(0), "0"),
            _ => (JsonValue.Create(zero(column) ?? "0"), zero(column) ?? "0"),
        };
        path.Set(_entity, record, api, value);
        if (!column.IsZeroEmpty) _written[column.Header] = text;
    }

    // An update clears what is empty on the object, where the id tells that it is one.
    private void Clear(BulkColumnFacts column)
    {
        if (column.DeleteIdPath is not { } path || CellPath.Parse(path).Get(_entity)?.GetValue<long>() is not > 0) return;
        var isClear = column.Kind is "stringOrDelete" or "boolLowerOrDelete" or "dateOrDelete" or "dateTimeSlash" || (column.Kind == "dayTimeRanges" && column.Path.Contains(".Scheduling.", StringComparison.Ordinal));
        if (isClear) _written[column.Header] = "delete_value";
    }

    // A schedule or an address is there as soon as the file has one of its columns.
    private bool IsThere(BulkColumnFacts column, CellPath path) => !column.Path.Contains('.', StringComparison.Ordinal) || column.Path.Contains(".Address.", StringComparison.Ordinal)
        || path.Parent().Get(_entity) is not null || (path.ElementClass is not null && CellPath.Parse(column.Path[..column.Path.LastIndexOf('.')]).Get(_entity) is not null);

    private void LeaveGroup(BulkColumnFacts column)
    {
        var list = CellPath.Parse(column.Path[..column.Path.IndexOf("[", StringComparison.Ordinal)]);
        if (list.Get(_entity) is null) list.Set(_entity, record, api, new JsonArray());
    }

    private void LeaveMember(BulkColumnFacts column, CellPath path)
    {
        if (path.Parent().Get(_entity) is JsonObject scheme && column.Schemes.Any(s => scheme["$type"]?.GetValue<string>() == s + "BiddingScheme"))
        {
            scheme[column.Path[(column.Path.LastIndexOf('.') + 1)..]] = column.ValueKind == "bidOrDelete" ? new JsonObject { ["$type"] = "Bid" } : JsonValue.Create("");
        }
    }

    private static JsonObject Row(Dictionary<string, string> cells) => new(cells.Select(static c => KeyValuePair.Create(c.Key, (JsonNode?)JsonValue.Create(c.Value))));
}
