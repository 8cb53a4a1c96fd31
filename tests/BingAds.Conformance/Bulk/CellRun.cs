using System.Collections;
using System.Globalization;
using System.Text.Json;
using BingAds.Bulk;
using BingAds.Conformance.Reporting;

namespace BingAds.Conformance.Bulk;

/// <summary>Checks single cells: bind one and look at a member, or set a member and look at a cell.</summary>
internal static class CellRun
{
    public static ConformanceReport Run(string file, TextWriter output)
    {
        var report = new ConformanceReport();
        var known = new KnownDifferences();
        foreach (var line in File.ReadLines(file).Where(static l => l.Length > 0))
        {
            using var document = JsonDocument.Parse(line);
            var item = document.RootElement;
            var name = $"{item.GetProperty("id").GetString()} {item.GetProperty("entity").GetString()} {item.GetProperty("direction").GetString()} '{Text(item, "column")}'";
            report.Run("bulk", "cells", name, () => item.GetProperty("direction").GetString() == "read" ? Read(item, known) : Write(item));
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"renamed: {KnownNames.Renames.Count}"));
        foreach (var (from, to) in KnownNames.Renames)
        {
            output.WriteLine($"  {from} -> {to}");
        }

        known.Print(output);
        return report;
    }

    private static IEnumerable<string> Read(JsonElement item, KnownDifferences known)
    {
        var className = item.GetProperty("entity").GetString()!;
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

        var entity = RowCodec.Read(className, [.. cells.Keys], cells, Setup(className, item));
        var unchecked_ = item.TryGetProperty("unchecked", out var fields) ? fields.EnumerateArray().Select(static f => f.GetString()!).ToHashSet(StringComparer.Ordinal) : null;
        return new EntityComparer(known).Compare(item.GetProperty("value"), Walk(entity, item.GetProperty("property").GetString()!), "value", unchecked_)
            .Concat(entity.UnknownColumns.Select(static c => $"column '{c.Key}' is not the record's"))
            .Concat(entity.CellErrors.Select(static e => e.ToString()).Where(_ => item.GetProperty("value").ValueKind != JsonValueKind.Null));
    }

    private static IEnumerable<string> Write(JsonElement item)
    {
        var entity = EntityBuilder.Entity(item.GetProperty("entity").GetString()!, item.GetProperty("object"));
        var cells = RowCodec.Write(entity)[0];
        var column = Text(item, "column") ?? "";
        if (BulkColumns.Find(column) < 0)
        {
            return [$"unknown column '{column}'"];
        }

        var (expected, actual) = (Text(item, "csv") ?? "", cells.GetValueOrDefault(column, ""));
        return AreEqual(expected, actual, Text(item, "cell")) ? [] : [$"expected '{expected}', is '{actual}'"];
    }

    private static bool AreEqual(string expected, string actual, string? how) => how switch
    {
        "number" => double.TryParse(expected, NumberStyles.Float, CultureInfo.InvariantCulture, out var one)
            && double.TryParse(actual, NumberStyles.Float, CultureInfo.InvariantCulture, out var other) ? one.Equals(other) : expected == actual,
        "unordered" => Pieces(expected).SequenceEqual(Pieces(actual)),
        _ => RowCodec.AreEqual(expected, actual),
    };

    private static IEnumerable<string> Pieces(string text) =>
        text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal);

    private static BulkEntity? Setup(string className, JsonElement item)
    {
        if (!item.TryGetProperty("setup", out var setup) || setup.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        return EntityBuilder.Entity(className, setup);
    }

    // Campaign.Settings[$type=ShoppingSetting].Priority, TableRows[0].Price, ProfileType.Count
    private static object? Walk(object? value, string chain)
    {
        foreach (var part in chain.Split('.'))
        {
            if (value is null)
            {
                return null;
            }

            var at = part.IndexOf('[', StringComparison.Ordinal);
            var name = at < 0 ? part : part[..at];
            if (name == "Count")
            {
                value = (long)(value is ICollection all ? all.Count : value.ToString()!.Split(", ").Length);
                continue;
            }

            var member = KnownNames.FindMember(value.GetType(), name) ?? throw new UnknownNameException($"unknown member {value.GetType().Name}.{name}");
            value = member.GetValue(value);
            if (at >= 0 && value is not null)
            {
                var index = part[(at + 1)..^1];
                var items = value as IList ?? throw new UnknownNameException($"{name} is no list");
                value = index.StartsWith("$type=", StringComparison.Ordinal)
                    ? items.Cast<object?>().SingleOrDefault(i => i?.GetType().Name == index[6..])
                    : int.Parse(index, CultureInfo.InvariantCulture) is var number && number < items.Count ? items[number] : null;
            }
        }

        return value;
    }

    private static string? Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.ToString() : null;
}
