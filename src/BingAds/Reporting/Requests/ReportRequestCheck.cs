using BingAds.V13.Reporting;

namespace BingAds.Reporting;

/// <summary>One request under the rules, and what they found.</summary>
internal sealed class ReportRequestCheck(ReportRequest request, ReportType type, ReportToday today)
{
    public ReportRequest Request { get; } = request;

    public ReportType Type { get; } = type;

    public ReportToday Today { get; } = today;

    public IReadOnlyList<string> Columns { get; } = request.ColumnNames ?? [];

    /// <summary>The aggregation that the service will take; empty for a report without.</summary>
    public string Aggregation { get; } = !type.HasAggregation ? "" : request.AggregationOrNull?.ToString() is { Length: > 0 } text ? text : "Summary";

    public List<ReportRequestFinding> Findings { get; } = [];

    public bool Has(string column) => Columns.Contains(column, StringComparer.Ordinal);

    public void Refused(int? code, string member, string message, string advice) => Findings.Add(new(ReportRequestFindingKind.Refused, code, member, message, advice));

    public void Misleading(int? code, string member, string message, string advice) => Findings.Add(new(ReportRequestFindingKind.Misleading, code, member, message, advice));

    public static string List(IEnumerable<string> names) => string.Join(", ", names);
}
