namespace BingAds.Reporting;

/// <summary>What goes with an aggregation: times and columns.</summary>
internal static partial class ReportGrains
{
    private static readonly ReportAggregationTimes[] s_times = MakeTimes();
    private static readonly ReportGrain[] s_grains = MakeGrains();

    public static IReadOnlyList<ReportGrain> All => s_grains;

    /// <summary>Null for an aggregation that is newer than this version.</summary>
    public static ReportAggregationTimes? Find(string aggregation) => Array.Find(s_times, t => t.Aggregation == aggregation);
}
