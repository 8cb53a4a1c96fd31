using System.Buffers.Text;

namespace BingAds.Contract;

/// <summary>Dates as both formats write them: <c>2026-11-24T10:00:00.5Z</c>, with the shortest fraction and the zone by <see cref="DateTime.Kind"/>.</summary>
internal static class DateTimeText
{
    public const int MaxLength = 33;

    /// <summary>Writes a date and gives its length.</summary>
    public static int Format(DateTime value, Span<byte> buffer)
    {
        // "O" is yyyy-MM-ddTHH:mm:ss.fffffff, then Z, an offset, or nothing: exactly the kind's form, with a full fraction.
        Utf8Formatter.TryFormat(value, buffer, out var length, 'O');
        const int dot = 19;
        var zone = dot + 8;
        var end = zone;
        while (buffer[end - 1] == (byte)'0')
        {
            end--;
        }

        if (end - 1 == dot)
        {
            end = dot;
        }

        buffer[zone..length].CopyTo(buffer[end..]);
        return length - (zone - end);
    }

    /// <summary>
    /// Reads a date: <c>Z</c> gives UTC, no zone gives an unspecified kind and no shift, an offset gives UTC. A date alone is midnight.
    /// Digits past the seventh of a fraction are dropped.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out DateTime value)
    {
        value = default;
        if (text.Length < 10 || text[4] != '-' || text[7] != '-'
            || !Number(text[..4], out var year) || !Number(text[5..7], out var month) || !Number(text[8..10], out var day))
        {
            return false;
        }

        var ticks = 0L;
        var rest = text[10..];
        if (rest.Length > 0 && !TryParseTime(ref rest, out ticks))
        {
            return false;
        }

        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || !TryParseZone(rest, out var offset))
        {
            return false;
        }

        var total = new DateTime(year, month, day).Ticks + ticks - (offset ?? TimeSpan.Zero).Ticks;
        if (total < DateTime.MinValue.Ticks || total > DateTime.MaxValue.Ticks)
        {
            return false;
        }

        value = new DateTime(total, offset is null ? DateTimeKind.Unspecified : DateTimeKind.Utc);
        return true;
    }

    private static bool TryParseTime(ref ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        if (text.Length < 6 || text[0] is not ((byte)'T' or (byte)'t' or (byte)' ') || text[3] != ':'
            || !Number(text[1..3], out var hour) || !Number(text[4..6], out var minute) || hour > 23 || minute > 59)
        {
            return false;
        }

        var second = 0;
        text = text[6..];
        if (text.Length >= 3 && text[0] == ':')
        {
            if (!Number(text[1..3], out second) || second > 59)
            {
                return false;
            }

            text = text[3..];
        }

        ticks = ((((hour * 60L) + minute) * 60) + second) * TimeSpan.TicksPerSecond;
        if (text.Length > 1 && text[0] == '.')
        {
            var unit = TimeSpan.TicksPerSecond;
            var i = 1;
            for (; i < text.Length && text[i] is >= (byte)'0' and <= (byte)'9'; i++)
            {
                unit /= 10;
                ticks += (text[i] - '0') * unit;
            }

            text = text[i..];
        }

        return true;
    }

    private static bool TryParseZone(ReadOnlySpan<byte> text, out TimeSpan? offset)
    {
        offset = null;
        if (text.IsEmpty)
        {
            return true;
        }

        if (text.Length == 1 && text[0] is (byte)'Z' or (byte)'z')
        {
            offset = TimeSpan.Zero;
            return true;
        }

        var colon = text.Length == 6 && text[3] == ':';
        if (text[0] is not ((byte)'+' or (byte)'-') || !(colon || text.Length == 5)
            || !Number(text[1..3], out var hours) || !Number(text[^2..], out var minutes) || hours > 14 || minutes > 59)
        {
            return false;
        }

        var size = new TimeSpan(hours, minutes, 0);
        offset = text[0] == '-' ? -size : size;
        return true;
    }

    private static bool Number(ReadOnlySpan<byte> digits, out int value)
    {
        value = 0;
        foreach (var b in digits)
        {
            if (b is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            value = (value * 10) + (b - '0');
        }

        return true;
    }
}
