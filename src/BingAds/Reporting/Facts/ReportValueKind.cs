namespace BingAds.Reporting;

/// <summary>What the cells of a column hold. A cell may always be empty or <c>--</c>.</summary>
internal enum ReportValueKind
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>One of a few texts, which the service may add to.</summary>
    Term,

    /// <summary>A 64-bit number that names something.</summary>
    Id,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number with a fraction that is neither money nor a part of something.</summary>
    Decimal,

    /// <summary>Money in the account's currency.</summary>
    Money,

    /// <summary>A part of something in percent, with or without the sign.</summary>
    Percent,

    /// <summary>A quotient that is 1 when both sides are equal.</summary>
    Ratio,

    /// <summary>A day.</summary>
    Date,

    /// <summary>A day with a time.</summary>
    DateTime,

    /// <summary>Day, hour, week, month or year, as the aggregation says.</summary>
    TimePeriod,
}
