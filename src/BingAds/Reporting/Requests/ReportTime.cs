using BingAds.Reporting;

namespace BingAds.V13.Reporting;

// Custom: a time is made with its zone, so that nobody gets the days of another one.
public partial class ReportTime
{
    /// <summary>A range of days, both ends in it.</summary>
    /// <param name="first">The first day.</param>
    /// <param name="last">The last day; not after today.</param>
    /// <param name="timeZone">The zone that says when a day begins and which day is today.</param>
    /// <exception cref="ArgumentException">There is no time zone.</exception>
    public static ReportTime Days(DateOnly first, DateOnly last, ReportTimeZone timeZone)
    {
        Demand(timeZone);
        return new ReportTime { CustomDateRangeStart = first, CustomDateRangeEnd = last, ReportTimeZone = timeZone };
    }

    /// <summary>One day.</summary>
    /// <param name="day">The day; not after today.</param>
    /// <param name="timeZone">The zone that says when a day begins and which day is today.</param>
    /// <exception cref="ArgumentException">There is no time zone.</exception>
    public static ReportTime Day(DateOnly day, ReportTimeZone timeZone) => Days(day, day, timeZone);

    /// <summary>A time that the service works out when it gets the request.</summary>
    /// <param name="period">For example <see cref="ReportTimePeriod.LastSevenDays"/>. Each aggregation goes with some of them.</param>
    /// <param name="timeZone">The zone that says when a day begins and which day is today.</param>
    /// <exception cref="ArgumentException">There is no period or no time zone.</exception>
    public static ReportTime Predefined(ReportTimePeriod period, ReportTimeZone timeZone)
    {
        Demand(timeZone);
        if (period.Value is null)
            throw new ArgumentException("A period is needed.", nameof(period));
        return new ReportTime { PredefinedTime = period, ReportTimeZone = timeZone };
    }

    /// <summary>The days asked for; null for a range that is incomplete or no range, and for a period that is newer than this version.</summary>
    internal ReportDays? DaysOn(DateOnly today)
    {
        if (PredefinedTime is { } period)
            return ReportPeriods.Find(period.ToString(), today);
        return CustomDateRangeStart?.ToDateOnlyOrNull() is { } first && CustomDateRangeEnd?.ToDateOnlyOrNull() is { } last ? new ReportDays(first, last) : null;
    }

    private static void Demand(ReportTimeZone timeZone)
    {
        if (timeZone.Value is null)
            throw new ArgumentException("A time zone is needed: without one the service takes Pacific time.", nameof(timeZone));
    }
}
