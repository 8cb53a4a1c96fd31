namespace BingAds.Reporting;

/// <summary>Which times an aggregation goes with.</summary>
internal sealed class ReportAggregationTimes(string aggregation, string[] times, string[] unsure, bool hasCustom)
{
    public string Aggregation { get; } = aggregation;

    public IReadOnlyList<string> Times { get; } = times;

    /// <summary>Whether a range of days can be asked for.</summary>
    public bool HasCustom { get; } = hasCustom;

    /// <summary>Whether the service may take it: it does, or nothing is documented.</summary>
    public bool MayHave(string period) => Times.Contains(period, StringComparer.Ordinal) || unsure.Contains(period, StringComparer.Ordinal);
}
