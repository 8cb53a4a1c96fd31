namespace BingAds.Reporting;

/// <summary>What a <see cref="ReportPeriod"/> is.</summary>
public enum ReportPeriodKind
{
    /// <summary>A day.</summary>
    Day,

    /// <summary>An hour of a day.</summary>
    Hour,

    /// <summary>Seven days from <see cref="ReportPeriod.Date"/>.</summary>
    Week,

    /// <summary>A month.</summary>
    Month,

    /// <summary>A year.</summary>
    Year,

    /// <summary>All days of one name in the report's time range.</summary>
    DayOfWeek,

    /// <summary>One hour of all days in the report's time range.</summary>
    HourOfDay,
}
