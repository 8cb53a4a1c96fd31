using System.Collections.Frozen;

namespace BingAds.Reporting;

/// <summary>The columns of all reports by name. A name means the same in each report that has it.</summary>
internal static partial class ReportColumnTable
{
    private static readonly FrozenDictionary<string, ReportColumnFacts> s_byName = Make().ToFrozenDictionary(static c => c.Name, StringComparer.Ordinal);

    public static IEnumerable<ReportColumnFacts> All => s_byName.Values;

    /// <summary>Null for a column that is newer than this version.</summary>
    public static ReportColumnFacts? Find(string name) => s_byName.GetValueOrDefault(name);

    /// <summary>Null for a column that is newer than this version.</summary>
    public static ReportColumnFacts? Find(ReadOnlySpan<char> name) =>
        s_byName.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var column) ? column : null;
}
