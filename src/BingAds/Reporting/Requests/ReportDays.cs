namespace BingAds.Reporting;

/// <summary>A range of days, both ends in it.</summary>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day.</param>
public readonly record struct ReportDays(DateOnly First, DateOnly Last)
{
    /// <summary>How many days they are; 0 or less if the ends are the wrong way round.</summary>
    public int Count => Last.DayNumber - First.DayNumber + 1;

    /// <summary>For example <c>2026-03-01 to 2026-03-31</c>.</summary>
    public override string ToString() => First == Last ? $"{First:O}" : $"{First:O} to {Last:O}";
}
