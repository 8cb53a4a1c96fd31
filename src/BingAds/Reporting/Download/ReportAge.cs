using BingAds.V13.Reporting;

namespace BingAds.Reporting.Download;

/// <summary>Which days a report is about when it is submitted at some moment, and whether their figures are final.</summary>
internal static class ReportAge
{
    // Clicks come up to two hours late, conversions three.
    private static readonly TimeSpan s_late = TimeSpan.FromHours(3);

    /// <summary>The days; null for a report without a time, and where only the service knows them.</summary>
    public static ReportDays? DaysOf(ReportRequest request, DateTimeOffset at) => request.TimeOrNull?.DaysOn(Today(request, at).Latest);

    /// <summary>
    /// What of the clock a request depends on, as text: nothing for a range of days; else the days that its time means at the moment, so that yesterday's question is not today's.
    /// </summary>
    public static string Moment(ReportRequest request, DateTimeOffset at)
    {
        var today = Today(request, at);
        if (request.TimeOrNull is { PredefinedTime: null } || request.ReportKind is { HasTime: false })
        {
            return "";
        }

        return request.TimeOrNull?.PredefinedTime is { } period && ReportPeriods.Find(period.ToString(), today.Earliest) is { } early && ReportPeriods.Find(period.ToString(), today.Latest) is { } late
            ? $"{early} {late}"
            : $"{today.Earliest:O} {today.Latest:O}";
    }

    /// <summary>Whether figures were still to come when the report was submitted.</summary>
    public static bool IsOpen(ReportRequest request, DateTimeOffset submittedAt) =>
        DaysOf(request, submittedAt) is not { } days || days.Last >= Today(request, submittedAt - s_late).Earliest;

    // Of a class that is newer than this version the zone is not known either: it is one of two days somewhere.
    private static ReportToday Today(ReportRequest request, DateTimeOffset at) =>
        ReportZones.Today(request.ReportKind is null ? "?" : request.TimeOrNull?.ReportTimeZone?.ToString(), at);
}
