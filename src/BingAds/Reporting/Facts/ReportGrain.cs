namespace BingAds.Reporting;

/// <summary>Columns that only some aggregations offer.</summary>
internal sealed class ReportGrain(int code, string[] columns, string[] aggregations)
{
    public int Code { get; } = code;

    public IReadOnlyList<string> Columns { get; } = columns;

    public IReadOnlyList<string> Aggregations { get; } = aggregations;
}
