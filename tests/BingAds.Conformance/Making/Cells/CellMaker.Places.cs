using System.Globalization;
using System.Text.Json.Nodes;

namespace BingAds.Conformance.Making.Cells;

internal sealed partial class CellMaker
{
    private static readonly string[] s_priceCells = ["Price", "Price Qualifier", "Price Unit"];
    private static readonly string[] s_dailyTypes = ["DailyBudgetStandard", "DailyBudgetAccelerated"];

    /// <summary>Where the member of a column is, and what a row and an object need to have it.</summary>
    public IEnumerable<CellPlace> Places(BulkRecordFacts record, BulkColumnFacts column)
    {
        var path = CellPath.Parse(column.Path);
        var kind = column.ValueKind ?? column.Kind;
        if (column.Schemes.Count > 0)
        {
            return column.Schemes.Select(scheme => OfScheme(column, kind, scheme));
        }

        if (column.Group is "priceTableRows" or "productConditions" or "webpageConditions")
        {
            return OfGroup(column, kind, path);
        }

        if (column.Group is "productCondition" or "hotelListing")
        {
            return [new CellPlace("string", path) { Row = IsPartition(record) ? [new("Is Excluded", "False")] : [], Empty = "\"\"", Absent = "null" }];
        }

        if (column.Kind == "custom")
        {
            return OfCustom(record, column, path);
        }

        if (IsPartition(record) && path.Property != "ClientId" && column.Path.StartsWith("AdGroupCriterion", StringComparison.Ordinal))
        {
            return [new CellPlace(kind, path) { Row = [new("Is Excluded", "False")] }];
        }

        if (path.ElementClass is { } setting)
        {
            return record.EntityClass == "BulkCampaign" ? OfSetting(column, kind, path, setting) : [new CellPlace(kind, path) { Empty = "null" }];
        }

        return [new CellPlace(kind, path)];
    }

    private static bool IsPartition(BulkRecordFacts record) => record.Find("Is Excluded") is { Kind: "custom" };

    private static CellPlace OfScheme(BulkColumnFacts column, string kind, string scheme)
    {
        var parent = column.Path.Split('.')[0] + ".BiddingScheme";
        var member = column.Path[(column.Path.LastIndexOf('.') + 1)..];
        return new CellPlace(kind, CellPath.Parse($"{parent}({scheme}BiddingScheme).{member}"))
        {
            Row = [new("Bid Strategy Type", scheme)],
            Empty = kind switch { "bidOrDelete" => """{"$type":"Bid"}""", "stringOrDelete" => "\"\"", _ => "null" },
            Absent = kind == "stringOrDelete" ? "null" : null,
        };
    }

    private IEnumerable<CellPlace> OfSetting(BulkColumnFacts column, string kind, CellPath path, string setting)
    {
        if (setting == "AISearchSetting") return [new CellPlace(kind, path) { Row = [new("AI Search Enabled", "True")], Empty = "null" }];
        return _contract.SettingsByCampaignType.Where(t => t.Value.Contains(setting))
            .Select(type => new CellPlace(kind, path) { Row = [new("Campaign Type", type.Key)], Empty = column.OnEmpty == "skip" ? column.IsNullable ? "null" : Zero(column)?.ToJsonString() : null });
    }

    // A row that stands alone in its group is the first of its list, whichever its number.
    private static IEnumerable<CellPlace> OfGroup(BulkColumnFacts column, string kind, CellPath path)
    {
        var number = (path.Index!.Value + 1).ToString(CultureInfo.InvariantCulture);
        List<KeyValuePair<string, string>> row = column.Group switch
        {
            "priceTableRows" => [new("Price " + number, "1.5"), new("Price Qualifier " + number, "From"), new("Price Unit " + number, "PerDay")],
            "productConditions" => column.Header.StartsWith("Product Condition", StringComparison.Ordinal) ? [new("Product Value " + number, "v")] : [new("Product Condition " + number, "c")],
            _ => column.Header.Contains(" Value ", StringComparison.Ordinal)
                ? [new("Dynamic Ad Target Condition " + number, "Url")]
                : [new("Dynamic Ad Target Value " + number, "v")],
        };
        var isRequired = column.Group == "priceTableRows" && s_priceCells.Any(c => column.Header == $"{c} {number}");
        row.RemoveAll(c => c.Key == column.Header);
        if (column.Header.Contains("Operator", StringComparison.Ordinal))
        {
            yield return new CellPlace("enum", path.With(index: 0)) { Way = CellWay.Read, Row = row, Empty = "null" };
            yield return new CellPlace("operator", path) { Way = CellWay.Write };
            yield break;
        }

        var empty = kind switch { "string" => "\"\"", "firstUrl" => """[""]""", _ => "null" };
        yield return new CellPlace(kind, path.With(index: 0)) { Way = CellWay.Read, Row = row, Empty = empty, IsRequired = isRequired };
        yield return new CellPlace(kind, path) { Way = CellWay.Write };
    }

    private static IEnumerable<CellPlace> OfCustom(BulkRecordFacts record, BulkColumnFacts column, CellPath path) => (record.EntityClass, column.Header) switch
    {
        (_, "Bid Strategy Type" or "Is Excluded" or "Campaign Type" or "Inherited Bid Strategy Type") => [],
        (_, "Campaign Goal") => [],
        (_, "Budget") => s_dailyTypes.Select(type => new CellPlace("double", path)
        {
            Row = [new("Budget Type", type)], Before = [(CellPath.Parse("Campaign.BudgetType"), JsonValue.Create(type))], Empty = "null",
        }),
        (_, "Page Feed Ids") =>
        [
            new CellPlace("longList", path.With("DynamicSearchAdsSetting")) { Row = [new("Campaign Type", "Search")], Empty = "null" },
            new CellPlace("longList", path.With("PerformanceMaxSetting")) { Row = [new("Campaign Type", "PerformanceMax")], Empty = "null" },
        ],
        (_, "AI Search Enabled") => [new CellPlace("bool", path) { Empty = "null" }, new CellPlace("bool", path) { Way = CellWay.Read, Row = [new("Campaign Type", "Hotel")], Empty = "null" }],
        (_, "Url Expansion Opt Out" or "Auto Generated Image Assets Opt Out" or "Auto Generated Text Assets Opt Out") =>
        [
            new CellPlace("bool", path.With("AISearchSetting")) { Row = [new("AI Search Enabled", "True")], Empty = "null" },
            new CellPlace("bool", path.With("PerformanceMaxSetting")) { Row = [new("Campaign Type", "PerformanceMax")], Empty = "null" },
        ],
        (_, "Bid Option") => [new CellPlace("enum", path) { Empty = "null" }],
        (_, "Bid Boost Value" or "Maximum Bid") => [new CellPlace("double", path) { Empty = "null" }],
        (_, "Base Domain") => [new CellPlace("string", path) { Way = CellWay.Write }],
        // Without either cell the bid is a fixed one, so that there is no multiplier to look at.
        (_, "Bid" or "Bid Adjustment") => [new CellPlace("double", path) { Row = [new("Is Excluded", "False")], Empty = "null", IsRequired = column.Header == "Bid Adjustment" }],
        _ => throw new InvalidOperationException($"There is no rule for {record.EntityClass} '{column.Header}'."),
    };
}
