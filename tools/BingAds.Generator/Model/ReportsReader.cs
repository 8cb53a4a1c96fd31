using System.Globalization;
using System.Text.Json;

namespace BingAds.Generator.Model;

/// <summary>Reads <c>reports.json</c> and completes it from the contract of the Reporting service.</summary>
internal static class ReportsReader
{
    public static Reports Read(string contractFolder, Contract contract)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(contractFolder, "reports.json")));
        var root = document.RootElement;
        var reports = new Reports(
            root.GetProperty("limits").EnumerateObject().ToDictionary(static p => p.Name, static p => p.Value.GetInt32(), StringComparer.Ordinal),
            [.. root.GetProperty("grains").EnumerateArray().Select(static e => new ReportGrain(Text(e, "name")!, e.GetProperty("code").GetInt32(), Texts(e, "columns"), Texts(e, "aggregations")))],
            [.. root.GetProperty("aggregations").EnumerateObject().Select(static p => new ReportAggregationTimes(p.Name, Texts(p.Value, "times"), Texts(p.Value, "unsure"), !Is(p.Value, "custom", false)))],
            [.. root.GetProperty("timeZones").EnumerateArray().Select(Zone)],
            [.. root.GetProperty("columns").EnumerateObject().Select(static p => new ReportColumnFacts(p.Name, Text(p.Value, "kind")!, [.. Traits(p.Value)]))],
            [.. root.GetProperty("reports").EnumerateArray().Select(e => Report(e, contract))]);
        Verify(reports, contract);
        return reports;
    }

    private static ReportZone Zone(JsonElement e)
    {
        var offset = Text(e, "offset")!;
        var minutes = (int)TimeSpan.ParseExact(offset[1..], @"hh\:mm", CultureInfo.InvariantCulture).TotalMinutes;
        return new ReportZone(Text(e, "name")!, Text(e, "iana")!, Text(e, "windows")!, offset[0] == '-' ? -minutes : minutes, Is(e, "summerTime", true), Text(e, "text")!);
    }

    private static IEnumerable<string> Traits(JsonElement e)
    {
        if (Text(e, "role") == "statistic")
            yield return "Statistic";
        if (Is(e, "roleSure", false))
            yield return "RoleIsGuess";
        if (Is(e, "kindSure", false))
            yield return "KindIsGuess";
        if (Is(e, "share", true))
            yield return "Share";
        if (Is(e, "noHours", true))
            yield return "NoHours";
        if (Is(e, "adds", true))
            yield return "Adds";
    }

    private static ReportFacts Report(JsonElement e, Contract contract)
    {
        var name = Text(e, "name")!;
        var type = contract.FindType(name + "ReportRequest");
        if (type is null != Is(e, "newerThanContract", true))
            throw new InvalidDataException($"reports.json: '{name}' and the contract disagree on whether the contract has it.");

        bool Has(string member, string fallback) => type?.Fields.Any(f => f.Name == member) ?? Is(e, fallback, true);
        return new ReportFacts(name, Text(e, "about")!, type is not null, Text(e, "kept"))
        {
            Scope = type?.Fields.First(static f => f.Name == "Scope").Type ?? Text(e, "scope"),
            HasAggregation = Has("Aggregation", "aggregation"),
            HasTime = Has("Time", "time"),
            Columns = type is null ? Texts(e, "columns") : contract.FindEnum(name + "ReportColumn")!.Values,
            ExtraColumns = Texts(e, "extraColumns"),
            Required = Texts(e, "required"),
            Refused = Texts(e, "refused"),
            Aggregations = Texts(e, "aggregations"),
            Times = Texts(e, "times"),
            Clashes = e.TryGetProperty("clashes", out var clashes)
                ? [.. clashes.EnumerateArray().Select(static c => (Texts(c, "one"), Texts(c, "other")))] : [],
            NeedsAnyAttribute = Is(e, "anyAttribute", true),
            HasNoHours = Is(e, "noHours", true),
            HasNoSummary = Is(e, "noSummary", true),
            KeptHours = Text(e, "keptHours"),
            MaxAccounts = e.TryGetProperty("maxAccounts", out var max) ? max.GetInt32() : null,
            Rows = Text(e, "rows"),
            HasRecord = Is(e, "record", true),
        };
    }

    // A name that is spelled wrongly here would be a rule that never holds.
    private static void Verify(Reports reports, Contract contract)
    {
        var columns = reports.Columns.Select(static c => c.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var report in reports.All)
        {
            var own = report.Columns.Concat(report.ExtraColumns).ToHashSet(StringComparer.Ordinal);
            Demand(own, columns, report.Name);
            Demand(report.Required.Concat(report.Refused).Concat(report.Clashes.SelectMany(static c => c.One.Concat(c.Other))), own, report.Name);
        }

        Demand(contract.FindEnum("ReportTimeZone")!.Values, [.. reports.Zones.Select(static z => z.Name)], "timeZones");
        Demand(contract.FindEnum("ReportAggregation")!.Values, [.. reports.Aggregations.Select(static a => a.Name)], "aggregations");
        Demand(
            contract.Types.Where(static t => t.Base == "ReportRequest").Select(static t => t.Name),
            [.. reports.All.Select(static r => r.Request)], "reports");
    }

    private static void Demand(IEnumerable<string> names, HashSet<string> known, string where)
    {
        var missing = names.Where(n => !known.Contains(n)).ToList();
        if (missing.Count > 0)
            throw new InvalidDataException($"reports.json, {where}: nothing is said about {string.Join(", ", missing)}.");
    }

    private static string? Text(JsonElement e, string name) => e.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static bool Is(JsonElement e, string name, bool expected) => e.TryGetProperty(name, out var value) && value.GetBoolean() == expected;

    private static IReadOnlyList<string> Texts(JsonElement e, string name) =>
        e.TryGetProperty(name, out var value) ? [.. value.EnumerateArray().Select(static i => i.GetString()!)] : [];
}
