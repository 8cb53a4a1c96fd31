using System.Text.Json.Nodes;
using BingAds.Conformance.Contract;

namespace BingAds.Conformance.Making.Cells;

/// <summary>
/// Makes one-cell cases of all record types in the form that recordings of single cells have. What a cell means comes from the contract and from rules
/// written down here once more, so that the code under test is checked against something else than itself.
/// </summary>
internal sealed partial class CellMaker
{
    private readonly BulkContract _contract;
    private readonly ServiceSchema _api;
    private readonly CellKinds _kinds;
    private int _number;

    public CellMaker(BulkContract contract, ServiceSchema api, int seed)
    {
        _contract = contract;
        _api = api;
        _kinds = new CellKinds(contract, new Random(seed));
    }

    /// <summary>All cases, one object a line of the file.</summary>
    public IEnumerable<JsonObject> Make() => _contract.Records.Where(static r => r.Kind is "single" or "childOfMultiRecord" or "bidSuggestion")
        .SelectMany(record => record.Columns.SelectMany(column => Make(record, column)));

    /// <summary>What cells of a column can hold.</summary>
    public IEnumerable<CellSample> Samples(BulkColumnFacts column, CellPlace place) => _kinds.Samples(column, place.Kind);

    private IEnumerable<JsonObject> Make(BulkRecordFacts record, BulkColumnFacts column)
    {
        foreach (var place in Places(record, column))
        {
            foreach (var sample in _kinds.Samples(column, place.Kind))
            {
                if (sample.Way.HasFlag(CellWay.Read) && place.Way.HasFlag(CellWay.Read)) yield return Read(record, column, place, NotNull(column, sample));
                if (sample.Way.HasFlag(CellWay.Write) && place.Way.HasFlag(CellWay.Write)) yield return Write(record, column, place, sample);
            }

            foreach (var sample in place.Way.HasFlag(CellWay.Read) ? Empties(record, column, place) : []) yield return Read(record, column, place, sample);
        }

        foreach (var special in Specials(record, column)) yield return special;
    }

    // What can't be null is zero.
    private CellSample NotNull(BulkColumnFacts column, CellSample sample) =>
        sample.Value is null && !column.IsNullable && column.Kind is not ("criterionBid" or "custom") ? sample with { Value = Zero(column) } : sample;

    private JsonObject Read(BulkRecordFacts record, BulkColumnFacts column, CellPlace place, CellSample sample)
    {
        var form = Begin(record, "read", column, sample.Text, place.Path, sample.Value);
        if (place.Row.Count > 0)
        {
            var row = new JsonObject(place.Row.Select(static c => KeyValuePair.Create(c.Key, (JsonNode?)JsonValue.Create(c.Value))));
            if (sample.Text is not null) row[column.Header] = sample.Text;
            form["row"] = row;
        }

        return form;
    }

    private JsonObject Write(BulkRecordFacts record, BulkColumnFacts column, CellPlace place, CellSample sample)
    {
        var entity = record.Fresh();
        foreach (var (path, value) in place.Before) path.Set(entity, record, _api, value);
        place.Path.Set(entity, record, _api, sample.Value);
        if (sample.Id is { } id && column.DeleteIdPath is { } idPath) CellPath.Parse(idPath).Set(entity, record, _api, JsonValue.Create(id));
        var text = column.IsReadOnly && !column.Path.StartsWith("QualityScoreData", StringComparison.Ordinal) ? "" : sample.Text;
        var form = Begin(record, "write", column, text, place.Path, sample.Value);
        form["object"] = entity;
        if (sample.Comparer is { } comparer) form["cell"] = comparer;
        return form;
    }

    private JsonObject Begin(BulkRecordFacts record, string direction, BulkColumnFacts column, string? text, CellPath path, JsonNode? value)
    {
        var form = new JsonObject
        {
            ["id"] = $"m{++_number:00000}", ["entity"] = record.EntityClass, ["direction"] = direction, ["column"] = column.Header, ["csv"] = text,
            ["property"] = path.Property, ["value"] = value?.DeepClone(),
        };
        if (path.Casts() is { } casts) form["casts"] = casts;
        return form;
    }

    /// <summary>What the member is when the cell is empty, and when it is not there at all.</summary>
    private IEnumerable<CellSample> Empties(BulkRecordFacts record, BulkColumnFacts column, CellPlace place)
    {
        if (place.IsRequired) yield break;
        if (place.Empty is { } own)
        {
            yield return CellSample.Read("", own);
            yield return CellSample.Read(null, place.Absent ?? own);
            yield break;
        }

        var untouched = Untouched(record, column, place);
        var value = column.OnEmpty switch
        {
            "emptyString" => JsonValue.Create(""),
            "default" => Zero(column),
            _ when column.Kind == "bidOrDelete" => new JsonObject { ["$type"] = "Bid" },
            _ => untouched,
        };
        if (column.OnEmpty != "error") yield return new CellSample("", value, CellWay.Read);
        // An object that nothing was written into is not there, unless the record always has it.
        var isThere = !column.Path.Contains('.', StringComparison.Ordinal) || place.Row.Count > 0 || place.Path.Parent().Get(record.Fresh()) is not null;
        yield return new CellSample(null, column is { OnEmpty: "emptyString", Kind: "string" } || !isThere ? null : value?.DeepClone(), CellWay.Read);
    }

    // What nobody wrote into is null, or, where it can't be, the zero of its type.
    private JsonNode? Untouched(BulkRecordFacts record, BulkColumnFacts column, CellPlace place)
    {
        if (column.IsNullable || column.Kind == "criterionBid") return null;
        return !column.Path.Contains('.', StringComparison.Ordinal) || place.Row.Count > 0 || place.Path.Parent().Get(record.Fresh()) is not null ? Zero(column) : null;
    }

    private JsonNode? Zero(BulkColumnFacts column) => column.Type switch
    {
        "long" or "int" or "double" => JsonValue.Create(0),
        "bool" => JsonValue.Create(false),
        "DateTime" => JsonValue.Create("0001-01-01T00:00:00Z"),
        _ when column.Enum is { } name => _contract.Enum(name).NameOf(0) is { } zero ? JsonValue.Create(zero) : JsonValue.Create(0),
        _ => null,
    };
}
