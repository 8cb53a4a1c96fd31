using System.Globalization;
using System.Text;
using BingAds.Files;

namespace BingAds.Reporting;

/// <summary>The values in the lines about a report. What is not in a form that is known is null: the line itself stays readable.</summary>
internal static class HeaderText
{
    private static readonly string[] s_names =
    [
        "Report Name", "Report Time", "Time Zone", "Last Completed Available Day", "Last Completed Available Hour", "Report Aggregation", "Report Filter",
        "Potential Incomplete Data", "Rows",
    ];

    /// <summary>Takes a line apart at its first colon; false if it is none about the report.</summary>
    /// <param name="text">The line without quotes.</param>
    /// <param name="mayBeNew">Whether a name that is not known counts.</param>
    /// <param name="line">The line.</param>
    public static bool TrySplit(ReadOnlySpan<byte> text, bool mayBeNew, out ReportHeaderLine line)
    {
        line = default;
        var colon = text.IndexOf((byte)':');

        // A URL or a time has no blank behind its colon, and no name is that long.
        if (colon is <= 0 or > 100 || (colon + 1 < text.Length && text[colon + 1] != (byte)' '))
        {
            return false;
        }

        var name = Encoding.UTF8.GetString(text[..colon]).Trim();
        if (name.Length == 0 || (!mayBeNew && !IsKnown(name)))
        {
            return false;
        }

        line = new(name, Encoding.UTF8.GetString(text[(colon + 1)..]).Trim());
        return true;
    }

    public static bool IsKnown(string name) => s_names.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Both ends of a time range, or the one day.</summary>
    public static (DateOnly? Start, DateOnly? End) Dates(string? text)
    {
        if (text is null)
        {
            return default;
        }

        var comma = text.IndexOf(',', StringComparison.Ordinal);
        var start = Date(comma < 0 ? text : text[..comma]);
        var end = comma < 0 ? start : Date(text[(comma + 1)..]);
        return start is null || end is null ? default : (start, end);
    }

    /// <summary>A time in GMT, which the file says in brackets behind it.</summary>
    public static DateTimeOffset? Time(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var bracket = text.IndexOf('(', StringComparison.Ordinal);
        if (bracket >= 0 && text.AsSpan(bracket).Trim() is not ("(GMT)" or "(UTC)"))
        {
            return null;
        }

        return Parse(bracket < 0 ? text : text[..bracket]) is { } time ? new DateTimeOffset(time, TimeSpan.Zero) : null;
    }

    public static long? Number(string? text) =>
        text is not null && ReportNumber.TryParse<long>(Encoding.UTF8.GetBytes(text), out var number) && number >= 0 ? number : null;

    /// <summary>The offset that a time zone's wording starts with: (GMT-08:00).</summary>
    public static TimeSpan? Offset(string zone)
    {
        var close = zone.IndexOf(')', StringComparison.Ordinal);
        if (close < 0 || !(zone.StartsWith("(GMT", StringComparison.OrdinalIgnoreCase) || zone.StartsWith("(UTC", StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        var text = zone.AsSpan(4, close - 4).Trim();
        if (text.IsEmpty)
        {
            return TimeSpan.Zero;
        }

        return text[0] is '+' or '-' && TimeSpan.TryParseExact(text[1..], @"h\:mm", CultureInfo.InvariantCulture, out var offset) && offset.TotalHours <= 14
            ? text[0] == '-' ? -offset : offset
            : null;
    }

    private static DateOnly? Date(string text) => Parse(text) is { } time ? DateOnly.FromDateTime(time) : null;

    private static DateTime? Parse(string text) => CellParser.TryDateTime(Encoding.UTF8.GetBytes(text.Trim()), out var time) ? time : null;
}
