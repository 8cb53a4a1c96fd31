using System.Text.Json;
using System.Text.Json.Nodes;
using static BingAds.Emulator.Tests.Records.RecordSession;

namespace BingAds.Emulator.Tests.Records;

/// <summary>Rows with a value in each column that a record type has, made of the contract: apart from the code under test.</summary>
internal static class MadeRows
{
    private static readonly Lazy<JsonObject> s_contract = new(Load);

    private static readonly HashSet<string> s_notMade = new(StringComparer.Ordinal) { "Type", "Id", "Parent Id", "Status", "Client Id", "Modified Time", "Campaign", "Ad Group" };

    // References: each would have to be there.
    private static readonly Dictionary<string, string> s_fixed = new(StringComparer.Ordinal) { ["Is Excluded"] = "False", ["Scope"] = "Account" };

    public static IEnumerable<string> Types => s_contract.Value["records"]!.AsArray().Where(static r => r!["recordKind"]!.GetValue<string>() is "single" or "childOfMultiRecord").Select(static r => r!["type"]!.GetValue<string>());

    public static Dictionary<string, string> Row(string type, params ReadOnlySpan<string> cells)
    {
        var row = RecordSession.Row(type, cells);
        foreach (var column in Columns(type))
        {
            if (column["header"]?.GetValue<string>() is { } header && !s_notMade.Contains(header) && !row.ContainsKey(header) && Value(header, column) is { } text)
                row[header] = text;
        }

        return row;
    }

    public static bool Has(string type, string header) => Columns(type).Any(c => c["header"]?.GetValue<string>() == header);

    private static IEnumerable<JsonNode> Columns(string type)
        => s_contract.Value["records"]!.AsArray().First(r => r!["type"]!.GetValue<string>() == type)!["columns"]!.AsArray().Select(static c => c!);

    private static string? Value(string header, JsonNode column)
    {
        if (s_fixed.TryGetValue(header, out var text))
            return text;
        return column["kind"]!.GetValue<string>() switch
        {
            "string" or "stringOrDelete" or "criterionName" => $"Made, \"{header}\" +ä",
            "long" => "4711",
            "int" => "5",
            "enum" => EnumName(column["enum"]!.GetValue<string>()),
            "dateTime" => "3/4/2027 5:06:07 PM",
            "dateTimeSlash" => "2027/03/04 17:06:07",
            "dateTimeDash" => "2027-03-04 17:06:07",
            "dateDash" => "2027-03-04",
            "date" or "dateOrDelete" => "3/4/2027",
            "criterionBid" or "double" => "20.5",
            "decimal" => "1.50",
            "geoMicroDegrees" => "47.5",
            "bool" => "True",
            "boolLower" or "boolLowerOrDelete" => "true",
            "urlList" => "https://shop.example.com/a?x=1;2; https://shop.example.com/b",
            "customParameters" => "{_promo}=x; {_season}=a\\;b",
            "devicePreference" => "All",
            "dayTimeRanges" => "(Monday[09:00-17:30]);(Sunday[00:15-24:00])",
            "stringList" or "stringListKeepBlanks" => "One;Two",
            "textAssetLinks" => """[{"text":"Made"}]""",
            "imageAssetLinks" => """[{"id":17,"subType":"LandscapeImageMedia"}]""",
            "longList" or "campaignAssociations" => "12;34",
            "valueList" => column["enum"]?.GetValue<string>() is { } name ? EnumName(name) : "12;34",
            "minute" => "15",
            "remarketingRule" => "PageVisitors((Url Contains shoes) and (ReferrerUrl DoesNotContain old))",
            "combinationRules" => "AND(1,2)&OR(3)",
            "feedCustomAttributes" => """[{"feedAttributeType":"String","name":"Made"}]""",
            _ => null,
        };
    }

    private static string EnumName(string name) => s_contract.Value["enums"]![name]!["members"]!.AsObject().Select(static m => m.Key).First(static n => n is not ("Unknown" or "None"));

    private static JsonObject Load()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var file = Path.Combine(at.FullName, "contract", "v13", "bulk-file.json");
            if (File.Exists(file))
                return JsonNode.Parse(File.ReadAllBytes(file), documentOptions: new JsonDocumentOptions { MaxDepth = 128 })!.AsObject();
        }

        throw new InvalidOperationException("The tests need contract/v13 in a folder above them.");
    }
}
