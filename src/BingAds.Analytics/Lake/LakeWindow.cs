using BingAds.V13.Reporting;

namespace BingAds.Analytics;

/// <summary>Which part of a lake a report file stands for: all rows of these accounts on these days, the ones that are gone included.</summary>
public sealed class LakeWindow
{
    /// <summary>A window of one account.</summary>
    /// <param name="report">Name of the report, such as <c>KeywordPerformance</c>.</param>
    /// <param name="accountId">The account.</param>
    /// <param name="first">First day.</param>
    /// <param name="last">Last day, itself included.</param>
    /// <exception cref="ArgumentException">No such report is known, or the days are not in order.</exception>
    public LakeWindow(string report, long accountId, DateOnly first, DateOnly last)
        : this(report, [accountId], first, last)
    {
    }

    /// <summary>A window of several accounts.</summary>
    /// <param name="report">Name of the report, such as <c>KeywordPerformance</c>.</param>
    /// <param name="accountIds">The accounts.</param>
    /// <param name="first">First day.</param>
    /// <param name="last">Last day, itself included.</param>
    /// <exception cref="ArgumentException">No such report is known, there is no account, or the days are not in order.</exception>
    public LakeWindow(string report, IEnumerable<long> accountIds, DateOnly first, DateOnly last)
    {
        Report = ReportSchema.Known(report).Name;
        ArgumentNullException.ThrowIfNull(accountIds);
        AccountIds = [.. accountIds.Distinct().Order()];
        if (AccountIds.Count == 0)
        {
            throw new ArgumentException("A window needs an account.", nameof(accountIds));
        }

        if (last < first)
        {
            throw new ArgumentException("The last day of a window lies before the first.", nameof(last));
        }

        (First, Last) = (first, last);
    }

    /// <summary>Name of the report.</summary>
    public string Report { get; }

    /// <summary>The accounts, sorted.</summary>
    public IReadOnlyList<long> AccountIds { get; }

    /// <summary>First day.</summary>
    public DateOnly First { get; }

    /// <summary>Last day, itself included.</summary>
    public DateOnly Last { get; }

    /// <summary>
    /// What a row stands for in time: days, hours, weeks, months or years, each with a view of its own. Default null: as the file tells, and days if it does not.
    /// </summary>
    public ReportAggregation? Aggregation { get; init; }

    internal bool Contains(DateOnly day) => day >= First && day <= Last;
}
