using System.Globalization;
using System.Text;

namespace BingAds.Bulk;

/// <summary>Dates of bulk files: always in English forms, never shifted, without a zone.</summary>
internal static class BulkDateTime
{
    private const int Longest = 64;

    public static DateTime Parse(ReadOnlySpan<byte> text) =>
        TryParse(text, out var value) ? value : throw new FormatException("A date was expected.");

    public static bool TryParse(ReadOnlySpan<byte> text, out DateTime value)
    {
        if (TryParseUsual(text, out value) || TryParseDate(text, out value))
        {
            return true;
        }

        if (text.Length > Longest)
        {
            return false;
        }

        // Some writers put a narrow no-break space before AM and PM.
        var plain = Encoding.UTF8.GetString(text).Replace('\u202F', ' ').Replace('\u00A0', ' ').Trim();
        if (DateTime.TryParseExact(plain, BulkDateTimeFormats.All, CultureInfo.InvariantCulture, DateTimeStyles.None, out value))
        {
            return true;
        }

        // The clock's reading counts, whatever the zone.
        var isRead = DateTimeOffset.TryParse(plain, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment);
        value = isRead ? DateTime.SpecifyKind(moment.DateTime, DateTimeKind.Unspecified) : default;
        return isRead;
    }

    // M/d/yyyy h:mm:ss AM, which is what the service writes, without making a string.
    private static bool TryParseUsual(ReadOnlySpan<byte> text, out DateTime value)
    {
        value = default;
        var at = 0;
        if (!Number(text, ref at, '/', out var month) || !Number(text, ref at, '/', out var day) || !Number(text, ref at, ' ', out var year)
            || !Number(text, ref at, ':', out var hour) || !Number(text, ref at, ':', out var minute) || !Number(text, ref at, ' ', out var second)
            || text.Length != at + 2 || (text[at + 1] | 0x20) != 'm' || year < 1000)
        {
            return false;
        }

        var isAfternoon = (text[at] | 0x20) == 'p';
        if ((!isAfternoon && (text[at] | 0x20) != 'a') || hour is < 1 or > 12 || minute > 59 || second > 59 || month is < 1 or > 12
            || year > 9999 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        value = new DateTime(year, month, day, (hour % 12) + (isAfternoon ? 12 : 0), minute, second);
        return true;
    }

    private static bool Number(ReadOnlySpan<byte> text, ref int at, char end, out int number)
    {
        number = 0;
        var start = at;
        while (at < text.Length && at - start < 5 && text[at] is >= (byte)'0' and <= (byte)'9')
        {
            number = (number * 10) + text[at++] - '0';
        }

        return at > start && at < text.Length && text[at++] == end;
    }

    // M/d/yyyy, which is what dates of ad groups and extensions are.
    private static bool TryParseDate(ReadOnlySpan<byte> text, out DateTime value)
    {
        value = default;
        var at = 0;
        if (text.Length is < 8 or > 10 || !Number(text, ref at, '/', out var month) || !Number(text, ref at, '/', out var day) || text.Length - at != 4)
        {
            return false;
        }

        var year = 0;
        foreach (var b in text[at..])
        {
            if (b is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            year = (year * 10) + b - '0';
        }

        if (month is < 1 or > 12 || year < 1000 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        value = new DateTime(year, month, day);
        return true;
    }
}
