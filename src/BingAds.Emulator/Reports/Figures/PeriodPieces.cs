using BingAds.V13.Reporting;

namespace BingAds.Emulator.Reports.Figures;

/// <summary>The time of a report, cut into pieces that each lie in one UTC day and in one of the report's periods.</summary>
internal sealed class PeriodPieces
{
    private readonly PeriodPiece[][] _days;
    private readonly ReportAggregation.KnownValue _aggregation;

    private PeriodPieces(int firstDay, PeriodPiece[][] days, ReportAggregation.KnownValue aggregation)
    {
        FirstDay = firstDay;
        _days = days;
        _aggregation = aggregation;
    }

    /// <summary>Number of the first UTC day.</summary>
    public int FirstDay { get; }

    public int EndDay => FirstDay + _days.Length;

    public ReadOnlySpan<PeriodPiece> this[int day] => _days[day - FirstDay];

    public static PeriodPieces Of(ReportQuestion question)
    {
        var aggregation = question.Columns.Any(static c => c.Name == "TimePeriod") ? question.Aggregation.Known : ReportAggregation.KnownValue.Summary;
        return Of(question, aggregation);
    }

    /// <param name="question">What gives the days, the zone and the end of what is known.</param>
    /// <param name="aggregation">What a period is.</param>
    public static PeriodPieces Of(ReportQuestion question, ReportAggregation.KnownValue aggregation)
    {
        var first = Math.Max(question.Days.First.DayNumber - 1, 1);
        var end = QuarterHour.Of(question.CompleteTo.UtcDateTime);
        var last = Math.Min(question.Days.Last.DayNumber + 1, (end - 1) / DayCurve.Quarters);
        var days = new List<PeriodPiece[]>();
        var pieces = new List<PeriodPiece>();
        for (var day = first; day <= last; day++)
        {
            pieces.Clear();
            for (var quarter = 0; quarter < DayCurve.Quarters && (day * (long)DayCurve.Quarters) + quarter < end; quarter++)
            {
                var local = TimeZoneInfo.ConvertTimeFromUtc(QuarterHour.Start((day * (long)DayCurve.Quarters) + quarter), question.Zone);
                var date = DateOnly.FromDateTime(local);
                if (date < question.Days.First || date > question.Days.Last)
                    continue;
                var period = NumberOf(aggregation, date, local.Hour);
                if (pieces.Count > 0 && pieces[^1].Period == period && pieces[^1].To == quarter)
                    pieces[^1] = pieces[^1] with { To = quarter + 1 };
                else
                    pieces.Add(new PeriodPiece(quarter, quarter + 1, period));
            }

            days.Add([.. pieces]);
        }

        return new PeriodPieces(first, [.. days], aggregation);
    }

    /// <summary>The cell of a period.</summary>
    public ReportValue Value(long period) => _aggregation switch
    {
        ReportAggregation.KnownValue.Summary or ReportAggregation.KnownValue.Unrecognized => ReportValue.Empty,
        ReportAggregation.KnownValue.HourOfDay or ReportAggregation.KnownValue.DayOfWeek => ReportValue.Of(period),
        ReportAggregation.KnownValue.Hourly => ReportValue.At(Date((int)(period / 24)).AddHours(period % 24)),
        _ => ReportValue.At(Date((int)period)),
    };

    private static DateTime Date(int day) => DateOnly.FromDayNumber(day).ToDateTime(TimeOnly.MinValue);

    private static long NumberOf(ReportAggregation.KnownValue aggregation, DateOnly day, int hour) => aggregation switch
    {
        ReportAggregation.KnownValue.Hourly => (day.DayNumber * 24L) + hour, // The hour that clocks show twice is one.
        ReportAggregation.KnownValue.Daily => day.DayNumber,
        ReportAggregation.KnownValue.Weekly => day.DayNumber - (int)day.DayOfWeek,
        ReportAggregation.KnownValue.WeeklyStartingMonday => day.DayNumber - (((int)day.DayOfWeek + 6) % 7),
        ReportAggregation.KnownValue.Monthly => new DateOnly(day.Year, day.Month, 1).DayNumber,
        ReportAggregation.KnownValue.Yearly => new DateOnly(day.Year, 1, 1).DayNumber,
        ReportAggregation.KnownValue.HourOfDay => hour,
        ReportAggregation.KnownValue.DayOfWeek => (int)day.DayOfWeek + 1,
        _ => 0,
    };
}
