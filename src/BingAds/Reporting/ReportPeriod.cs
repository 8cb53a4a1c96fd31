using System.Globalization;
using System.Text;
using BingAds.Files;
using BingAds.V13.Reporting;

namespace BingAds.Reporting;

/// <summary>The time that a row stands for: a cell of the column <c>TimePeriod</c>, in the forms of both format versions.</summary>
public readonly record struct ReportPeriod
{
    private ReportPeriod(ReportPeriodKind kind, DateOnly? date = null, int? hour = null, DayOfWeek? dayOfWeek = null)
    {
        Kind = kind;
        Date = date;
        Hour = hour;
        DayOfWeek = dayOfWeek;
    }

    /// <summary>What it is.</summary>
    public ReportPeriodKind Kind { get; }

    /// <summary>The day, or the first day of a week, month or year; null for <see cref="ReportPeriodKind.DayOfWeek"/> and <see cref="ReportPeriodKind.HourOfDay"/>.</summary>
    public DateOnly? Date { get; }

    /// <summary>The hour that begins, 0 to 23; null for what is no hour.</summary>
    public int? Hour { get; }

    /// <summary>The name of the day, only for <see cref="ReportPeriodKind.DayOfWeek"/>.</summary>
    public DayOfWeek? DayOfWeek { get; }

    /// <summary>Begin, as clocks in the report's time zone show it; null for what has no date.</summary>
    public DateTime? Start => Date?.ToDateTime(new TimeOnly(Hour ?? 0, 0));

    /// <summary>End, not included, as clocks in the report's time zone show it; null for what has no date.</summary>
    public DateTime? End => Kind switch
    {
        ReportPeriodKind.Hour => Start?.AddHours(1),
        ReportPeriodKind.Week => Start?.AddDays(7),
        ReportPeriodKind.Month => Start?.AddMonths(1),
        ReportPeriodKind.Year => Start?.AddYears(1),
        _ => Start?.AddDays(1),
    };

    /// <summary>
    /// Begin as a point in time. An hour that clocks show twice begins at the first time, so that it lasts two hours; one that clocks leave out begins when they jump.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is no date.</exception>
    public DateTimeOffset StartIn(TimeZoneInfo zone) => In(zone, Start);

    /// <summary>End, not included, as a point in time.</summary>
    /// <exception cref="InvalidOperationException">There is no date.</exception>
    public DateTimeOffset EndIn(TimeZoneInfo zone) => In(zone, End);

    /// <summary>As version 2.0 of the format writes it.</summary>
    public override string ToString() => Kind switch
    {
        ReportPeriodKind.Hour => string.Create(CultureInfo.InvariantCulture, $"{Date:yyyy'-'MM'-'dd}|{Hour}"),
        ReportPeriodKind.Year => Date!.Value.Year.ToString("0000", CultureInfo.InvariantCulture),
        ReportPeriodKind.DayOfWeek => (((int?)DayOfWeek) + 1)?.ToString(CultureInfo.InvariantCulture) ?? "",
        ReportPeriodKind.HourOfDay => Hour?.ToString(CultureInfo.InvariantCulture) ?? "",
        _ => Date?.ToString("yyyy'-'MM'-'dd", CultureInfo.InvariantCulture) ?? "",
    };

    /// <summary>Reads a cell: <c>2026-03-15</c>, <c>3/15/2026</c>, <c>2026</c>, <c>2026-03-15|7</c>, <c>3/15/2026 12:00:00 AM|07</c>, <c>7</c>.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="aggregation">What a row stands for; null leaves only what the form tells, so that weeks and months pass for days and bare numbers are refused.</param>
    /// <param name="period">The period.</param>
    public static bool TryParse(ReadOnlySpan<byte> utf8, ReportAggregation? aggregation, out ReportPeriod period)
    {
        period = default;
        var text = CellText.Trim(utf8, out _);
        var bar = text.IndexOf((byte)'|');
        if (bar >= 0)
        {
            if (!CellParser.TryDateTime(text[..bar], out var day) || !TryNumber(text[(bar + 1)..], 2, 23, out var hour))
            {
                return false;
            }

            period = new(ReportPeriodKind.Hour, DateOnly.FromDateTime(day), hour);
            return true;
        }

        if (text.Length == 4 && TryNumber(text, 4, 9999, out var year))
        {
            period = year == 0 ? default : new(ReportPeriodKind.Year, new DateOnly(year, 1, 1));
            return year > 0;
        }

        var known = aggregation?.Known;
        if (text.Length <= 2)
        {
            return TryBare(text, known, out period);
        }

        if (!CellParser.TryDateTime(text, out var date))
        {
            return false;
        }

        period = known switch
        {
            ReportAggregation.KnownValue.Hourly => new(ReportPeriodKind.Hour, DateOnly.FromDateTime(date), date.Hour),
            ReportAggregation.KnownValue.Weekly or ReportAggregation.KnownValue.WeeklyStartingMonday => new(ReportPeriodKind.Week, DateOnly.FromDateTime(date)),
            ReportAggregation.KnownValue.Monthly => new(ReportPeriodKind.Month, DateOnly.FromDateTime(date)),
            ReportAggregation.KnownValue.Yearly => new(ReportPeriodKind.Year, DateOnly.FromDateTime(date)),
            _ => new(ReportPeriodKind.Day, DateOnly.FromDateTime(date)),
        };
        return true;
    }

    /// <inheritdoc cref="TryParse(ReadOnlySpan{byte}, ReportAggregation?, out ReportPeriod)"/>
    public static bool TryParse(string text, ReportAggregation? aggregation, out ReportPeriod period) =>
        TryParse(Encoding.UTF8.GetBytes(text), aggregation, out period);

    private static bool TryBare(ReadOnlySpan<byte> text, ReportAggregation.KnownValue? aggregation, out ReportPeriod period)
    {
        period = default;
        if (!TryNumber(text, 2, 23, out var number))
        {
            return false;
        }

        if (aggregation == ReportAggregation.KnownValue.HourOfDay)
        {
            period = new(ReportPeriodKind.HourOfDay, hour: number);
            return true;
        }

        if (aggregation != ReportAggregation.KnownValue.DayOfWeek || number is < 1 or > 7)
        {
            return false;
        }

        // The service counts from 1 for Sunday.
        period = new(ReportPeriodKind.DayOfWeek, dayOfWeek: (DayOfWeek)(number - 1));
        return true;
    }

    private static bool TryNumber(ReadOnlySpan<byte> text, int digits, int most, out int number)
    {
        number = 0;
        return text.Length > 0 && text.Length <= digits && !text.ContainsAnyExceptInRange((byte)'0', (byte)'9') && CellParser.TryInt32(text, out number) && number <= most;
    }

    private static DateTimeOffset In(TimeZoneInfo zone, DateTime? time)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var local = time ?? throw new InvalidOperationException("The period stands for many days, so it has no begin and no end.");

        // The larger offset is the earlier of the two times that clocks show this.
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset);
    }
}
