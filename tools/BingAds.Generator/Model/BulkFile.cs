using System.Text.Json;

namespace BingAds.Generator.Model;

/// <summary>The bulk file as its contract file states it.</summary>
internal sealed record BulkFile(
    IReadOnlyList<string> Headers,
    IReadOnlyList<string> DateTimeFormats,
    IReadOnlyDictionary<string, IReadOnlyList<string>> SettingsByCampaignType,
    IReadOnlyDictionary<string, BulkEnum> Enums,
    IReadOnlyList<BulkRecord> Records)
{
    public int Column(string header)
    {
        for (var i = 0; i < Headers.Count; i++)
        {
            if (Headers[i] == header)
            {
                return i;
            }
        }

        throw new InvalidDataException($"bulk-file.json: a record has the column '{header}', which is not among the headers.");
    }
}

/// <param name="IsOfApi">Whether the service's own model has it; the others exist in bulk files only.</param>
/// <param name="Members">Names with their numbers, which a file may hold in their place.</param>
internal sealed record BulkEnum(string Name, bool IsOfApi, bool IsFlags, IReadOnlyList<(string Name, long Number)> Members)
{
    public string? Zero => Members.FirstOrDefault(static m => m.Number == 0).Name;
}

internal sealed record BulkRecord(
    string Type, string ClassName, string Kind, IReadOnlyList<string> Required, JsonElement CreateOnRead,
    IReadOnlyList<BulkProperty> Properties, IReadOnlyList<BulkColumn> Columns);

internal sealed record BulkProperty(string Name, string Type, bool IsNullable, string? Setter, string? AliasOf);

internal sealed record BulkColumn(string Header, string Path, string Type, bool IsNullable, string Kind, string? OnEmpty, string? DeleteIdPath)
{
    public string? Enum { get; init; }

    public string? ValueKind { get; init; }

    /// <summary>Other texts for names: <c>EqualsTo=Equals;NoExpression=</c>.</summary>
    public string? Aliases { get; init; }

    public string? Converter { get; init; }

    public string? Member { get; init; }

    public int Index { get; init; }

    /// <summary>A value that needs no id to be cleared, or a scheme with all its members.</summary>
    public bool WithMembers { get; init; }

    /// <summary>Read before the others, whatever its place in the file.</summary>
    public bool IsFirst { get; init; }

    /// <summary>A cell makes the object that it belongs to.</summary>
    public bool Creates { get; init; }

    public bool IsReadOnly { get; init; }

    public bool WritesZeroAsEmpty { get; init; }
}
