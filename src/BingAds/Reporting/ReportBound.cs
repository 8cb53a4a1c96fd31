namespace BingAds.Reporting;

/// <summary>Whether a cell holds a number or only tells where it lies.</summary>
public enum ReportBound
{
    /// <summary>The number itself.</summary>
    None,

    /// <summary>The number is lower than the one in the cell: <c>&lt;1%</c>.</summary>
    LessThan,

    /// <summary>The number is higher than the one in the cell: <c>&gt;90%</c>.</summary>
    MoreThan,
}
