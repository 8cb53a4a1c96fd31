using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Rules;

/// <summary>Days and times as requests give them.</summary>
internal static class TimeRules
{
    /// <summary>A time without a zone is taken as universal time.</summary>
    public static DateTime Utc(DateTime time) => time.Kind == DateTimeKind.Local ? time.ToUniversalTime() : DateTime.SpecifyKind(time, DateTimeKind.Utc);

    /// <summary>The day, or null when the calendar has none like it.</summary>
    public static DateOnly? AsDay(Date? date)
        => date is { Year: >= 1 and <= 9999, Month: >= 1 and <= 12, Day: >= 1 } && date.Day <= DateTime.DaysInMonth(date.Year.Value, date.Month.Value)
            ? new DateOnly(date.Year.Value, date.Month.Value, date.Day.Value)
            : null;
}
