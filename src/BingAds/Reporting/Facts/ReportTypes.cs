using System.Collections.Frozen;

namespace BingAds.Reporting;

/// <summary>All types of reports.</summary>
internal static partial class ReportTypes
{
    private static readonly ReportType[] s_all = Make();
    private static readonly FrozenDictionary<string, ReportType> s_byRequest = s_all.ToFrozenDictionary(static t => t.RequestName, StringComparer.Ordinal);

    /// <summary>Sorted by name.</summary>
    public static IReadOnlyList<ReportType> All => s_all;

    /// <summary>By the name of the request's class, or by the short name; null if there is none.</summary>
    public static ReportType? Find(string name) =>
        s_byRequest.GetValueOrDefault(name) ?? s_byRequest.GetValueOrDefault(name + "ReportRequest");
}
