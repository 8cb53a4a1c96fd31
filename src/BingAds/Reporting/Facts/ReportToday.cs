namespace BingAds.Reporting;

/// <summary>Today in a time zone: two days where it cannot be told which, so that a rule refuses nothing that may be right.</summary>
internal readonly record struct ReportToday(DateOnly Earliest, DateOnly Latest)
{
    public static ReportToday On(DateOnly day) => new(day, day);
}
