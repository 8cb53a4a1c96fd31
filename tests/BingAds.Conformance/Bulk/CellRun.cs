using System.Globalization;
using System.Text.Json;
using BingAds.Bulk;
using BingAds.Conformance.Reporting;

namespace BingAds.Conformance.Bulk;

/// <summary>Checks single cells: bind one and look at a member, or set a member and look at a cell.</summary>
internal static class CellRun
{
    public static ConformanceReport Run(string file, TextWriter output) => Run(File.ReadLines(file), output);

    public static ConformanceReport Run(IEnumerable<string> lines, TextWriter output)
    {
        var report = new ConformanceReport();
        var known = new KnownDifferences();
        foreach (var line in lines.Where(static l => !string.IsNullOrWhiteSpace(l)))
        {
            using var document = JsonDocument.Parse(line);
            var item = document.RootElement;
            var isRead = item.GetProperty("direction").GetString() == "read";
            var name = $"{Text(item, "id")} {Text(item, "entity")} {(isRead ? "read" : "write")} '{Text(item, "column")}'";
            report.Run("bulk", "cells", name, () => isRead ? Read(item, known) : Write(item));
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"renamed: {KnownNames.Renames.Count}"));
        foreach (var (from, to) in KnownNames.Renames)
        {
            output.WriteLine($"  {from} -> {to}");
        }

        known.Print(output);
        var problems = report.Failures.Select(static f => f.Problems[0]).ToList();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"unknown entities: {Count("unknown class")}, unknown members: {Count("unknown member")}, unknown columns: {Count("unknown column")}, wrong values: {problems.Count - Count("unknown ")}"));
        return report;

        int Count(string what) => problems.Count(p => p.Contains(what, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Read(JsonElement item, KnownDifferences known)
    {
        var cells = new Dictionary<string, string>(StringComparer.Ordinal);
        if (item.TryGetProperty("row", out var row) && row.ValueKind == JsonValueKind.Object)
        {
            foreach (var cell in row.EnumerateObject().Where(static c => c.Value.ValueKind != JsonValueKind.Null))
            {
                cells[cell.Name] = cell.Value.ToString();
            }
        }
        else if (Text(item, "column") is { } column && Text(item, "csv") is { } csv)
        {
            cells[column] = csv;
        }

        var read = CellSubject.Read(item.GetProperty("entity").GetString()!, cells,
            item.TryGetProperty("setup", out var setup) && setup.ValueKind == JsonValueKind.Object ? setup : null);
        var aside = item.TryGetProperty("unchecked", out var fields) && fields.ValueKind == JsonValueKind.Array
            ? fields.EnumerateArray().Select(static f => f.GetString()!).ToHashSet(StringComparer.Ordinal)
            : null;
        var expected = item.GetProperty("value");
        var (value, owner, member) = MemberChain.Walk(read, item.GetProperty("property").GetString()!);
        var problems = value is null && owner is not null && (MemberRules.IsUnset(owner, member, expected) || IsEmptyDate(owner, member, expected, known))
            ? []
            : new EntityComparer(known).Compare(expected, value, "value", aside);
        return read is not BulkEntity entity ? problems : problems
            .Concat(entity.UnknownColumns.Select(static c => $"unknown column '{c.Key}' of the record"))
            .Concat(entity.CellErrors.Select(static e => e.ToString()));
    }

    private static bool IsEmptyDate(Type owner, string member, JsonElement expected, KnownDifferences known) => expected.ValueKind == JsonValueKind.String
        && EntityBuilder.IsFirstDay(expected.GetString()!) && MemberRules.IsEmptyDate(owner, member) && known.Use(KnownDifferences.DefaultDate);

    private static IEnumerable<string> Write(JsonElement item)
    {
        var column = Text(item, "column") ?? "";
        if (BulkColumns.Find(column) < 0)
        {
            return [$"unknown column '{column}'"];
        }

        var rows = CellSubject.Write(item.GetProperty("entity").GetString()!, item.GetProperty("object"));
        var actual = rows.Select(r => r.GetValueOrDefault(column, "")).FirstOrDefault(static c => c.Length > 0) ?? "";
        var expected = Text(item, "csv") ?? "";
        return AreEqual(expected, actual, Text(item, "cell")) ? [] : [$"expected '{expected}', is '{actual}'"];
    }

    private static bool AreEqual(string expected, string actual, string? how) => how switch
    {
        "number" => double.TryParse(expected, NumberStyles.Float, CultureInfo.InvariantCulture, out var one)
            && double.TryParse(actual, NumberStyles.Float, CultureInfo.InvariantCulture, out var other) ? one.Equals(other) : expected == actual,
        "unordered" => Pieces(expected).SequenceEqual(Pieces(actual)),
        "json" => RowCodec.AreSameJson(expected, actual),
        _ => RowCodec.AreEqual(expected, actual),
    };

    private static IEnumerable<string> Pieces(string text) =>
        text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal);

    private static string? Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.ToString() : null;
}
