using System.Text.Json.Nodes;

namespace BingAds.Conformance.Making.Cells;

internal sealed partial class CellMaker
{
    /// <summary>Facts that no kind covers.</summary>
    private IEnumerable<JsonObject> Specials(BulkRecordFacts record, BulkColumnFacts column) => column.Header switch
    {
        "Bid Strategy Type" when column.Kind == "custom" => Schemes(record, column),
        "Inherited Bid Strategy Type" when column.Kind == "custom" && column.Schemes.Count == 0 => Inherited(record, column),
        "Campaign Type" when column.Kind == "custom" => CampaignTypes(record, column),
        "Campaign Goal" => Goals(record, column),
        "Base Domain" =>
        [
            One(record, column, "read", " WWW.Contoso.COM ", column.Path, "\"www.contoso.com\""), One(record, column, "read", "", column.Path, "null"), One(record, column, "read", null, column.Path, "null"),
        ],
        "Budget" when column.Kind == "custom" =>
        [
            One(record, column, "read", "12.5", column.Path, "null"), One(record, column, "write", "", column.Path, "12.5"),
        ],
        "Is Excluded" when column.Kind == "custom" => Excluded(record, column),
        "Bid Adjustment" when column.Kind == "custom" =>
        [
            One(record, column, "read", "5", "AdGroupCriterion.CriterionBid(FixedBid).Amount", "2.5", ("Is Excluded", "False"), ("Bid", "2.5"), ("Bid Adjustment", "5")),
            One(record, column, "read", "", "AdGroupCriterion.CriterionBid", """{"$type":"FixedBid"}""", ("Is Excluded", "no"), ("Bid Adjustment", "")),
        ],
        "Quality Score" => [One(record, column, "read", "", "QualityScoreData", "null"), One(record, column, "read", null, "QualityScoreData", "null")],
        "Currency Code 3" =>
        [
            One(record, column, "read", "USD", "PriceAdExtension.TableRows.Count", "1", ("Currency Code 3", "USD"), ("Price 3", "1"), ("Price Qualifier 3", "From"), ("Price Unit 3", "PerDay")),
            One(record, column, "read", "", "PriceAdExtension.TableRows.Count", "0"), One(record, column, "read", null, "PriceAdExtension.TableRows.Count", "0"),
        ],
        "Product Condition 3" =>
        [
            One(record, column, "read", "", "BiddableCampaignCriterion.Criterion(ProductScope).Conditions.Count", "0"),
            One(record, column, "read", "a", "BiddableCampaignCriterion.Criterion(ProductScope).Conditions.Count", "2", ("Product Condition 3", "a"), ("Product Value 5", "b")),
        ],
        _ when column.Schemes.Count > 0 => OtherSchemes(record, column),
        _ => [],
    };

    private IEnumerable<JsonObject> Schemes(BulkRecordFacts record, BulkColumnFacts column)
    {
        foreach (var scheme in _contract.Schemes)
        {
            yield return One(record, column, "read", scheme, column.Path, Scheme(record, scheme));
            yield return One(record, column, "write", scheme, column.Path, $$"""{"$type":"{{scheme}}BiddingScheme"}""");
        }

        yield return One(record, column, "read", "BrandNewScheme", column.Path, "null");
        yield return One(record, column, "read", "", column.Path, "null");
        yield return One(record, column, "read", null, column.Path, "null");
        yield return One(record, column, "write", null, column.Path, "null");
    }

    // A scheme with a highest bid always has one where the record has its column. The one cell makes a file without the column, whose text is null.
    private static string Scheme(BulkRecordFacts record, string scheme)
    {
        var made = new JsonObject { ["$type"] = scheme + "BiddingScheme" };
        foreach (var column in record.Columns.Where(c => c.ValueKind == "bidOrDelete" && c.Schemes.Contains(scheme)))
        {
            made[column.Path[(column.Path.LastIndexOf('.') + 1)..]] = new JsonObject { ["$type"] = "Bid" };
        }

        return made.ToJsonString();
    }

    private IEnumerable<JsonObject> OtherSchemes(BulkRecordFacts record, BulkColumnFacts column)
    {
        var scheme = column.Path.Split('.')[0] + ".BiddingScheme";
        var text = column.ValueKind == "stringOrDelete" ? "EnhancedCpc" : "1.5";
        yield return One(record, column, "read", text, scheme, "null");
        foreach (var other in _contract.Schemes.Where(s => !column.Schemes.Contains(s)))
        {
            yield return One(record, column, "read", text, scheme, Scheme(record, other), ("Bid Strategy Type", other), (column.Header, text));
            yield return One(record, column, "write", null, scheme, $$"""{"$type":"{{other}}BiddingScheme"}""");
        }
    }

    private IEnumerable<JsonObject> Inherited(BulkRecordFacts record, BulkColumnFacts column)
    {
        yield return One(record, column, "read", "EnhancedCpc", column.Path, "\"EnhancedCpc\"", ("Bid Strategy Type", "InheritFromParent"), (column.Header, "EnhancedCpc"));
        yield return One(record, column, "read", "delete_value", column.Path, "\"delete_value\"", ("Bid Strategy Type", "InheritFromParent"), (column.Header, "delete_value"));
        yield return One(record, column, "read", "", column.Path, "\"\"", ("Bid Strategy Type", "InheritFromParent"), (column.Header, ""));
        yield return One(record, column, "write", "EnhancedCpc", column.Path, "\"EnhancedCpc\"");
        yield return One(record, column, "write", "", column.Path, "\"\"");
        yield return One(record, column, "write", null, column.Path, "null");
    }

    private IEnumerable<JsonObject> CampaignTypes(BulkRecordFacts record, BulkColumnFacts column)
    {
        foreach (var type in _contract.Enum("CampaignType").Members.Keys)
        {
            yield return One(record, column, "read", type, column.Path, $"[\"{type}\"]");
            yield return One(record, column, "write", type, column.Path, $"[\"{type}\"]");
            foreach (var setting in _contract.SettingsByCampaignType.Values.SelectMany(static s => s).Distinct())
            {
                var isThere = _contract.SettingsByCampaignType.TryGetValue(type, out var settings) && settings.Contains(setting);
                yield return One(record, column, "read", type, $"Campaign.Settings[{setting}]", isThere ? $$"""{"$type":"{{setting}}"}""" : "null");
            }
        }

        yield return One(record, column, "read", "LinkedIn", "IsLinkedInCampaign", "true");
        yield return One(record, column, "read", "LinkedIn", column.Path, "null");
        yield return One(record, column, "read", "LinkedIn", "Campaign.Settings[LinkedInSetting]", """{"$type":"LinkedInSetting"}""");
        yield return One(record, column, "read", "", "Campaign.Settings", "null");
        yield return One(record, column, "read", "", column.Path, "null");
        yield return One(record, column, "write", "LinkedIn", "IsLinkedInCampaign", "true");
        yield return One(record, column, "write", null, column.Path, "null");
    }

    private IEnumerable<JsonObject> Goals(BulkRecordFacts record, BulkColumnFacts column)
    {
        foreach (var (name, number) in _contract.Enum(column.Enum!).Members)
        {
            var text = number.ToString(System.Globalization.CultureInfo.InvariantCulture);
            yield return One(record, column, "read", text, column.Path, $"\"{name}\"", ("Campaign Type", "LinkedIn"), (column.Header, text));
            yield return One(record, column, "read", name, column.Path, $"\"{name}\"", ("Campaign Type", "LinkedIn"), (column.Header, name));
            yield return One(record, column, "write", text, column.Path, $"\"{name}\"");
        }

        yield return One(record, column, "read", "", column.Path, "null", ("Campaign Type", "LinkedIn"), (column.Header, ""));
        yield return One(record, column, "read", "3", "Campaign.Settings", "null");
    }

    private IEnumerable<JsonObject> Excluded(BulkRecordFacts record, BulkColumnFacts column)
    {
        foreach (var (text, isExcluded) in new[] { ("True", true), ("yes", true), ("TRUE", true), ("False", false), ("No", false), ("false", false) })
        {
            var criterion = record.Fresh(isExcluded)["AdGroupCriterion"]!;
            var made = One(record, column, "read", text, "AdGroupCriterion", criterion.ToJsonString());
            // What other cells put there is theirs to say.
            made["unchecked"] = new JsonArray("CriterionBid", "Criterion", "DestinationUrl", "TrackingUrlTemplate", "FinalUrlSuffix");
            yield return made;
            yield return One(record, column, "write", isExcluded ? "True" : "False", "AdGroupCriterion", criterion.ToJsonString());
        }
    }

    private JsonObject One(BulkRecordFacts record, BulkColumnFacts column, string direction, string? text, string path, string value, params (string Header, string Text)[] row)
    {
        var place = CellPath.Parse(path);
        var form = Begin(record, direction, column, text, place, JsonNode.Parse(value));
        if (path.EndsWith(']')) form["property"] = place.Property;
        if (row.Length > 0) form["row"] = new JsonObject(row.Select(static c => KeyValuePair.Create(c.Header, (JsonNode?)JsonValue.Create(c.Text))));
        if (direction == "write")
        {
            var entity = record.Fresh();
            place.Set(entity, record, _api, JsonNode.Parse(value));
            form["object"] = entity;
        }

        return form;
    }
}
