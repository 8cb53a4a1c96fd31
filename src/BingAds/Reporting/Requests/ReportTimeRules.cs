using BingAds.V13.Reporting;

namespace BingAds.Reporting;

/// <summary>The time: one that exists, is over or runs, goes with the aggregation, and of which data is kept.</summary>
internal static class ReportTimeRules
{
    public static void Apply(ReportRequestCheck check, bool needsTimeZone)
    {
        if (!check.Type.HasTime)
        {
            if (check.Request.ReturnOnlyCompleteData == true)
                check.Misleading(null, "ReturnOnlyCompleteData", "The report shows the present, which is never complete.", "Leave it out.");
            return;
        }

        if (check.Aggregation.Length > 0)
            Aggregation(check);
        if (check.Request.TimeOrNull is not { } time)
        {
            check.Refused(2008, "Time", "There is no time.", "Give one that ReportTime makes.");
            return;
        }

        if (needsTimeZone && time.ReportTimeZone?.Value is null)
        {
            check.Misleading(null, "Time.ReportTimeZone", "There is no time zone: the service would take Pacific time.", "Choose the zone, as a rule that of the account.");
        }

        var hasRange = time.CustomDateRangeStart is not null || time.CustomDateRangeEnd is not null;
        var hasPeriod = time.PredefinedTime?.Value is not null;
        if (hasRange && hasPeriod)
        {
            check.Refused(2008, "Time", "There are both a predefined time and a range of days.", "Leave one of them out.");
        }
        else if (hasPeriod)
        {
            Period(check, time.PredefinedTime!.Value.ToString());
        }
        else if (time.CustomDateRangeStart is null || time.CustomDateRangeEnd is null)
        {
            check.Refused(2008, "Time", hasRange ? "A range of days needs both ends." : "There is neither a predefined time nor a range of days.", "Give one that ReportTime makes.");
        }
        else
        {
            Range(check, time);
        }
    }

    private static void Aggregation(ReportRequestCheck check)
    {
        var (type, aggregation) = (check.Type, check.Aggregation);
        if (ReportGrains.Find(aggregation) is null)
            return;
        if (type.Aggregations.Count > 0 && !type.Aggregations.Contains(aggregation, StringComparer.Ordinal))
            check.Refused(2059, "Aggregation", $"The {type.Name} report is not offered as {aggregation}.", $"Ask for {string.Join(" or ", type.Aggregations)}.");
        else if (!type.HasHours && aggregation is "Hourly" or "HourOfDay")
            check.Refused(2059, "Aggregation", $"The {type.Name} report has no hours.", "Ask for days.");
        else if (!type.HasSummary && aggregation == "Summary")
            check.Refused(2059, "Aggregation", $"The {type.Name} report is not offered as a summary.", "Ask for days.");
    }

    private static void Period(ReportRequestCheck check, string period)
    {
        if (ReportPeriods.Find(period, check.Today.Latest) is not { } days)
            return; // Newer than this version.

        if (check.Type.Times.Count > 0 && !check.Type.Times.Contains(period, StringComparer.Ordinal))
        {
            check.Refused(null, "Time.PredefinedTime", $"The {check.Type.Name} report is not offered for {period}.", $"Take {string.Join(", ", check.Type.Times)}, or a range of days.");
        }
        else if (ReportGrains.Find(check.Aggregation) is { } times && !times.MayHave(period))
        {
            var other = times.HasCustom ? ", or a range of days" : "";
            check.Refused(2007, "Time.PredefinedTime", $"{period} does not go with {check.Aggregation}.", $"Take {string.Join(", ", times.Times)}{other}.");
        }

        Complete(check, days.Last >= check.Today.Latest);
        Kept(check, ReportPeriods.Find(period, check.Today.Earliest) ?? days);
    }

    private static void Range(ReportRequestCheck check, ReportTime time)
    {
        var first = time.CustomDateRangeStart!.ToDateOnlyOrNull();
        var last = time.CustomDateRangeEnd!.ToDateOnlyOrNull();
        if (first is null)
            check.Refused(2009, "Time.CustomDateRangeStart", "There is no such day.", "Correct year, month and day.");
        if (last is null)
            check.Refused(2010, "Time.CustomDateRangeEnd", "There is no such day.", "Correct year, month and day.");
        if (first > last)
            check.Refused(2011, "Time", $"The range ends on {last:O}, before it begins on {first:O}.", "Change the ends round.");
        if (first > check.Today.Latest)
            check.Refused(2041, "Time.CustomDateRangeStart", $"{first:O} is in the future of that time zone.", "Begin today at the latest.");
        else if (last > check.Today.Latest)
            check.Refused(2010, "Time.CustomDateRangeEnd", $"{last:O} is in the future of that time zone.", "End today at the latest.");
        if (ReportGrains.Find(check.Aggregation) is { HasCustom: false } times)
            check.Refused(2007, "Time", $"A range of days does not go with {check.Aggregation}.", $"Take {string.Join(", ", times.Times)}.");
        if (first is null || last is null || first > last)
            return;
        Complete(check, last >= check.Today.Latest);
        Kept(check, new ReportDays(first.Value, last.Value));
    }

    private static void Complete(ReportRequestCheck check, bool hasToday)
    {
        if (hasToday && check.Request.ReturnOnlyCompleteData == true)
            check.Refused(2005, "ReturnOnlyCompleteData", "The time includes today, and data of today is not complete.", "End yesterday, or take what there is.");
    }

    private static void Kept(ReportRequestCheck check, ReportDays days)
    {
        if (ReportKeeping.FirstDay(check.Type, check.Aggregation, check.Request.TimeOrNull!, check.Today.Earliest) is not { } first || days.First >= first)
            return;
        var what = check.Aggregation is "Hourly" or "HourOfDay" ? "hours" : "days";
        check.Misleading(
            null, "Time", $"The service keeps the {what} of the {check.Type.Name} report for {check.Type.KeptFor(check.Aggregation)}, since {first:O}; {days} goes back further.",
            days.Last < first ? "Ask for a later time" + (what == "hours" ? ", or for days." : ".") : "Begin later: SplitByRetention takes what is kept.");
    }
}
