using BingAds.Emulator.Families;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Rules.AdExtensions;

/// <summary>When an ad extension may be shown.</summary>
internal static class ScheduleRules
{
    private const int MaxRangesPerDay = 6;
    private const int InvalidStart = 3931;
    private const int InvalidEnd = 3932;
    private const int InvalidRange = 3933;
    private const int TooManyRanges = 3934;
    private const int Overlapping = 3935;
    private const int InvalidInterval = 3936;

    public static void Check(Schedule? schedule, ItemErrors errors)
    {
        if (schedule is null)
            return;
        errors.Require(schedule.StartDate is null || TimeRules.AsDay(schedule.StartDate) is not null, InvalidStart);
        errors.Require(schedule.EndDate is null || TimeRules.AsDay(schedule.EndDate) is not null, InvalidEnd);
        if (TimeRules.AsDay(schedule.StartDate) is { } start && TimeRules.AsDay(schedule.EndDate) is { } end)
            errors.Require(end >= start, InvalidEnd);
        var ranges = new List<(string Day, int From, int To)>();
        foreach (var range in schedule.DayTimeRanges ?? [])
        {
            var from = DayTimeRules.Minutes(range?.StartHour, range?.StartMinute);
            var to = DayTimeRules.Minutes(range?.EndHour, range?.EndMinute);
            if (range?.Day is not { Known: not Day.KnownValue.Unrecognized } day || from is null || to is null)
                errors.Fail(InvalidRange);
            else if (to <= from)
                errors.Fail(InvalidInterval);
            else
                ranges.Add((day.ToString(), from.Value, to.Value));
        }

        errors.Require(ranges.GroupBy(static r => r.Day).All(static g => g.Count() <= MaxRangesPerDay), TooManyRanges);
        errors.Require(!DayTimeRules.Overlap(ranges), Overlapping);
    }

    /// <summary>An object without anything in it means: no schedule any more.</summary>
    public static Schedule? Normalize(Schedule? schedule)
        => schedule is null or { StartDate: null, EndDate: null, UseSearcherTimeZone: null, DayTimeRanges: null or { Count: 0 } } ? null : schedule;
}
