namespace BingAds.Reporting;

/// <summary>What the cells of a column hold, in every report that has the column.</summary>
public enum ReportColumnType
{
    /// <summary>Newer than this version.</summary>
    Unknown,

    /// <summary>Text.</summary>
    Text,

    /// <summary>A whole number: ids, impressions, clicks.</summary>
    Whole,

    /// <summary>A number with a fraction: money in the account's currency, conversions that are shared.</summary>
    Decimal,

    /// <summary>A share in percent: 12.5 for <c>12.50%</c>, with or without the sign.</summary>
    Percent,

    /// <summary>The time that a row stands for: <see cref="ReportPeriod"/>.</summary>
    Period,

    /// <summary>A day.</summary>
    Date,

    /// <summary>A day and a time of it.</summary>
    Time,
}
