using System.Text.Json.Nodes;
using static BingAds.Conformance.Making.Cells.CellSample;

namespace BingAds.Conformance.Making.Cells;

internal sealed partial class CellKinds
{
    private IEnumerable<CellSample> Urls()
    {
        var number = random.Next(1000);
        return
        [
            Both($"https://a.example/{number}", $"[\"https://a.example/{number}\"]"),
            Both("https://a.example/x; http://b.example/y?p=1;2", """["https://a.example/x","http://b.example/y?p=1;2"]"""),
            Both("http://a.example/?q={lpurl}&a=1,2; https://b.example", """["http://a.example/?q={lpurl}&a=1,2","https://b.example"]"""),
            Read("http://a.example;https://b.example;   HTTP://c.example", """["http://a.example","https://b.example","HTTP://c.example"]"""),
            Read("a.example;b.example", """["a.example;b.example"]"""),
            Read(" ;http://a.example", """["http://a.example"]"""),
            Read(DeleteValue, """["delete_value"]"""),
        ];
    }

    private static IEnumerable<CellSample> FirstUrls() =>
        [Both("https://a.example/x", """["https://a.example/x"]"""), Read("https://a.example; https://b.example", """["https://a.example; https://b.example"]"""), Write("""["https://a.example","https://b.example"]""", "https://a.example"), Write("[]", "")];

    private static IEnumerable<CellSample> TextLists() =>
        [Both("English;French", """["English","French"]"""), Both("one", """["one"]"""), Both("a b;c,d", """["a b","c,d"]"""), Read("a;;b; ;c", """["a","b","c"]"""), Read(";a;", """["a"]""")];

    private static IEnumerable<CellSample> BlankTextLists() =>
        [Both("English;French;Dutch", """["English","French","Dutch"]"""), Both("All", """["All"]"""), Read("a;;b", """["a","","b"]"""), Write("[]", ""), Write("""["a","","b"]""", "a;;b")];

    private static IEnumerable<CellSample> LongLists() =>
        [Both("12;34", "[12,34]"), Both("9223372036854775807", "[9223372036854775807]"), Both("-1;0", "[-1,0]"), Write("[]", "")];

    private IEnumerable<CellSample> ValueLists(BulkColumnFacts column)
    {
        if (column.Enum is null) return [Both("1;22;333", "[1,22,333]"), Both("7", "[7]"), Read("1;;2", "[1,2]")];
        var names = contract.Enum(column.Enum).Members.Keys.ToList();
        var all = new JsonArray([.. names.Select(static n => (JsonNode)JsonValue.Create(n)!)]);
        return [Of(string.Join(';', names), all), Of(names[^1], new JsonArray(names[^1])), new CellSample($"{names[1]};;{names[0]}", new JsonArray(names[1], names[0]), CellWay.Read)];
    }

    private static IEnumerable<CellSample> Associations() =>
    [
        Both("1;22", """[{"$type":"CampaignAssociation","CampaignId":1},{"$type":"CampaignAssociation","CampaignId":22}]"""),
        Both("5", """[{"$type":"CampaignAssociation","CampaignId":5}]"""),
        Read("1;x;3", """[{"$type":"CampaignAssociation","CampaignId":1},{"$type":"CampaignAssociation","CampaignId":0},{"$type":"CampaignAssociation","CampaignId":3}]"""),
    ];

    private static IEnumerable<CellSample> Maps() =>
    [
        Both("A=True;B=False;", """{"A":true,"B":false}""") with { Comparer = "unordered" },
        Both("RESPONSIVE_SEARCH_ADS=True;", """{"RESPONSIVE_SEARCH_ADS":true}"""),
        Read("A=true;;B=false", """{"A":true,"B":false}"""), Write("{}", ""),
    ];

    private static IEnumerable<CellSample> Parameters() =>
    [
        Both("{_promo}=x; {_season}=a\\;b", Parameters(("promo", "x"), ("season", "a;b"))),
        Both("{_key}=v\\\\w", Parameters(("key", "v\\w"))),
        Both("{_a}=1,2; {_b}=x=y", Parameters(("a", "1,2"), ("b", "x=y"))),
        Read("{_a}=1;{_b}=2;  {_c}=3", Parameters(("a", "1"), ("b", "2"), ("c", "3"))),
        Read("{_a}=1; nonsense; {_b}=2", Parameters(("a", "1"), ("b", "2"))),
        Read(DeleteValue, """{"$type":"CustomParameters","Parameters":[]}"""),
        Write("""{"$type":"CustomParameters","Parameters":null}""", DeleteValue, 100),
    ];

    private static string Parameters(params (string Key, string Value)[] pairs) => new JsonObject
    {
        ["$type"] = "CustomParameters",
        ["Parameters"] = new JsonArray([.. pairs.Select(static p => (JsonNode)new JsonObject { ["$type"] = "CustomParameter", ["Key"] = p.Key, ["Value"] = p.Value })]),
    }.ToJsonString();

    private static IEnumerable<CellSample> Targets()
    {
        static string Details(params (string Group, bool TargetAndBid)[] details) => new JsonArray([.. details.Select(static d => (JsonNode)new JsonObject
        {
            ["$type"] = "TargetSettingDetail", ["CriterionTypeGroup"] = d.Group, ["TargetAndBid"] = d.TargetAndBid,
        })]).ToJsonString();
        return
        [
            Both("Audience; Age", Details(("Audience", true), ("Age", true))), Both("CompanyName; Gender; Industry; JobFunction", Details(("CompanyName", true), ("Gender", true), ("Industry", true), ("JobFunction", true))),
            Read("Audience;Webpage;Gender", Details(("Audience", true), ("Gender", true))), Write(Details(("Audience", true), ("Age", false)), "Audience"), Write(Details(("Age", false)), "", 100),
        ];
    }

    private static IEnumerable<CellSample> Ranges() =>
    [
        Both("(Monday[09:00-17:30])", $"[{Range("Monday", 9, "Zero", 17, "Thirty")}]"),
        Both("(Monday[09:00-17:30]);(Sunday[00:15-24:00])", $"[{Range("Monday", 9, "Zero", 17, "Thirty")},{Range("Sunday", 0, "Fifteen", 24, "Zero")}]"),
        Both("(Saturday[00:45-23:45])", $"[{Range("Saturday", 0, "FortyFive", 23, "FortyFive")}]"),
        Read("(Friday[9:00-17:30])", $"[{Range("Friday", 9, "Zero", 17, "Thirty")}]"),
        Read("(Monday[09:00-17:30]);nonsense", $"[{Range("Monday", 9, "Zero", 17, "Thirty")}]"),
        Read(DeleteValue, "[]"),
    ];

    private static string Range(string day, int from, string fromMinute, int to, string toMinute) => new JsonObject
    {
        ["$type"] = "DayTime", ["Day"] = day, ["StartHour"] = from, ["StartMinute"] = fromMinute, ["EndHour"] = to, ["EndMinute"] = toMinute,
    }.ToJsonString();

    private static IEnumerable<CellSample> Rotations(BulkColumnFacts column)
    {
        _ = column;
        return
        [
            Both("OptimizeForClicks", """{"$type":"AdRotation","Type":"OptimizeForClicks"}"""), Both("RotateAdsEvenly", """{"$type":"AdRotation","Type":"RotateAdsEvenly"}"""),
            Read(DeleteValue, """{"$type":"AdRotation"}"""),
        ];
    }

    private static IEnumerable<CellSample> Bids(string type, string member) => new[] { ("0.1", "0.1"), ("5", "5"), ("12.34", "12.34"), ("0", "0") }
        .Select(v => Both(v.Item1, $$"""{"$type":"{{type}}","{{member}}":{{v.Item2}}}""")).Append(Read("1,234.5", $$"""{"$type":"{{type}}","{{member}}":1234.5}"""));

    private static IEnumerable<CellSample> Combinations() =>
    [
        Both("AND(1,2)&OR(3)&NOT(4,5)", $"[{Combination("And", "1,2")},{Combination("Or", "3")},{Combination("Not", "4,5")}]"), Both("OR(7)", $"[{Combination("Or", "7")}]"),
        Read("and(1)&Or(2)", $"[{Combination("And", "1")},{Combination("Or", "2")}]"), Read("AND(1)&nonsense", $"[{Combination("And", "1")}]"), Write("[]", ""),
    ];

    private static string Combination(string operation, string ids) => $$"""{"$type":"CombinationRule","Operator":"{{operation}}","AudienceIds":[{{ids}}]}""";

    private static IEnumerable<CellSample> HotelTypes() =>
    [
        Both("HotelAd", """["HotelAd"]"""), Both("PropertyAd", """["PropertyAd"]"""), Both("HotelAd,PropertyAd", """["HotelAd","PropertyAd"]"""),
        Read("HotelAd|PropertyAd", """["HotelAd","PropertyAd"]"""), Read("Boat", """["HotelAd","PropertyAd"]"""),
    ];

    private static IEnumerable<CellSample> Degrees() =>
        [Both("47.620506", "47620506"), Both("-122.349277", "-122349277"), Both("5", "5000000"), Both("0", "0"), Read("0.000001", "1"), Write("1", "1E-06"), Read("1.23456749", "1234567"), Read("0.0000005", "0"), Read("0.0000015", "2")];
}
