namespace BingAds.V13.Reporting;

// Custom: to and from the platform's own date.
public partial class Date
{
    /// <summary>The service's form of a date.</summary>
    public static Date FromDateOnly(DateOnly date) => new() { Year = date.Year, Month = date.Month, Day = date.Day };

    /// <summary>The service's form of a date.</summary>
    public static implicit operator Date(DateOnly date) => FromDateOnly(date);

    /// <summary>The platform's form of the date.</summary>
    /// <exception cref="InvalidOperationException">A part is missing, or there is no such day.</exception>
    public DateOnly ToDateOnly() => ToDateOnlyOrNull() ?? throw new InvalidOperationException($"There is no day {Year}-{Month}-{Day}.");

    internal DateOnly? ToDateOnlyOrNull() =>
        Year is >= 1 and <= 9999 and var year && Month is >= 1 and <= 12 and var month && Day is >= 1 and var day && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day) : null;
}
