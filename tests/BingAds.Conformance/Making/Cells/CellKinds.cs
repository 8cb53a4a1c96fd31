using System.Globalization;
using System.Text.Json.Nodes;
using static BingAds.Conformance.Making.Cells.CellSample;

namespace BingAds.Conformance.Making.Cells;

/// <summary>What cells of each kind look like: the format's rules, written down once more and apart from the code under test.</summary>
internal sealed partial class CellKinds(BulkContract contract, Random random)
{
    private const string DeleteValue = "delete_value";

    /// <summary>Facts about the values of a column, without what an empty cell is.</summary>
    public IEnumerable<CellSample> Samples(BulkColumnFacts column, string kind)
    {
        var canDelete = column.DeleteIdPath is not null;
        var samples = kind switch
        {
            "string" => Texts(column.Header).Append(Read(DeleteValue, "\"delete_value\"")),
            // Members of bidding schemes are plain text on read.
            "stringOrDelete" => Texts(column.Header).Append(Read(DeleteValue, column.Schemes.Count > 0 ? "\"delete_value\"" : "\"\"")).Concat(Clears("\"\"")),
            "long" => Longs(column.IsZeroEmpty),
            "int" => Ints(),
            "double" => Doubles(),
            "decimal" => Decimals(),
            "bool" => Bools("True", "False"),
            "boolLower" => Bools("true", "false"),
            "boolLowerOrDelete" => Bools("true", "false").Concat(Clears("null")),
            "enum" => Enums(column),
            "operator" => Enums(column).Append(CellSample.Write("null", contract.Enum(column.Enum!).NameOf(0))),
            "dateTime" or "dateTimeSlash" or "dateTimeDash" or "dateDash" => DateTimes(kind).Concat(canDelete ? Clears("null") : []),
            "date" => Dates(),
            "dateOrDelete" => Dates().Concat(Clears("null")).Concat(Clears("""{"$type":"Date","Day":0,"Month":0,"Year":0}""")),
            "urlList" => Urls().Concat(Clears("[]")),
            "stringList" => TextLists().Concat(canDelete ? Clears("[]") : [Write("[]", "")]),
            "stringListKeepBlanks" => BlankTextLists(),
            "longList" => LongLists(),
            "valueList" => ValueLists(column).Concat(canDelete ? Clears("[]") : []),
            "campaignAssociations" => Associations(),
            "keyBoolMap" => Maps(),
            "customParameters" => Parameters().Concat(Clears("""{"$type":"CustomParameters","Parameters":[]}""")),
            "targetSetting" => Targets().Concat(Clears("[]")).Concat(Clears("null")),
            // Outside of a schedule null can't be told from untouched.
            "dayTimeRanges" => Ranges().Concat(Clears("[]")).Concat(column.Path.Contains("Scheduling", StringComparison.Ordinal) ? Clears("null") : [Write("null", "", 100)]),
            "devicePreference" => [Both("All", "0"), Both("Mobile", "30001"), Read("Tablet", "null"), Read("mobile", "null")],
            "minute" => [Both("0", "\"Zero\""), Both("15", "\"Fifteen\""), Both("30", "\"Thirty\""), Both("45", "\"FortyFive\"")],
            "adRotation" => Rotations(column).Concat(Clears("""{"$type":"AdRotation","Type":null}""")),
            "bid" => Bids("Bid", "Amount"),
            "bidOrDelete" => Bids("Bid", "Amount").Append(Read(DeleteValue, """{"$type":"Bid"}""")).Concat(Clears("""{"$type":"Bid","Amount":null}""")),
            "rateBid" => Doubles(),
            "frequencyCapJson" => FrequencyCaps(),
            "textAssetLinks" => TextLinks(),
            "imageAssetLinks" => ImageLinks(),
            "videoAssetLinks" => VideoLinks(),
            "feedCustomAttributes" => FeedAttributes(),
            "verifiedTracking" => Trackings().Concat(Clears("""{"$type":"VerifiedTrackingSetting","Details":[]}""")).Append(Write("null", "", 100)),
            "remarketingRule" => Rules(),
            "combinationRules" => Combinations(),
            "criterionName" => Texts(column.Header).Concat(Clears("\"\"")),
            "hotelAdGroupType" => HotelTypes(),
            "geoMicroDegrees" => Degrees(),
            "criterionBid" => Doubles(),
            "firstUrl" => FirstUrls(),
            _ => throw new ArgumentException($"There is no kind '{kind}'.", nameof(kind)),
        };
        return kind is "string" or "stringOrDelete" or "criterionName" ? samples.Append(Write("null", null)) : IsNullable(column, kind) ? samples.Append(Write("null", null, 0)) : samples;
    }

    // Numbers of whole numbers and dates have no null where the member is a plain value.
    private static bool IsNullable(BulkColumnFacts column, string kind) => kind != "operator" && (column.IsNullable || kind == "criterionBid");

    private static IEnumerable<CellSample> Clears(string json) => [Write(json, DeleteValue, 100), Write(json, "", 0), Write(json, "", -7), Write(json, DeleteValue, long.MaxValue)];

    private IEnumerable<CellSample> Texts(string header)
    {
        var number = random.Next(100, 100_000).ToString(CultureInfo.InvariantCulture);
        string[] plain =
        [
            $"{header} {number}", $"one, two; \"{number}\"", "+plus " + number, "Größe 日本語 🙂", "=1+1", "-x", "@y", "a\tb", "line\r\nnext", "' or 1=1", "{keyword:x}", number,
            new string('x', 300),
        ];
        return plain.Select(static text => Of(text, JsonValue.Create(text)))
            .Append(new CellSample("  padded\t", JsonValue.Create("padded"), CellWay.Read))
            .Append(new CellSample(" padded ", JsonValue.Create(" padded "), CellWay.Write))
            .Append(Write("\"\"", "", 0));
    }

    private IEnumerable<CellSample> Longs(bool isZeroEmpty) =>
    [
        Both(Digits(random.NextInt64(1, long.MaxValue)), null), Both("123", "123"), Both("9223372036854775807", "9223372036854775807"), Both("-9223372036854775808", "-9223372036854775808"),
        Both("-1", "-1"), Read("0", "0"), Write("0", isZeroEmpty ? "" : "0"), Read(" 7 ", "7"), Read(DeleteValue, "null"),
    ];

    private IEnumerable<CellSample> Ints() =>
        [Both(Digits(random.Next(1, 100_000)), null), Both("0", "0"), Both("2147483647", "2147483647"), Both("-2147483648", "-2147483648"), Read(" 12\t", "12"), Read(DeleteValue, "null")];

    private IEnumerable<CellSample> Doubles() =>
    [
        Both("0.1", "0.1"), Both("5", "5.0"), Both("0", "0"), Both("12.345", "12.345"), Both("-3.5", "-3.5"), Both("1E-06", "1e-6"), Both("1E+16", "1e16"), Both("1234567.891", "1234567.891"),
        Both("0.30000000000000004", "0.30000000000000004"), Both(Digits(random.Next(1, 1_000_000)), null), Read("0.0", "0"), Read("1,234.5", "1234.5"), Read("+2.5", "2.5"), Read("1e3", "1000"),
        Read(" 4.50 ", "4.5"), Read(DeleteValue, "null"),
    ];

    private static IEnumerable<CellSample> Decimals() =>
        [Both("1.50", "1.50"), Both("3900.00", "3900.00"), Both("0", "0"), Both("12", "12"), Both("-0.5", "-0.5"), Both("79228162514264337593543950335", "79228162514264337593543950335"), Read("1,000.5", "1000.5"), Read(DeleteValue, "null")];

    private static IEnumerable<CellSample> Bools(string yes, string no) =>
        [Both(yes, "true"), Both(no, "false"), Read("TRUE", "true"), Read("true", "true"), Read("True", "true"), Read("fAlse", "false"), Read(DeleteValue, "null")];

    private IEnumerable<CellSample> Enums(BulkColumnFacts column)
    {
        var facts = contract.Enum(column.Enum!);
        foreach (var (name, number) in facts.Members)
        {
            var value = facts.IsFlags ? new JsonArray(name) : (JsonNode)JsonValue.Create(name)!;
            yield return Of(name, value);
            yield return new CellSample(Digits(number), value, CellWay.Read);
        }

        foreach (var (word, name) in column.Aliases)
        {
            yield return new CellSample(word, name is null ? null : JsonValue.Create(name), CellWay.Read);
        }

        if (facts.IsFlags)
        {
            var bits = facts.Members.Where(static m => long.IsPow2(m.Value)).Select(static m => m.Key).ToList();
            if (bits.Count > 1)
            {
                yield return Of($"{bits[0]}, {bits[1]}", new JsonArray(bits[0], bits[1]));
                yield return new CellSample($"{bits[1]},{bits[0]}", new JsonArray(bits[0], bits[1]), CellWay.Read);
                yield return new CellSample($"{bits[0]}, {bits[^1]}", new JsonArray(bits[^1], bits[0]), CellWay.Write);
                yield return new CellSample(Digits(facts.Members[bits[0]] + facts.Members[bits[1]]), new JsonArray(bits[0], bits[1]), CellWay.Read);
            }
        }
        else
        {
            // A newer name than ours is kept, whatever the recorded reader does.
            yield return Read("BrandNewWord", "\"BrandNewWord\"");
        }

        yield return Read(DeleteValue, "null");
        if (!column.IsNullable && facts.NameOf(0) is null) yield return Write("0", column.IsZeroEmpty ? "" : "0");
    }

    private static CellSample Both(string text, string? json) => CellSample.Both(text, json ?? text);

    private static string Digits(long number) => number.ToString(CultureInfo.InvariantCulture);
}
