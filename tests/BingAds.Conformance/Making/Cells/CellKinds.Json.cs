using System.Text.Json.Nodes;
using static BingAds.Conformance.Making.Cells.CellSample;

namespace BingAds.Conformance.Making.Cells;

internal sealed partial class CellKinds
{
    private static IEnumerable<CellSample> FrequencyCaps() =>
    [
        Json("""[{"CapValue":4,"TimeGranularity":"HOUR"}]""", """[{"$type":"FrequencyCapSettings","CapValue":4,"TimeGranularity":"HOUR"}]"""),
        Json("""[{"CapValue":1,"TimeGranularity":"DAY"},{"CapValue":9,"TimeGranularity":"WEEK"}]""",
            """[{"$type":"FrequencyCapSettings","CapValue":1,"TimeGranularity":"DAY"},{"$type":"FrequencyCapSettings","CapValue":9,"TimeGranularity":"WEEK"}]"""),
        Read(DeleteValue, "[]"), Write("[]", DeleteValue, 100), Write("[]", DeleteValue, 0), Write("[]", DeleteValue),
    ];

    private static IEnumerable<CellSample> TextLinks() =>
    [
        Json("""[{"id":9223372036854775807,"text":"One \"two\" / drei ß","pinnedField":"Headline1","editorialStatus":"Active","assetPerformanceLabel":"Good","name":"n"}]""",
            """[{"$type":"AssetLink","Asset":{"$type":"TextAsset","Id":9223372036854775807,"Text":"One \"two\" / drei ß","Name":"n"},"PinnedField":"Headline1","EditorialStatus":"Active","AssetPerformanceLabel":"Good"}]"""),
        Json("""[{"text":"a"},{"text":"b","editorialStatus":"Disapproved"}]""",
            """[{"$type":"AssetLink","Asset":{"$type":"TextAsset","Text":"a"}},{"$type":"AssetLink","Asset":{"$type":"TextAsset","Text":"b"},"EditorialStatus":"Disapproved"}]"""),
        Json("""[{"text":null}]""", """[{"$type":"AssetLink","Asset":{"$type":"TextAsset","Text":null}}]"""),
        Read("[]", "null"), Write("[]", ""), Write("""[{"$type":"AssetLink","Asset":{"$type":"ImageAsset","SubType":"x"}}]""", ""),
        Write("""[{"$type":"AssetLink","Asset":{"$type":"ImageAsset","SubType":"x"}},{"$type":"AssetLink","Asset":{"$type":"TextAsset","Text":"t"}}]""", """[{"text":"t"}]""") with { Comparer = "json" },
        Read("""[{"name":"later","pinnedField":"Headline2","text":"first"}]""", """[{"$type":"AssetLink","Asset":{"$type":"TextAsset","Text":"first","Name":"later"},"PinnedField":"Headline2"}]"""),
        Read("[ { \"text\" : \"a\\/b \\u00df\" } ]", """[{"$type":"AssetLink","Asset":{"$type":"TextAsset","Text":"a/b ß"}}]"""),
    ];

    private static IEnumerable<CellSample> ImageLinks() =>
    [
        Json("""[{"id":5,"subType":"LandscapeImageMedia","cropHeight":1,"cropWidth":2,"cropX":3,"cropY":4,"pinnedField":"p","editorialStatus":"ActiveLimited","assetPerformanceLabel":"Low","name":"n","targetWidth":6,"targetHeight":7}]""",
            """[{"$type":"AssetLink","Asset":{"$type":"ImageAsset","Id":5,"SubType":"LandscapeImageMedia","CropHeight":1,"CropWidth":2,"CropX":3,"CropY":4,"Name":"n","TargetWidth":6,"TargetHeight":7},"PinnedField":"p","EditorialStatus":"ActiveLimited","AssetPerformanceLabel":"Low"}]"""),
        Json("""[{"subType":"SquareImageMedia"}]""", """[{"$type":"AssetLink","Asset":{"$type":"ImageAsset","SubType":"SquareImageMedia"}}]"""),
        Json("""[{"subType":null}]""", """[{"$type":"AssetLink","Asset":{"$type":"ImageAsset","SubType":null}}]"""),
        Read("[]", "null"), Write("[]", ""), Write("""[{"$type":"AssetLink","Asset":{"$type":"TextAsset","Text":"x"}}]""", ""),
    ];

    private static IEnumerable<CellSample> VideoLinks() =>
    [
        Json("""[{"id":5,"subType":"VideoAsset","thumbnailImage":{"id":8,"subType":"LandscapeImageMedia","cropHeight":1,"cropWidth":2,"cropX":3,"cropY":4,"name":"t"},"pinnedField":"p","editorialStatus":"Inactive","assetPerformanceLabel":"Best","name":"n"}]""",
            """[{"$type":"AssetLink","Asset":{"$type":"VideoAsset","Id":5,"SubType":"VideoAsset","ThumbnailImage":{"$type":"ImageAsset","Id":8,"SubType":"LandscapeImageMedia","CropHeight":1,"CropWidth":2,"CropX":3,"CropY":4,"Name":"t"},"Name":"n"},"PinnedField":"p","EditorialStatus":"Inactive","AssetPerformanceLabel":"Best"}]""") with { Way = CellWay.Read, IsPlain = false },
        Json("""[{"subType":"VideoAsset"}]""", """[{"$type":"AssetLink","Asset":{"$type":"VideoAsset","SubType":"VideoAsset"}}]"""),
        Read("[]", "null"), Write("[]", ""),
    ];

    private static IEnumerable<CellSample> FeedAttributes() =>
    [
        Json("""[{"feedAttributeType":"DateTime","name":"When"},{"feedAttributeType":"String","name":"Id","isPartOfKey":true}]""",
            """[{"$type":"FeedCustomAttributeContract","FeedAttributeType":"DateTime","Name":"When"},{"$type":"FeedCustomAttributeContract","FeedAttributeType":"String","Name":"Id","IsPartOfKey":true}]"""),
        Json("""[{"feedAttributeType":"Price","name":"a,b","isPartOfKey":false}]""", """[{"$type":"FeedCustomAttributeContract","FeedAttributeType":"Price","Name":"a,b","IsPartOfKey":false}]"""),
        Read("[]", "null"), Write("[]", ""),
    ];

    private static IEnumerable<CellSample> Trackings()
    {
        const string Pair = """{"$type":"KeyValuePairOfstringstring","Key":"k","Value":"v"}""";
        return
        [
            Json("""[[{"Key":"k","Value":"v"}]]""", Setting($"[[{Pair}]]")), Json("""[[{"Key":"k","Value":"v"},{"Key":"k","Value":"v"}],[{"Key":"k","Value":"v"}]]""", Setting($"[[{Pair},{Pair}],[{Pair}]]")),
        ];

        static string Setting(string details) => $$"""{"$type":"VerifiedTrackingSetting","Details":{{details}}}""";
    }

    private static CellSample Json(string text, string json) => CellSample.Both(text, json) with { Comparer = "json" };

    private static IEnumerable<CellSample> Rules()
    {
        static string Item(string operand, string operation, string value) => new JsonObject { ["$type"] = "StringRuleItem", ["Operand"] = operand, ["Operator"] = operation, ["Value"] = value }.ToJsonString();
        static string Number(string operation, string value) => $$"""{"$type":"NumberRuleItem","Operand":"EcommTotalValue","Operator":"{{operation}}","Value":"{{value}}"}""";
        static string Group(params string[] items) => $$"""{"$type":"RuleItemGroup","Items":[{{string.Join(',', items)}}]}""";
        static string Visitors(string form, params string[] groups) => $$"""{"$type":"PageVisitorsRule","NormalForm":"{{form}}","RuleItemGroups":[{{string.Join(',', groups)}}]}""";
        var shoes = Item("Url", "Contains", "shoes");
        var old = Item("ReferrerUrl", "DoesNotContain", "old");
        var site = Item("Url", "Equals", "http://contoso.com/a");
        return
        [
            Both("PageVisitors((Url Contains shoes) and (ReferrerUrl DoesNotContain old)) or ((Url Equals http://contoso.com/a))", Visitors("Disjunctive", Group(shoes, old), Group(site))),
            Both("PageVisitors((Url Contains shoes) or (ReferrerUrl DoesNotContain old)) and ((Url Equals http://contoso.com/a))", Visitors("Conjunctive", Group(shoes, old), Group(site))),
            Both("PageVisitors((Url Contains shoes) or (ReferrerUrl DoesNotContain old))", Visitors("Conjunctive", Group(shoes, old))),
            Both("PageVisitors((Url Contains shoes))", Visitors("Disjunctive", Group(shoes))),
            Both("PageVisitors((EcommPageType BeginsWith a b) and (EcommCategory EndsWith c) and (EcommProdId NotEquals 1) and (Action DoesNotBeginWith x) and (None DoesNotEndWith y))",
                Visitors("Disjunctive", Group(Item("EcommPageType", "BeginsWith", "a b"), Item("EcommCategory", "EndsWith", "c"), Item("EcommProdId", "NotEquals", "1"), Item("Action", "DoesNotBeginWith", "x"), Item("None", "DoesNotEndWith", "y")))),
            Both("PageVisitors((EcommTotalValue GreaterThanEqualTo 12.5))", Visitors("Disjunctive", Group(Number("GreaterThanEqualTo", "12.5")))),
            Both("PageVisitorsWhoVisitedAnotherPage(((Url Contains shoes) and (ReferrerUrl DoesNotContain old)) or ((Url Equals http://contoso.com/a))) and (((Url Contains shoes)))",
                $$"""{"$type":"PageVisitorsWhoVisitedAnotherPageRule","RuleItemGroups":[{{Group(shoes, old)}},{{Group(site)}}],"AnotherRuleItemGroups":[{{Group(shoes)}}]}"""),
            Both("PageVisitorsWhoDidNotVisitAnotherPage(((Url Contains shoes))) and not (((Url Equals http://contoso.com/a)) or ((ReferrerUrl DoesNotContain old)))",
                $$"""{"$type":"PageVisitorsWhoDidNotVisitAnotherPageRule","IncludeRuleItemGroups":[{{Group(shoes)}}],"ExcludeRuleItemGroups":[{{Group(site)}},{{Group(old)}}]}"""),
            Both("CustomEvents(Category Equals video) and (Action Contains play) and (Label BeginsWith trailer) and (Value GreaterThanEqualTo 12.5)",
                """{"$type":"CustomEventsRule","Category":"video","CategoryOperator":"Equals","Action":"play","ActionOperator":"Contains","Label":"trailer","LabelOperator":"BeginsWith","Value":12.5,"ValueOperator":"GreaterThanEqualTo"}"""),
            Both("CustomEvents(Category Equals video) and (Value GreaterThan 5)",
                """{"$type":"CustomEventsRule","Category":"video","CategoryOperator":"Equals","ActionOperator":"None","LabelOperator":"None","Value":5,"ValueOperator":"GreaterThan"}"""),
            Read("pagevisitors((Url Contains shoes))", Visitors("Disjunctive", Group(shoes))), Read("Nonsense((Url Contains shoes))", "null"),
            Write("""{"$type":"RemarketingRule"}""", ""),
        ];
    }
}
