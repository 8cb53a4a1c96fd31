using System.Text.Json;
using System.Text.Json.Nodes;

namespace BingAds.Conformance.Making.Cells;

/// <summary>What the contract says about bulk files, read from the contract's own file and not from the code under test.</summary>
internal sealed class BulkContract
{
    private readonly Dictionary<string, BulkEnumFacts> _enums;

    private BulkContract(JsonElement root)
    {
        _enums = root.GetProperty("enums").EnumerateObject().ToDictionary(static e => e.Name, static e => new BulkEnumFacts(
            e.Value.GetProperty("flags").GetBoolean(),
            e.Value.GetProperty("members").EnumerateObject().ToDictionary(static m => m.Name, static m => m.Value.GetInt64(), StringComparer.Ordinal)));
        Records = [.. root.GetProperty("records").EnumerateArray().Select(static r => new BulkRecordFacts(r))];
        SettingsByCampaignType = root.GetProperty("settingsByCampaignType").EnumerateObject()
            .ToDictionary(static p => p.Name.Split(' ')[0], static p => p.Value.EnumerateArray().Select(static v => v.GetString()!).ToList(), StringComparer.Ordinal);
        DateTimeFormats = [.. root.GetProperty("dateTimeReadFormats").EnumerateArray().Select(static f => f.GetString()!)];
        Headers = [.. root.GetProperty("headers").EnumerateArray().Select(static h => h.GetString()!)];
        Schemes = [.. root.GetProperty("schemeMembers").EnumerateObject().Select(static p => p.Name)];
    }

    public IReadOnlyList<BulkRecordFacts> Records { get; }

    public IReadOnlyDictionary<string, List<string>> SettingsByCampaignType { get; }

    public IReadOnlyList<string> DateTimeFormats { get; }

    public IReadOnlyList<string> Schemes { get; }

    public IReadOnlyList<string> Headers { get; }

    public static BulkContract Load(string? path = null)
    {
        using var stream = path is null ? typeof(BulkContract).Assembly.GetManifestResourceStream("bulk-file")! : File.OpenRead(path);
        using var document = JsonDocument.Parse(stream);
        return new BulkContract(document.RootElement.Clone());
    }

    public BulkEnumFacts Enum(string name) => _enums[name];

    public BulkRecordFacts? Find(string entityClass) => Records.FirstOrDefault(r => r.EntityClass == entityClass);
}

/// <summary>Members of an enum by name, with their numbers.</summary>
internal sealed record BulkEnumFacts(bool IsFlags, IReadOnlyDictionary<string, long> Members)
{
    public string? NameOf(long number) => Members.Where(m => m.Value == number).Select(static m => m.Key).FirstOrDefault();
}

/// <summary>A record type.</summary>
internal sealed class BulkRecordFacts(JsonElement form)
{
    public string Type { get; } = form.GetProperty("type").GetString()!;

    public string EntityClass { get; } = form.GetProperty("entityClass").GetString()!;

    public string Kind { get; } = form.GetProperty("recordKind").GetString()!;

    public IReadOnlyList<BulkColumnFacts> Columns { get; } = [.. form.GetProperty("columns").EnumerateArray().Select(static c => new BulkColumnFacts(c))];

    public IReadOnlyDictionary<string, (string Type, bool IsNullable)> Properties { get; } = form.GetProperty("properties").EnumerateArray().ToDictionary(
        static p => p.GetProperty("name").GetString()!, static p => (p.GetProperty("type").GetString()!, p.GetProperty("nullable").GetBoolean()), StringComparer.Ordinal);

    /// <summary>Properties that are another name for a column's.</summary>
    public IReadOnlyDictionary<string, string> Aliases { get; } = form.GetProperty("properties").EnumerateArray().Where(static p => p.TryGetProperty("aliasOf", out _))
        .ToDictionary(static p => p.GetProperty("name").GetString()!, static p => p.GetProperty("aliasOf").GetString()!, StringComparer.Ordinal);

    /// <summary>The entity before any cell is read, as its JSON.</summary>
    public JsonObject Fresh(bool isExcluded = false)
    {
        var made = new JsonObject { ["$type"] = EntityClass };
        foreach (var (name, value) in JsonObject.Create(form.GetProperty("createOnRead"))!)
        {
            made[name] = value!["$byColumn"] is null ? value.DeepClone() : value[isExcluded ? "true" : "false"]!.DeepClone();
        }

        return made;
    }

    public BulkColumnFacts? Find(string header) => Columns.FirstOrDefault(c => c.Header == header);
}

/// <summary>A column of a record type.</summary>
internal sealed class BulkColumnFacts(JsonElement form)
{
    public string Header => Text("header")!;

    public string Path => Text("path")!;

    public string Kind => Text("kind")!;

    public string Type => Text("type")!;

    public string? OnEmpty => Text("onEmpty");

    public string? Enum => Text("enum");

    public string? DeleteIdPath => Text("deleteIdPath");

    public string? Group => Text("group");

    public string? ValueKind => Text("valueKind");

    public bool IsNullable => form.GetProperty("nullable").GetBoolean();

    public bool IsReadOnly => Text("direction") == "readOnly";

    public bool IsZeroEmpty => form.TryGetProperty("writeDefaultAsEmpty", out var value) && value.GetBoolean();

    public IReadOnlyList<string> Schemes { get; } = form.TryGetProperty("schemes", out var schemes) ? [.. schemes.EnumerateArray().Select(static s => s.GetString()!)] : [];

    public IReadOnlyDictionary<string, string?> Aliases { get; } = form.TryGetProperty("aliases", out var aliases)
        ? aliases.EnumerateObject().ToDictionary(static a => a.Name, static a => a.Value.GetString(), StringComparer.Ordinal)
        : new Dictionary<string, string?>(StringComparer.Ordinal);

    private string? Text(string name) => form.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
