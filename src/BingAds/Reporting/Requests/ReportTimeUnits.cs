using BingAds.V13.Reporting;

namespace BingAds.Reporting;

/// <summary>Where the time of a request may be cut: between days, weeks, months or years.</summary>
/// <remarks>The service widens a range to whole weeks, months and years, so two parts cut within one would both have all of it.</remarks>
internal sealed class ReportTimeUnits
{
    private readonly Func<DateOnly, DateOnly> _begin;
    private readonly Func<DateOnly, DateOnly> _following;

    private ReportTimeUnits(Func<DateOnly, DateOnly> begin, Func<DateOnly, DateOnly> following)
    {
        _begin = begin;
        _following = following;
    }

    /// <param name="request">What is to be divided.</param>
    /// <param name="forAll">Whether the parts together shall have the figures of the whole; if not, only a piece is wanted.</param>
    public static ReportTimeUnits Of(ReportRequest request, bool forAll)
    {
        var type = request.ReportKind!;
        var aggregation = type.HasAggregation ? request.AggregationOrNull?.ToString() ?? "Summary" : "";
        // Without the column the service makes a summary, whatever is asked for.
        if (type.HasAggregation && type.HasColumn("TimePeriod") && request.ColumnNames?.Contains("TimePeriod") != true)
            aggregation = "Summary";
        if (forAll)
            Demand(request, type, aggregation);
        return aggregation switch
        {
            "Weekly" => Weeks(DayOfWeek.Sunday),
            "WeeklyStartingMonday" => Weeks(DayOfWeek.Monday),
            "Monthly" => new ReportTimeUnits(static d => new DateOnly(d.Year, d.Month, 1), static d => d.AddMonths(1)),
            "Yearly" => new ReportTimeUnits(static d => new DateOnly(d.Year, 1, 1), static d => d.AddYears(1)),
            _ => new ReportTimeUnits(static d => d, static d => d.AddDays(1)),
        };
    }

    /// <summary>Where the part after one that begins on a day begins.</summary>
    public DateOnly Next(DateOnly first, int days)
    {
        var next = _begin(first.AddDays(days));
        return next > first ? next : _following(_begin(first));
    }

    /// <summary>The first beginning of a unit that is not before a day.</summary>
    public DateOnly RoundUp(DateOnly day) => _begin(day) is var begin && begin == day ? day : _following(begin);

    private static ReportTimeUnits Weeks(DayOfWeek first) => new(d => d.AddDays(-((d.DayOfWeek - first + 7) % 7)), static d => d.AddDays(7));

    private static void Demand(ReportRequest request, ReportType type, string aggregation)
    {
        ReportSums.DemandAllRows(request);
        switch (type.Rows)
        {
            case ReportRowKind.Events or ReportRowKind.Days:
                return;
            case ReportRowKind.Weeks or ReportRowKind.Unknown or ReportRowKind.Present:
                throw ReportRequestSplitting.Refuse("Time", $"The {type.Name} report has no rows by day, so its time cannot be divided.", "Ask for it as one.");
        }

        if (aggregation is "HourOfDay" or "DayOfWeek")
            throw ReportRequestSplitting.Refuse("Aggregation", $"{aggregation} puts the same hours and days of the whole time into one row.", "Ask for Hourly or Daily.");
        if (aggregation == "Summary")
            ReportSums.DemandSums(request, "A summary puts the whole time into one row", "Leave them out and compute them from the sums, or ask for Daily with TimePeriod.");
    }
}
