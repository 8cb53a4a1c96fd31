using BingAds.Files;
using BingAds.Reporting;

namespace BingAds.Analytics;

/// <summary>Reads days as their number since 1970-01-01.</summary>
internal static class DayText
{
    private static readonly int s_epoch = new DateOnly(1970, 1, 1).DayNumber;

    /// <param name="text">The cell.</param>
    /// <param name="isPeriod">Whether years count too, and a time of the day does not: it would be an hour where days were expected.</param>
    /// <param name="day">Days since 1970-01-01.</param>
    public static bool TryRead(ReadOnlySpan<byte> text, bool isPeriod, out int day)
    {
        if (TryPlain(text, out day))
        {
            return true;
        }

        if (isPeriod)
        {
            if (ReportPeriod.TryParse(text, null, out var period) && period is { Kind: not ReportPeriodKind.Hour, Date: { } start })
            {
                day = Number(start);
                return true;
            }

            return false;
        }

        if (CellParser.TryDateTime(text, out var time))
        {
            day = Number(DateOnly.FromDateTime(time));
            return true;
        }

        return false;
    }

    public static int Number(DateOnly date) => date.DayNumber - s_epoch;

    public static DateOnly Date(int number) => DateOnly.FromDayNumber(number + s_epoch);

    /// <summary>The form of version 2.0 of the format: 2026-03-15.</summary>
    private static bool TryPlain(ReadOnlySpan<byte> text, out int day)
    {
        day = 0;
        if (text.Length != 10 || text[4] != (byte)'-' || text[7] != (byte)'-')
        {
            return false;
        }

        uint bad = 0;
        var year = (Digit(text[0], ref bad) * 1000) + (Digit(text[1], ref bad) * 100) + (Digit(text[2], ref bad) * 10) + Digit(text[3], ref bad);
        var month = (Digit(text[5], ref bad) * 10) + Digit(text[6], ref bad);
        var date = (Digit(text[8], ref bad) * 10) + Digit(text[9], ref bad);
        if (bad > 9 || year < 1 || month is < 1 or > 12 || date < 1 || (date > 28 && date > DateTime.DaysInMonth(year, month)))
        {
            return false;
        }

        day = Number(new DateOnly(year, month, date));
        return true;
    }

    private static int Digit(byte letter, ref uint bad)
    {
        var digit = (uint)(letter - '0');
        bad = Math.Max(bad, digit);
        return (int)digit;
    }
}
