using System.Collections.Frozen;

namespace BingAds.Reporting;

/// <summary>What is known of one type of report: how it may be asked for and which columns it has.</summary>
internal sealed class ReportType
{
    private readonly Lazy<(ReportColumnFacts[] List, FrozenDictionary<string, ReportColumnFacts> ByName)> _columns;

    public ReportType(string name, ReportScopeKind scope, Func<IEnumerable<string>> columns)
    {
        Name = name;
        Scope = scope;
        // Each enum has a table of its own, which only those who ask for this report should pay for.
        _columns = new(() =>
        {
            var list = columns().Concat(ExtraColumns).Select(static c => ReportColumnTable.Find(c)!).ToArray();
            return (list, list.ToFrozenDictionary(static c => c.Name, StringComparer.Ordinal));
        });
    }

    /// <summary>For example <c>KeywordPerformance</c>.</summary>
    public string Name { get; }

    /// <summary>Class of the request, and its <c>Type</c> in JSON: <c>KeywordPerformanceReportRequest</c>.</summary>
    public string RequestName => Name + "ReportRequest";

    /// <summary>Down to what the scope goes.</summary>
    public ReportScopeKind Scope { get; }

    /// <summary>False for one that the reference describes and the contract does not have yet.</summary>
    public bool IsInContract { get; init; } = true;

    public bool HasTime { get; init; } = true;

    public bool HasAggregation { get; init; } = true;

    public bool HasSort => Name == "KeywordPerformance";

    /// <summary>Columns of the reference that the contract's enum does not have; can be asked for by name.</summary>
    public IReadOnlyList<string> ExtraColumns { get; init; } = [];

    /// <summary>All columns: those of the contract in its order, then the extra ones.</summary>
    public IReadOnlyList<ReportColumnFacts> Columns => _columns.Value.List;

    public IReadOnlyList<string> Required { get; init; } = [];

    /// <summary>Whether at least one attribute is needed besides the time period.</summary>
    public bool NeedsAnyAttribute { get; init; }

    /// <summary>Columns that the contract has and the service refuses.</summary>
    public IReadOnlyList<string> Refused { get; init; } = [];

    public IReadOnlyList<ReportClash> Clashes { get; init; } = [];

    /// <summary>The only aggregations that there are; empty for no such list.</summary>
    public IReadOnlyList<string> Aggregations { get; init; } = [];

    public bool HasHours { get; init; } = true;

    public bool HasSummary { get; init; } = true;

    /// <summary>The only predefined times, for a report without aggregation; empty for no such list.</summary>
    public IReadOnlyList<string> Times { get; init; } = [];

    /// <summary>How far back days and more go; null if not known.</summary>
    public ReportWindow? Kept { get; init; }

    /// <summary>How far back hours go; null if not known.</summary>
    public ReportWindow? KeptHours { get; init; }

    public int? MaxAccounts { get; init; }

    public ReportRowKind Rows { get; init; }

    /// <summary>Whether the report has a column that surely is an ordinary statistic, so that a request needs one.</summary>
    public bool NeedsStatistic => Columns.Any(static c => c.IsStatistic && c.MayBeOrdinaryStatistic && !c.Has(ReportColumnTraits.RoleIsGuess));

    public bool HasColumn(string name) => _columns.Value.ByName.ContainsKey(name);

    /// <summary>Null if the report has no such column.</summary>
    public ReportColumnFacts? FindColumn(string name) => _columns.Value.ByName.GetValueOrDefault(name);

    /// <summary>Null if the report has no such column.</summary>
    public ReportColumnFacts? FindColumn(ReadOnlySpan<char> name) =>
        _columns.Value.ByName.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var column) ? column : null;

    /// <summary>How far back data goes for an aggregation; null if not known.</summary>
    public ReportWindow? KeptFor(string aggregation) => aggregation is "Hourly" or "HourOfDay" ? KeptHours : Kept;

    public override string ToString() => Name;
}
