using BingAds.Reporting;
using BingAds.V13.Reporting;

namespace BingAds.Emulator.Reports;

/// <summary>What a request comes to at the time it was made: the days it is about, and what to look for.</summary>
/// <param name="Question">What to look for; its days are those of the period of which data is kept.</param>
/// <param name="Period">The days that the report is about, as its header tells them.</param>
/// <param name="Zone">Says when a day begins.</param>
internal sealed record ReportPlan(ReportQuestion Question, ReportDays Period, ReportZone Zone)
{
    /// <summary>Whether nothing of the period is still to come.</summary>
    public bool IsComplete => !Question.Type.HasTime || EndOf(Period.Last, Question.Zone) <= Question.CompleteTo;

    /// <param name="request">Passed all checks.</param>
    /// <param name="now">When it was made.</param>
    /// <param name="figures">Says until when data is complete.</param>
    public static ReportPlan Of(ReportRequest request, DateTimeOffset now, IReportFigures figures)
    {
        var type = request.ReportKind!;
        var aggregation = Aggregation(request, type);
        var zone = ReportZones.Find(request.TimeOrNull?.ReportTimeZone?.ToString() ?? ReportZones.Default)!;
        var rules = ReportZones.Rules(zone) ?? Fixed(zone);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, rules).DateTime);
        var asked = type.HasTime ? request.TimeOrNull!.DaysOn(today)!.Value : new ReportDays(today, today);
        var period = Widen(asked, aggregation);
        var kept = type.HasTime ? ReportKeeping.FirstDay(type, aggregation.ToString(), request.TimeOrNull!, today) : null;
        var question = new ReportQuestion(type, request)
        {
            Accounts = [.. ReportScopes.Of(request.ScopeOrNull)!.AllAccounts()],
            Columns = [.. request.ColumnNames!.Select(c => type.FindColumn(c)!)],
            Aggregation = aggregation,
            Days = kept > period.First ? period with { First = kept.Value } : period,
            Zone = rules,
            CompleteTo = figures.CompleteAt(now),
        };
        return new ReportPlan(question, period, zone);
    }

    /// <summary>Without the column for it, what was asked for by time is silently a summary.</summary>
    private static ReportAggregation Aggregation(ReportRequest request, ReportType type)
    {
        if (!type.HasAggregation)
        {
            return type.Rows switch
            {
                ReportRowKind.Days => ReportAggregation.Daily,
                ReportRowKind.Weeks => ReportAggregation.Weekly,
                _ => ReportAggregation.Summary,
            };
        }

        var isSilent = type.HasColumn("TimePeriod") && !request.ColumnNames!.Contains("TimePeriod");
        return !isSilent && request.AggregationOrNull is { Value: not null } asked ? asked : ReportAggregation.Summary;
    }

    /// <summary>Weeks, months and years are always whole.</summary>
    private static ReportDays Widen(ReportDays days, ReportAggregation aggregation) => aggregation.Known switch
    {
        ReportAggregation.KnownValue.Weekly => Weeks(days, DayOfWeek.Sunday),
        ReportAggregation.KnownValue.WeeklyStartingMonday => Weeks(days, DayOfWeek.Monday),
        ReportAggregation.KnownValue.Monthly => new(
            new DateOnly(days.First.Year, days.First.Month, 1),
            new DateOnly(days.Last.Year, days.Last.Month, DateTime.DaysInMonth(days.Last.Year, days.Last.Month))),
        ReportAggregation.KnownValue.Yearly => new(new DateOnly(days.First.Year, 1, 1), new DateOnly(days.Last.Year, 12, 31)),
        _ => days,
    };

    private static ReportDays Weeks(ReportDays days, DayOfWeek first)
        => new(days.First.AddDays(-Since(days.First, first)), days.Last.AddDays(6 - Since(days.Last, first)));

    private static int Since(DateOnly day, DayOfWeek first) => (day.DayOfWeek - first + 7) % 7;

    private static DateTimeOffset EndOf(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.AddDays(1).ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight));
    }

    /// <summary>For a machine without a database of time zones.</summary>
    private static TimeZoneInfo Fixed(ReportZone zone)
        => TimeZoneInfo.CreateCustomTimeZone(zone.Name, TimeSpan.FromMinutes(zone.OffsetMinutes), zone.HeaderText, zone.Name);
}
