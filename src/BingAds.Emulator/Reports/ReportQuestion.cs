using BingAds.Reporting;
using BingAds.V13.Reporting;

namespace BingAds.Emulator.Reports;

/// <summary>What a report asks for, with everything settled that a request may leave open.</summary>
/// <param name="Type">What is known of the type.</param>
/// <param name="Request">The request itself: its scope and its filter are read from it.</param>
internal sealed record ReportQuestion(ReportType Type, ReportRequest Request)
{
    /// <summary>The accounts that may be looked into: the caller may see them, and the scope leaves them in.</summary>
    public required IReadOnlyList<long> Accounts { get; init; }

    /// <summary>The columns, in the order of the file.</summary>
    public required IReadOnlyList<ReportColumnFacts> Columns { get; init; }

    /// <summary>What a row stands for in time.</summary>
    public required ReportAggregation Aggregation { get; init; }

    /// <summary>First and last day, both in it, widened to whole units of the aggregation.</summary>
    public required ReportDays Days { get; init; }

    /// <summary>Says when a day begins.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>Nothing is known of what comes after.</summary>
    public required DateTimeOffset CompleteTo { get; init; }
}
