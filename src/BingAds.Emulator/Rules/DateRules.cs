using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Rules;

/// <summary>Dates as Campaign Management has them: three numbers that need not be a day of the calendar.</summary>
internal static class DateRules
{
    /// <summary>The day; null when there is none such.</summary>
    public static DateOnly? AsDay(Date? date)
        => date is { Year: >= 1 and <= 9999, Month: >= 1 and <= 12, Day: >= 1 } && date.Day <= DateTime.DaysInMonth(date.Year.Value, date.Month.Value)
            ? new DateOnly(date.Year.Value, date.Month.Value, date.Day.Value)
            : null;
}
