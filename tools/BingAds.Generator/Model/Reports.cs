namespace BingAds.Generator.Model;

/// <summary>What <c>reports.json</c> adds to the contract: how reports may be asked for, and what is in their columns.</summary>
internal sealed record Reports(
    IReadOnlyDictionary<string, int> Limits,
    IReadOnlyList<ReportGrain> Grains,
    IReadOnlyList<ReportAggregationTimes> Aggregations,
    IReadOnlyList<ReportZone> Zones,
    IReadOnlyList<ReportColumnFacts> Columns,
    IReadOnlyList<ReportFacts> All);

/// <summary>Columns that only some aggregations offer, and the code of the refusal.</summary>
internal sealed record ReportGrain(string Name, int Code, IReadOnlyList<string> Columns, IReadOnlyList<string> Aggregations);

/// <param name="Times">Predefined times that are documented for it.</param>
/// <param name="Unsure">Those that nothing is documented about.</param>
/// <param name="HasCustom">Whether a range of days can be asked for.</param>
internal sealed record ReportAggregationTimes(string Name, IReadOnlyList<string> Times, IReadOnlyList<string> Unsure, bool HasCustom);

internal sealed record ReportZone(string Name, string Iana, string Windows, int OffsetMinutes, bool HasSummerTime, string Text);

internal sealed record ReportColumnFacts(string Name, string Kind, IReadOnlyList<string> Traits);

/// <param name="Name">Name of the type, without what all classes of the family end in.</param>
/// <param name="IsInContract">False for a report that is newer than the contract: no class, but facts about its columns.</param>
/// <param name="Kept">How far back its days go, as a duration; null if that is not known.</param>
internal sealed record ReportFacts(string Name, string About, bool IsInContract, string? Kept)
{
    public string? Scope { get; init; }

    public bool HasAggregation { get; init; }

    public bool HasTime { get; init; }

    public IReadOnlyList<string> Columns { get; init; } = [];

    public IReadOnlyList<string> ExtraColumns { get; init; } = [];

    public IReadOnlyList<string> Required { get; init; } = [];

    public IReadOnlyList<string> Refused { get; init; } = [];

    public IReadOnlyList<string> Aggregations { get; init; } = [];

    public IReadOnlyList<string> Times { get; init; } = [];

    public IReadOnlyList<(IReadOnlyList<string> One, IReadOnlyList<string> Other)> Clashes { get; init; } = [];

    public bool NeedsAnyAttribute { get; init; }

    public bool HasNoHours { get; init; }

    public bool HasNoSummary { get; init; }

    public string? KeptHours { get; init; }

    public int? MaxAccounts { get; init; }

    public string? Rows { get; init; }

    /// <summary>Whether its rows have a class of their own.</summary>
    public bool HasRecord { get; init; }

    public string Request => Name + "ReportRequest";

    public string Column => Name + "ReportColumn";
}
