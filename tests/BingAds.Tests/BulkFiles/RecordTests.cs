using System.Text;
using System.Text.Json;
using BingAds.Bulk;

namespace BingAds.Tests.BulkFiles;

/// <summary>Every record type of the contract, with a cell in every column that stands for itself.</summary>
public class RecordTests
{
    // They hang on other cells of the row and have tests of their own.
    private static readonly HashSet<string> s_dependent =
    [
        "campaignType", "campaignGoal", "dailyBudget", "schemeType", "schemeMember", "inheritedSchemeType", "pageFeedIds", "automationOptOut", "partitionMultiplier",
    ];

    [Fact]
    public void Every_record_writes_what_it_read()
    {
        using var contract = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Checkout.Root, "contract", "v13", "bulk-file.json")));
        var problems = new List<string>();
        var count = 0;
        foreach (var record in contract.RootElement.GetProperty("records").EnumerateArray())
        {
            if (record.GetProperty("recordKind").GetString() is "single" or "childOfMultiRecord")
            {
                count++;
                problems.AddRange(Check(record, contract.RootElement.GetProperty("enums")));
            }
        }

        Assert.Equal(223, count);
        Assert.True(problems.Count == 0, string.Join(Environment.NewLine, problems));
    }

    private static IEnumerable<string> Check(JsonElement record, JsonElement enums)
    {
        var type = record.GetProperty("type").GetString()!;
        var cells = new Dictionary<string, string> { ["Type"] = type };
        var silent = new HashSet<string>();
        foreach (var column in record.GetProperty("columns").EnumerateArray().Where(static c => !IsDependent(c)))
        {
            var header = Text(column, "header")!;
            cells[header] = Sample(column, enums);
            if (Text(column, "direction") == "readOnly" && !Text(column, "path")!.StartsWith("QualityScoreData.", StringComparison.Ordinal))
            {
                silent.Add(header);
            }
        }

        var row = new BulkRowBuffer(new BulkHeader([.. cells.Keys]));
        var index = 0;
        foreach (var text in cells.Values)
        {
            row.Add(index++, Encoding.UTF8.GetBytes(text));
        }

        var entity = (SingleRecordBulkEntity)BulkRecordTypes.Create(Encoding.UTF8.GetBytes(type))!;
        entity.ReadRow(row.Row(1));
        var written = Cells.Rows(entity)[0];
        return entity.CellErrors.Select(e => $"{type}: {e}")
            .Concat(entity.UnknownColumns.Select(c => $"{type}: '{c.Key}' is unknown"))
            .Concat(cells.Keys.Union(written.Keys).Where(c => !silent.Contains(c) && cells.GetValueOrDefault(c) != written.GetValueOrDefault(c))
                .Select(c => $"{type}: '{c}' was '{cells.GetValueOrDefault(c)}', is '{written.GetValueOrDefault(c)}'"));
    }

    private static bool IsDependent(JsonElement column) => s_dependent.Contains(Text(column, "converter") ?? "")
        || Text(column, "path")!.StartsWith("Campaign.Settings[", StringComparison.Ordinal);

    private static string Sample(JsonElement column, JsonElement enums) => (Text(column, "valueKind") ?? Text(column, "kind")) switch
    {
        "long" => "123456789012",
        "int" => "7",
        "double" or "bid" or "bidOrDelete" or "rateBid" or "criterionBid" or "geoMicroDegrees" => "1.25",
        "decimal" => "1.50",
        "bool" => "True",
        "boolLower" or "boolLowerOrDelete" => "true",
        "enum" => Name(column, enums),
        "dateTime" => "3/4/2026 5:06:07 PM",
        "dateTimeSlash" => "2026/03/04 17:06:07",
        "dateTimeDash" => "2026-03-04 17:06:07",
        "dateDash" => "2026-03-04",
        "date" or "dateOrDelete" => "3/4/2026",
        "urlList" => "https://a.example/x; http://b.example/y?z=1;2",
        "stringList" or "stringListKeepBlanks" => "a;b c",
        "longList" or "campaignAssociations" => "1;2",
        "valueList" => Text(column, "enum") is null ? "1;2" : Name(column, enums),
        "keyBoolMap" => "A=True;B=False;",
        "customParameters" => @"{_a}=b\;c; {_d}=e",
        "targetSetting" => "Age; Gender",
        "dayTimeRanges" => "(Monday[09:00-17:30]);(Sunday[00:15-24:00])",
        "devicePreference" => "Mobile",
        "minute" => "15",
        "adRotation" => "OptimizeForClicks",
        "hotelAdGroupType" => "HotelAd,PropertyAd",
        "frequencyCapJson" => """[{"CapValue":4,"TimeGranularity":"HOUR"}]""",
        "textAssetLinks" => """[{"id":1,"text":"x"}]""",
        "imageAssetLinks" => """[{"id":1,"subType":"LandscapeImageMedia","cropX":2}]""",
        "videoAssetLinks" => """[{"id":1,"subType":"Video","thumbnailImage":{"subType":"Image"}}]""",
        "feedCustomAttributes" => """[{"feedAttributeType":"String","name":"n","isPartOfKey":true}]""",
        "verifiedTracking" => """[[{"Key":"k","Value":"v"}]]""",
        "remarketingRule" => "PageVisitors((Url Contains a))",
        "combinationRules" => "AND(1,2)&NOT(3)",
        "custom" => Text(column, "converter") switch { "criterionClass" => "False", "aiSearchEnabled" => "True", _ => "contoso.com" },
        _ => "some text",
    };

    // Not the first name, which may be what a missing value is.
    private static string Name(JsonElement column, JsonElement enums) =>
        enums.GetProperty(Text(column, "enum")!).GetProperty("members").EnumerateObject().Last().Name;

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;
}
