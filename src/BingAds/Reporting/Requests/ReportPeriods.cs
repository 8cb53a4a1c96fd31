namespace BingAds.Reporting;

/// <summary>Which days the predefined times are.</summary>
internal static class ReportPeriods
{
    /// <summary>Null for a time that is newer than this version. "Last" never includes today; weeks begin on Sunday but for those that say otherwise.</summary>
    public static ReportDays? Find(string period, DateOnly today)
    {
        var month = new DateOnly(today.Year, today.Month, 1);
        var year = new DateOnly(today.Year, 1, 1);
        var sunday = today.AddDays(-(int)today.DayOfWeek);
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        return period switch
        {
            "Today" => new(today, today),
            "Yesterday" => Before(today, 1),
            "LastSevenDays" => Before(today, 7),
            "Last14Days" => Before(today, 14),
            "Last30Days" => Before(today, 30),
            "ThisWeek" => new(sunday, today),
            "LastWeek" => Before(sunday, 7),
            "LastFourWeeks" => Before(sunday, 28),
            "ThisWeekStartingMonday" => new(monday, today),
            "LastWeekStartingMonday" => Before(monday, 7),
            "LastFourWeeksStartingMonday" => Before(monday, 28),
            "ThisMonth" => new(month, today),
            "LastMonth" => new(month.AddMonths(-1), month.AddDays(-1)),
            "LastThreeMonths" => new(month.AddMonths(-3), month.AddDays(-1)),
            "LastSixMonths" => new(month.AddMonths(-6), month.AddDays(-1)),
            "ThisYear" => new(year, today),
            "LastYear" => new(year.AddYears(-1), year.AddDays(-1)),
            _ => null,
        };
    }

    /// <summary>Whether it is made of the whole months before this one.</summary>
    public static bool IsOfMonths(string period) => period is "LastMonth" or "LastThreeMonths" or "LastSixMonths";

    private static ReportDays Before(DateOnly end, int days) => new(end.AddDays(-days), end.AddDays(-1));
}
