using BingAds.Errors;
using BingAds.V13.Reporting;

namespace BingAds.Reporting;

/// <summary>Divides a report request into several whose rows together are those of the one.</summary>
/// <remarks>
/// Each part is a copy that shares with the original what is not divided, for example the list of columns. What cannot be divided without changing the figures is refused by a <see cref="ReportRequestException"/> that
/// says which column, aggregation or scope is in the way: a ratio over two parts is not the sum of their ratios.
/// Where rows of the same attributes may come in several parts (a summary of sums, or rows without the id that tells the parts apart), their sums have to be added up.
/// </remarks>
public static partial class ReportRequestSplitting
{
    /// <summary>Divides by time.</summary>
    /// <param name="request">What to divide. A predefined time becomes the days that it is now.</param>
    /// <param name="days">Most days of a part. By week, month or year a part has whole ones, at least one.</param>
    /// <param name="timeProvider">Says which day is today; null for the system's.</param>
    /// <returns>The parts, in the order of time; the request itself if it has no more days.</returns>
    /// <exception cref="ReportRequestException">The figures of the parts would not be those of the whole.</exception>
    public static IReadOnlyList<T> SplitByDays<T>(this T request, int days, TimeProvider? timeProvider = null)
        where T : ReportRequest
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        var range = TimeOf(request, timeProvider);
        if (range.Count <= days)
            return [request];

        var unit = ReportTimeUnits.Of(request, forAll: true);
        var parts = new List<T>();
        for (var first = range.First; first <= range.Last;)
        {
            var next = unit.Next(first, days);
            parts.Add(With(request, new ReportDays(first, next > range.Last ? range.Last : next.AddDays(-1))));
            first = next;
        }

        return parts;
    }

    /// <summary>Takes the days apart that the service no longer keeps.</summary>
    /// <param name="request">What to divide. A predefined time becomes the days that it is now.</param>
    /// <param name="timeProvider">Says which day is today; null for the system's.</param>
    /// <remarks>A summary of what is kept covers fewer days than were asked for.</remarks>
    /// <exception cref="ReportRequestException">There is no time to divide.</exception>
    public static ReportRetentionSplit<T> SplitByRetention<T>(this T request, TimeProvider? timeProvider = null)
        where T : ReportRequest
    {
        ArgumentNullException.ThrowIfNull(request);
        var range = TimeOf(request, timeProvider);
        var type = request.ReportKind!;
        var aggregation = type.HasAggregation ? request.AggregationOrNull?.ToString() ?? "Summary" : "";
        if (ReportKeeping.FirstDay(type, aggregation, request.TimeOrNull!, Today(request, timeProvider).Latest) is not { } begin || range.First >= begin)
            return new ReportRetentionSplit<T>(request, lost: null);
        if (ReportGrains.Find(aggregation) is { HasCustom: false } && range.Last >= begin)
            throw Refuse("Aggregation", $"{aggregation} goes with predefined times only, and a part of this one is no longer kept.", "Take a shorter time, or ask for Hourly or Daily.");

        // A week or month of which only a part is kept would look like a weak one.
        begin = ReportTimeUnits.Of(request, forAll: false).RoundUp(begin);
        if (range.Last < begin)
            return new ReportRetentionSplit<T>(kept: null, range);
        return new ReportRetentionSplit<T>(With(request, range with { First = begin }), range with { Last = begin.AddDays(-1) });
    }

    private static ReportDays TimeOf(ReportRequest request, TimeProvider? timeProvider)
    {
        if (request.TimeOrNull is not { } time)
            throw Refuse("Time", "The request has no time to divide.", "Set one, where the report has it.");
        return time.DaysOn(Today(request, timeProvider).Latest) is { Count: > 0 } range ? range
            : throw Refuse("Time", "The days of the request are not known.", "Ask for a range of days that ends where it begins or later.");
    }

    private static ReportToday Today(ReportRequest request, TimeProvider? timeProvider) =>
        ReportZones.Today(request.TimeOrNull?.ReportTimeZone?.ToString(), (timeProvider ?? TimeProvider.System).GetUtcNow());

    private static T With<T>(T request, ReportDays days)
        where T : ReportRequest
    {
        var part = (T)request.Clone();
        part.TimeOrNull = new ReportTime { CustomDateRangeStart = days.First, CustomDateRangeEnd = days.Last, ReportTimeZone = request.TimeOrNull!.ReportTimeZone };
        return part;
    }

    private static T With<T>(T request, ReportScopes scope)
        where T : ReportRequest
    {
        var part = (T)request.Clone();
        part.ScopeOrNull = scope.ToApi();
        return part;
    }

    internal static ReportRequestException Refuse(string member, string message, string advice) =>
        new([new ReportRequestFinding(ReportRequestFindingKind.Indivisible, null, member, message, advice)]);
}
