namespace BingAds.Reporting;

/// <summary>Columns: there are some, each once, those that are needed, none that go neither with each other nor with the aggregation.</summary>
internal static class ReportColumnRules
{
    private const string Member = "Columns";

    public static void Apply(ReportRequestCheck check)
    {
        if (check.Columns.Count == 0)
        {
            check.Refused(2014, Member, "No columns are asked for.", "Name at least one attribute and one statistic.");
            return;
        }

        Duplicates(check);
        Required(check);
        Roles(check);
        TimePeriod(check);
        Clashes(check);
        Grains(check);
    }

    private static void Duplicates(ReportRequestCheck check)
    {
        var twice = check.Columns.GroupBy(static c => c, StringComparer.Ordinal).Where(static g => g.Count() > 1).Select(static g => g.Key).ToList();
        if (twice.Count > 0)
            check.Refused(2016, Member, $"Asked for more than once: {ReportRequestCheck.List(twice)}.", "Name each column once.");
    }

    // TimePeriod is in the list of nearly every report, yet a summary must not have it.
    private static void Required(ReportRequestCheck check)
    {
        var missing = check.Type.Required.Where(c => !check.Has(c) && (c != "TimePeriod" || check.Aggregation != "Summary")).ToList();
        if (missing.Count > 0)
            check.Refused(2015, Member, $"The {check.Type.Name} report needs {ReportRequestCheck.List(missing)}.", "Add what is missing.");
    }

    private static void Roles(ReportRequestCheck check)
    {
        var known = check.Columns.Select(ReportColumnTable.Find).ToList();
        if (known.Contains(null) || !check.Type.NeedsStatistic)
            return; // A column that is newer than this version may be either.

        if (!known.Exists(static c => c!.MayBeOrdinaryStatistic))
            check.Refused(2017, Member, "There is no statistic among the columns; a share of impressions does not count as one.", "Add one, for example Impressions, where the report has it.");
        if (!known.Exists(c => c!.MayBeAttribute && !(check.Type.NeedsAnyAttribute && c.Kind == ReportValueKind.TimePeriod)))
            check.Refused(2017, Member, "There is no attribute among the columns.", "Add one, for example AccountId.");
    }

    private static void TimePeriod(ReportRequestCheck check)
    {
        if (check.Aggregation == "Summary" && check.Has("TimePeriod"))
        {
            check.Refused(2034, Member, "A summary has no TimePeriod.", "Leave the column out, or ask for another aggregation.");
        }
        else if (check.Aggregation is not ("Summary" or "") && !check.Has("TimePeriod") && check.Type.HasColumn("TimePeriod")
            && !check.Type.Required.Contains("TimePeriod", StringComparer.Ordinal))
        {
            check.Misleading(null, Member, $"Without TimePeriod the service makes a summary of what was asked for as {check.Aggregation}.", "Add the column, or ask for a summary.");
        }
    }

    private static void Clashes(ReportRequestCheck check)
    {
        foreach (var clash in check.Type.Clashes)
        {
            var one = clash.One.Where(check.Has).ToList();
            var other = clash.Other.Where(check.Has).ToList();
            if (one.Count > 0 && other.Count > 0)
            {
                check.Refused(
                    null, Member, $"Columns that exclude each other: {ReportRequestCheck.List(one)} and {ReportRequestCheck.List(other)}.",
                    "Leave one of the groups out, or ask for two reports.");
            }
        }

        var refused = check.Type.Refused.Where(check.Has).ToList();
        if (refused.Count > 0)
            check.Refused(null, Member, $"The {check.Type.Name} report does not take {ReportRequestCheck.List(refused)}.", "Leave it out.");
    }

    private static void Grains(ReportRequestCheck check)
    {
        if (check.Aggregation.Length == 0)
            return;
        foreach (var grain in ReportGrains.All.Where(g => !g.Aggregations.Contains(check.Aggregation, StringComparer.Ordinal) && ReportGrains.Find(check.Aggregation) is not null))
        {
            var columns = grain.Columns.Where(check.Has).ToList();
            if (columns.Count > 0)
            {
                check.Refused(
                    grain.Code, Member, $"Not offered for {check.Aggregation}: {ReportRequestCheck.List(columns)}.",
                    $"Leave out what is named, or ask for {string.Join(" or ", grain.Aggregations)}.");
            }
        }

        if (check.Aggregation is not ("Hourly" or "HourOfDay"))
            return;
        var empty = check.Columns.Where(static c => ReportColumnTable.Find(c)?.Has(ReportColumnTraits.NoHours) == true).ToList();
        if (empty.Count > 0)
            check.Misleading(null, Member, $"Without meaning by hour: {ReportRequestCheck.List(empty)}.", "Leave out what is named, or ask for days.");
        var shares = check.Columns.Where(static c => ReportColumnTable.Find(c) is { } f && f.Has(ReportColumnTraits.Share) && !f.Has(ReportColumnTraits.NoHours)).ToList();
        if (shares.Count > 0)
            check.Misleading(2053, Member, $"Shares that are not documented by hour: {ReportRequestCheck.List(shares)}.", "Leave out what is named, or ask for days.");
    }
}
