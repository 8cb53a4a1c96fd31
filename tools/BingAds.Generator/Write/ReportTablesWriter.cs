using System.Globalization;
using System.Text.Json;
using BingAds.Generator.Model;

namespace BingAds.Generator.Write;

/// <summary>The tables behind rules, readers and emulator: reports, columns, aggregations, time zones, limits.</summary>
internal static class ReportTablesWriter
{
    public static string Columns(Reports reports)
    {
        var code = CodeWriter.ForFile("BingAds.Reporting");
        return code.Block("internal static partial class ReportColumnTable", () =>
            code.Line("private static ReportColumnFacts[] Make() =>").Line("[").Indented(() =>
            {
                foreach (var column in reports.Columns)
                {
                    var traits = column.Traits.Count == 0 ? "" : ", " + string.Join(" | ", column.Traits.Select(static t => "ReportColumnTraits." + t));
                    code.Line($"new(\"{column.Name}\", ReportValueKind.{Upper(column.Kind)}{traits}),");
                }
            }).Line("];")).ToString();
    }

    public static string Types(Reports reports)
    {
        var code = CodeWriter.ForFile("BingAds.Reporting", "BingAds.V13.Reporting");
        return code.Block("internal static partial class ReportTypes", () =>
            code.Line("private static ReportType[] Make() =>").Line("[").Indented(() =>
            {
                foreach (var report in reports.All)
                {
                    Type(code, report);
                }
            }).Line("];")).ToString();
    }

    public static string Aggregations(Reports reports)
    {
        var code = CodeWriter.ForFile("BingAds.Reporting");
        return code.Block("internal static partial class ReportGrains", () =>
        {
            code.Line("private static ReportAggregationTimes[] MakeTimes() =>").Line("[").Indented(() =>
            {
                foreach (var a in reports.Aggregations)
                {
                    code.Line($"new(\"{a.Name}\", {List(a.Times)}, {List(a.Unsure)}, hasCustom: {Bool(a.HasCustom)}),");
                }
            }).Line("];").Line();
            code.Line("private static ReportGrain[] MakeGrains() =>").Line("[").Indented(() =>
            {
                foreach (var g in reports.Grains)
                {
                    code.Line($"new({g.Code}, {List(g.Columns)}, {List(g.Aggregations)}),");
                }
            }).Line("];");
        }).ToString();
    }

    public static string Zones(Reports reports)
    {
        var code = CodeWriter.ForFile("BingAds.Reporting");
        return code.Block("internal static partial class ReportZones", () =>
            code.Line("private static ReportZone[] Make() =>").Line("[").Indented(() =>
            {
                foreach (var z in reports.Zones)
                {
                    code.Line($"new(\"{z.Name}\", \"{z.Iana}\", \"{z.Windows}\", {z.OffsetMinutes.ToString(CultureInfo.InvariantCulture)}, {Bool(z.HasSummerTime)}, {Literal(z.Text)}),");
                }
            }).Line("];")).ToString();
    }

    public static string Limits(Reports reports)
    {
        var code = CodeWriter.ForFile("BingAds.Reporting");
        return code.Line("/// <summary>How much a request may name.</summary>").Block("internal static class ReportLimits", () =>
        {
            foreach (var (name, value) in reports.Limits)
            {
                code.Line($"public const int {Upper(name)} = {value.ToString(CultureInfo.InvariantCulture)};");
            }
        }).ToString();
    }

    private static void Type(CodeWriter code, ReportFacts report)
    {
        var columns = report.IsInContract ? $"static () => {report.Column}.s_table.Names" : $"static () => {List(report.Columns)}";
        code.Line($"new(\"{report.Name}\", ReportScopeKind.{ScopeKind(report)}, {columns})").Line("{").Indented(() =>
        {
            Put("IsInContract", report.IsInContract ? null : "false");
            Put("HasAggregation", report.HasAggregation ? null : "false");
            Put("HasTime", report.HasTime ? null : "false");
            Put("ExtraColumns", Optional(report.ExtraColumns));
            Put("Required", Optional(report.Required));
            Put("NeedsAnyAttribute", report.NeedsAnyAttribute ? "true" : null);
            Put("Refused", Optional(report.Refused));
            Put("Aggregations", Optional(report.Aggregations));
            Put("HasHours", report.HasNoHours ? "false" : null);
            Put("HasSummary", report.HasNoSummary ? "false" : null);
            Put("Times", Optional(report.Times));
            Put("Kept", Span(report.Kept));
            Put("KeptHours", Span(report.KeptHours));
            Put("MaxAccounts", report.MaxAccounts?.ToString(CultureInfo.InvariantCulture));
            Put("Rows", report.Rows is { } rows ? "ReportRowKind." + Upper(rows) : null);
            if (report.Clashes.Count > 0)
            {
                code.Line("Clashes =").Line("[").Indented(() =>
                {
                    foreach (var (one, other) in report.Clashes)
                    {
                        code.Line($"new({List(one)}, {List(other)}),");
                    }
                }).Line("],");
            }
        }).Line("},");

        void Put(string name, string? value)
        {
            if (value is not null)
            {
                code.Line($"{name} = {value},");
            }
        }
    }

    private static string ScopeKind(ReportFacts report) => report.Scope switch
    {
        "AccountReportScope" => "Accounts",
        "AccountThroughCampaignReportScope" => "Campaigns",
        "AccountThroughAdGroupReportScope" => "AdGroups",
        "AccountThroughAssetGroupReportScope" => "AssetGroups",
        _ => throw new InvalidDataException($"reports.json: '{report.Name}' has the scope '{report.Scope}'."),
    };

    // P36M, P30D
    private static string? Span(string? text) => text is null ? null : text[^1] switch
    {
        'M' => $"ReportWindow.OfMonths({text[1..^1]})",
        'D' => $"ReportWindow.OfDays({text[1..^1]})",
        _ => throw new InvalidDataException($"reports.json: '{text}' is no number of months or days."),
    };

    private static string? Optional(IReadOnlyList<string> items) => items.Count == 0 ? null : List(items);

    private static string List(IReadOnlyList<string> items) => $"[{string.Join(", ", items.Select(Literal))}]";

    private static string Literal(string text) => JsonSerializer.Serialize(text, s_json);

    private static readonly JsonSerializerOptions s_json = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string Bool(bool value) => value ? "true" : "false";

    private static string Upper(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
