using System.Text.Json;

namespace BingAds.Generator.Model;

/// <summary>Reads <c>bulk-file.json</c>.</summary>
internal static class BulkFileReader
{
    public static BulkFile Read(string contractFolder)
    {
        var root = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(contractFolder, "bulk-file.json"))).RootElement;
        return new BulkFile(
            Texts(root.GetProperty("headers")),
            Texts(root.GetProperty("dateTimeReadFormats")),
            root.GetProperty("settingsByCampaignType").EnumerateObject().ToDictionary(static p => p.Name, static p => Texts(p.Value), StringComparer.Ordinal),
            root.GetProperty("enums").EnumerateObject().ToDictionary(static p => p.Name, Enum, StringComparer.Ordinal),
            [.. root.GetProperty("records").EnumerateArray().Select(Record)]);
    }

    private static BulkEnum Enum(JsonProperty p) => new(
        p.Name, Text(p.Value, "service") != "Bulk", Flag(p.Value, "flags"),
        [.. p.Value.GetProperty("members").EnumerateObject().Select(static m => (m.Name, m.Value.GetInt64()))]);

    private static BulkRecord Record(JsonElement e) => new(
        Text(e, "type")!, Text(e, "entityClass")!, Text(e, "recordKind")!, Texts(e.GetProperty("requiredOnWrite")), e.GetProperty("createOnRead"),
        [.. e.GetProperty("properties").EnumerateArray().Select(Property)],
        [.. e.GetProperty("columns").EnumerateArray().Select(Column)]);

    private static BulkProperty Property(JsonElement e) =>
        new(Text(e, "name")!, Text(e, "type")!, Flag(e, "nullable"), Text(e, "setter"), Text(e, "aliasOf"));

    private static BulkColumn Column(JsonElement e) => new(
        Text(e, "header")!, Text(e, "path")!, Text(e, "type")!, Flag(e, "nullable"), Text(e, "kind")!, Text(e, "onEmpty"), Text(e, "deleteIdPath"))
    {
        Enum = Text(e, "enum"),
        ValueKind = Text(e, "valueKind"),
        Aliases = e.TryGetProperty("aliases", out var aliases)
            ? string.Join(';', aliases.EnumerateObject().Select(static p => p.Name + "=" + p.Value.GetString())) : null,
        Converter = Text(e, "converter"),
        Member = Text(e, "member"),
        Index = e.TryGetProperty("index", out var index) ? index.GetInt32() : 0,
        WithMembers = Flag(e, "members"),
        IsFirst = Flag(e, "first"),
        Creates = Flag(e, "create"),
        IsReadOnly = Text(e, "direction") == "readOnly",
        WritesZeroAsEmpty = Flag(e, "writeDefaultAsEmpty"),
    };

    private static string? Text(JsonElement e, string name) => e.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static bool Flag(JsonElement e, string name) => e.TryGetProperty(name, out var value) && value.GetBoolean();

    private static IReadOnlyList<string> Texts(JsonElement e) => [.. e.EnumerateArray().Select(static i => i.GetString()!)];
}
