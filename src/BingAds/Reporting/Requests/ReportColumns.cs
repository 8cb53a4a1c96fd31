using System.Collections.Frozen;

namespace BingAds.Reporting;

/// <summary>The columns of all reports by name. A name means the same in each report that has it.</summary>
internal static partial class ReportColumns
{
    private static readonly FrozenDictionary<string, ReportColumn> s_byName = Make().ToFrozenDictionary(static c => c.Name, StringComparer.Ordinal);

    public static IEnumerable<ReportColumn> All => s_byName.Values;

    /// <summary>Null for a column that is newer than this version.</summary>
    public static ReportColumn? Find(string name) => s_byName.GetValueOrDefault(name);

    /// <summary>Null for a column that is newer than this version.</summary>
    public static ReportColumn? Find(ReadOnlySpan<char> name) =>
        s_byName.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var column) ? column : null;
}
