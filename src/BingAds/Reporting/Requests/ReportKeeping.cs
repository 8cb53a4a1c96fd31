using BingAds.V13.Reporting;

namespace BingAds.Reporting;

/// <summary>Since when data is kept.</summary>
internal static class ReportKeeping
{
    /// <summary>The first day of which there is data; null if that is not known.</summary>
    /// <remarks>The predefined months before this one are kept as whole months, whatever the day is: the service offers six of them where six are kept.</remarks>
    public static DateOnly? FirstDay(ReportType type, string aggregation, ReportTime time, DateOnly today) => type.KeptFor(aggregation) switch
    {
        null => null,
        { Months: > 0 } window when time.PredefinedTime is { } period && ReportPeriods.IsOfMonths(period.ToString()) => window.FirstDay(today.AddDays(1 - today.Day)),
        var window => window.FirstDay(today),
    };
}
