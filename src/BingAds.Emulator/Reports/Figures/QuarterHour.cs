namespace BingAds.Emulator.Reports.Figures;

/// <summary>Time counted in quarter-hours of UTC.</summary>
internal static class QuarterHour
{
    private const long Ticks = TimeSpan.TicksPerMinute * 15;

    /// <summary>The quarters that are over at a time.</summary>
    public static long Of(DateTime utc) => utc.Ticks / Ticks;

    public static DateTime Start(long quarter) => new(quarter * Ticks, DateTimeKind.Utc);
}
