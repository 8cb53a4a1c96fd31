namespace BingAds.Reporting;

/// <summary>How far back data is kept: months or days.</summary>
internal sealed record ReportWindow
{
    private ReportWindow(int months, int days)
    {
        Months = months;
        Days = days;
    }

    public int Months { get; }

    public int Days { get; }

    public static ReportWindow OfMonths(int months) => new(months, 0);

    public static ReportWindow OfDays(int days) => new(0, days);

    /// <summary>The first day that is kept.</summary>
    public DateOnly FirstDay(DateOnly today) => today.AddMonths(-Months).AddDays(-Days);

    public override string ToString() => Months == 0 ? $"{Days} days" : Months == 1 ? "1 month" : $"{Months} months";
}
