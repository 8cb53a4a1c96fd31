namespace BingAds.Reporting;

/// <summary>What a row stands for.</summary>
internal enum ReportRowKind
{
    /// <summary>What the aggregation says.</summary>
    Aggregated,

    /// <summary>Something that happened once.</summary>
    Events,

    /// <summary>A day, whatever is asked for.</summary>
    Days,

    /// <summary>A week, whatever is asked for.</summary>
    Weeks,

    /// <summary>How things are at present: the report has no time.</summary>
    Present,

    /// <summary>Not documented.</summary>
    Unknown,
}
