using System.Text;

namespace BingAds.Files;

/// <summary>
/// Reads dates by their shape rather than from a list of patterns. Month/day/year, year/month/day, year-month-day, day-month name-year and
/// month name day, year; two or four digits of year; then a blank or T, hours, minutes, seconds and fractions, AM or PM. A zone at the end (Z, GMT,
/// +00:00) is passed over: files hold times as they stand.
/// </summary>
internal ref struct DateParser
{
    private ReadOnlySpan<byte> _rest;

    private DateParser(ReadOnlySpan<byte> text) => _rest = text;

    public static bool TryParse(ReadOnlySpan<byte> text, out DateTime value)
    {
        var parser = new DateParser(text);
        if (parser.Date(out var year, out var month, out var day) && parser.Time(out var time))
        {
            value = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified).Add(time);
            return true;
        }

        value = default;
        return false;
    }

    private bool Date(out int year, out int month, out int day)
    {
        year = month = day = 0;
        Blanks();
        if (Month(out month))
        {
            Blanks();
            if (!Number(2, out day, out _))
                return false;
            _ = Take((byte)',');
            Blanks();
            return Number(4, out year, out var digits) && Check(ref year, digits, month, day);
        }

        if (!Number(4, out var first, out var firstDigits))
            return false;
        if (Take((byte)'/'))
            return Slashes(first, firstDigits, out year, out month, out day);
        if (firstDigits == 4)
        {
            year = first;
            return Take((byte)'-') && Number(2, out month, out _) && Take((byte)'-') && Number(2, out day, out _) && Check(ref year, 4, month, day);
        }

        day = first;
        var dashed = Take((byte)'-');
        Blanks();
        if (!Month(out month) || (dashed && !Take((byte)'-')))
            return false;
        Blanks();
        return Number(4, out year, out var yearDigits) && Check(ref year, yearDigits, month, day);
    }

    /// <summary>Three numbers: month first, unless the first is a year of four digits or the month-first reading is no date.</summary>
    private bool Slashes(int first, int firstDigits, out int year, out int month, out int day)
    {
        (year, month, day) = (0, 0, 0);
        if (!Number(2, out var second, out _) || !Take((byte)'/') || !Number(4, out var third, out var thirdDigits))
            return false;
        if (firstDigits <= 2)
        {
            (year, month, day) = (third, first, second);
            if (Check(ref year, thirdDigits, month, day))
                return true;
        }

        if (firstDigits == 3 || thirdDigits > 2)
            return false;
        (year, month, day) = (first, second, third);
        return Check(ref year, firstDigits, month, day);
    }

    private static bool Check(ref int year, int digits, int month, int day)
    {
        if (digits == 2)
            year += year < 50 ? 2000 : 1900;
        else if (digits != 4)
            return false;
        return year > 0 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
    }

    private bool Time(out TimeSpan time)
    {
        time = default;
        var separated = Take((byte)'T') || Blanks();
        if (_rest.Length == 0)
            return true;
        if (!separated || !Number(2, out var hour, out _) || !Take((byte)':') || !Number(2, out var minute, out _))
            return false;
        int second = 0, ticks = 0;
        if (Take((byte)':') && !Number(2, out second, out _))
            return false;
        if (Take((byte)'.') && !Fraction(out ticks))
            return false;
        Blanks();
        if (!Noon(ref hour) || !Zone() || hour > 23 || minute > 59 || second > 59)
            return false;
        time = new TimeSpan(0, hour, minute, second) + new TimeSpan(ticks);
        return true;
    }

    private bool Noon(ref int hour)
    {
        var isMorning = TakeWord("AM"u8);
        if (!isMorning && !TakeWord("PM"u8))
            return true;
        Blanks();

        // "17:06 PM" is met; "17:06 AM" means nothing.
        if (hour > 12)
            return !isMorning;
        if (hour == 12)
            hour = isMorning ? 0 : 12;
        else if (!isMorning)
            hour += 12;
        return true;
    }

    private bool Zone()
    {
        if (_rest.Length > 0 && _rest[0] is (byte)'+' or (byte)'-')
        {
            _rest = _rest[1..];
            return Number(2, out var hours, out var digits) && digits == 2 && hours <= 14 && (!Take((byte)':') || Number(2, out _, out _)) && _rest.Length == 0;
        }

        return _rest.Length == 0 || ((TakeWord("Z"u8) || TakeWord("GMT"u8) || TakeWord("UTC"u8)) && _rest.Length == 0);
    }

    private bool Fraction(out int ticks)
    {
        ticks = 0;
        var scale = 1_000_000;
        var any = false;
        while (_rest.Length > 0 && _rest[0] is >= (byte)'0' and <= (byte)'9')
        {
            ticks += (_rest[0] - '0') * scale;
            scale /= 10;
            any = true;
            _rest = _rest[1..];
        }

        return any;
    }

    private bool Number(int maxDigits, out int value, out int digits)
    {
        value = digits = 0;
        while (digits < _rest.Length && _rest[digits] is >= (byte)'0' and <= (byte)'9')
        {
            if (digits == maxDigits)
                return false;
            value = (value * 10) + _rest[digits++] - '0';
        }

        _rest = _rest[digits..];
        return digits > 0;
    }

    private bool Month(out int month)
    {
        ReadOnlySpan<byte> names = "January  February March    April    May      June     July     August   SeptemberOctober  November December "u8;
        month = 0;
        var letters = 0;
        while (letters < _rest.Length && _rest[letters] is (>= (byte)'a' and <= (byte)'z') or (>= (byte)'A' and <= (byte)'Z'))
            letters++;
        for (var i = 0; i < 12 && letters >= 3; i++)
        {
            var name = names.Slice(i * 9, 9).TrimEnd((byte)' ');
            if (letters <= name.Length && (letters == 3 || letters == name.Length) && Ascii.EqualsIgnoreCase(_rest[..letters], name[..letters]))
            {
                month = i + 1;
                _rest = _rest[letters..];
                return true;
            }
        }

        return false;
    }

    private bool Take(byte wanted)
    {
        if (_rest.Length == 0 || _rest[0] != wanted)
            return false;
        _rest = _rest[1..];
        return true;
    }

    private bool TakeWord(ReadOnlySpan<byte> word)
    {
        if (_rest.Length < word.Length || !Ascii.EqualsIgnoreCase(_rest[..word.Length], word))
            return false;
        _rest = _rest[word.Length..];
        return true;
    }

    /// <summary>Any blanks, also the narrow no-break one (U+202F) that newer culture data puts before AM and PM.</summary>
    private bool Blanks()
    {
        var trimmed = CellText.Trim(_rest, out var fromStart);
        _rest = _rest.Length > trimmed.Length ? trimmed : _rest;
        return fromStart > 0;
    }
}
