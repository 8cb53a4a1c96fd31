namespace BingAds.Analytics;

/// <summary>How the values of a column are kept in Parquet and Arrow. Every column may hold nulls.</summary>
public enum ReportStorage
{
    /// <summary>UTF-8 text. SQL: <c>VARCHAR</c>.</summary>
    Text,

    /// <summary>A whole number of 64 bits. SQL: <c>BIGINT</c>.</summary>
    Whole,

    /// <summary>An exact number with six digits behind the point and twelve before it, so that sums of money are exact. SQL: <c>DECIMAL(18,6)</c>.</summary>
    Decimal,

    /// <summary>A floating point number of 64 bits: shares in percent (12.5 for 12.5%) and quotients, which nobody adds up. SQL: <c>DOUBLE</c>.</summary>
    Double,

    /// <summary>A day. SQL: <c>DATE</c>.</summary>
    Date,

    /// <summary>A day and time in microseconds, without a zone: as clocks in the report's time zone show it. SQL: <c>TIMESTAMP</c>.</summary>
    Timestamp,
}
