using BingAds.Errors;
using BingAds.V13.Reporting;

namespace BingAds.Reporting;

/// <summary>Checks a report request by what is documented of the service, without a call. The factories on <see cref="ReportRequest"/> do it unless told not to.</summary>
/// <remarks>
/// What only the service can know is not checked: whether accounts exist and may be seen, and whether data is complete. Columns and aggregations that are newer
/// than this version are let through.
/// </remarks>
public static class ReportRequestRules
{
    /// <summary>All that is wrong with a request; empty if nothing is.</summary>
    /// <param name="request">What to check; it is not changed.</param>
    /// <param name="timeProvider">Says which day is today; null for the system's.</param>
    public static IReadOnlyList<ReportRequestFinding> Check(ReportRequest request, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Check(request, (timeProvider ?? TimeProvider.System).GetUtcNow(), needsTimeZone: false);
    }

    /// <summary>Raises an error with all that is wrong, if anything is.</summary>
    /// <param name="request">What to check; it is not changed.</param>
    /// <param name="timeProvider">Says which day is today; null for the system's.</param>
    /// <exception cref="ReportRequestException">The service would refuse it, or the report would not be what was asked for.</exception>
    public static void ThrowIfAny(ReportRequest request, TimeProvider? timeProvider = null) => Throw(Check(request, timeProvider));

    internal static void Throw(IReadOnlyList<ReportRequestFinding> findings)
    {
        if (findings.Count > 0)
            throw new ReportRequestException(findings);
    }

    /// <param name="request">What to check.</param>
    /// <param name="now">Says which day is today.</param>
    /// <param name="needsTimeZone">Whether the choice of a time zone is demanded, which the service does not do.</param>
    internal static IReadOnlyList<ReportRequestFinding> Check(ReportRequest request, DateTimeOffset now, bool needsTimeZone)
    {
        if (request.ReportKind is not { } type)
        {
            // One with members is of a class that is newer than this version; there is nothing to check it by.
            return request.UnknownOrNull?.Any() == true ? [] :
                [new ReportRequestFinding(ReportRequestFindingKind.Refused, 2002, "Type", "A request of the base class asks for no report.", "Make one by a factory of ReportRequest.")];
        }

        var check = new ReportRequestCheck(request, type, ReportZones.Today(request.TimeOrNull?.ReportTimeZone?.ToString(), now));
        ReportNameRules.Apply(check);
        ReportColumnRules.Apply(check);
        ReportScopeRules.Apply(check);
        ReportTimeRules.Apply(check, needsTimeZone);
        ReportFilterRules.Apply(check);
        ReportSortRules.Apply(check);
        return check.Findings;
    }
}
