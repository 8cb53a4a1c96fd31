using BingAds.Contract;
using BingAds.Reporting;

namespace BingAds.V13.Reporting;

// Custom: what all kinds of requests have but the contract does not give to their base.
public partial class ReportRequest
{
    /// <summary>Null for a request whose class this version does not know.</summary>
    internal virtual ReportType? ReportKind => null;

    internal virtual string[]? ColumnNames => null;

    internal virtual ReportAggregation? AggregationOrNull
    {
        get => null;
        set => throw new InvalidOperationException($"{TypeName} has no aggregation.");
    }

    internal virtual ReportTime? TimeOrNull
    {
        get => null;
        set => throw new InvalidOperationException($"{TypeName} has no time.");
    }

    internal virtual ApiObject? ScopeOrNull
    {
        get => null;
        set => throw new InvalidOperationException($"{TypeName} has no scope.");
    }

    internal virtual ApiObject? FilterOrNull => null;
}
