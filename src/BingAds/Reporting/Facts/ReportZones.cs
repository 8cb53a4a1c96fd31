namespace BingAds.Reporting;

/// <summary>The time zones of reports, and which day it is there.</summary>
internal static partial class ReportZones
{
    /// <summary>What the service takes when a request names none.</summary>
    public const string Default = "PacificTimeUSCanadaTijuana";

    private static readonly ReportZone[] s_all = Make();

    public static IReadOnlyList<ReportZone> All => s_all;

    /// <summary>Null for a zone that is newer than this version.</summary>
    public static ReportZone? Find(string name) => Array.Find(s_all, z => z.Name == name);

    /// <summary>The zone that a report's header words like this, with or without the offset; null for none that is known.</summary>
    public static ReportZone? FindByText(string text)
    {
        if (text.StartsWith('(') && text.IndexOf(')', StringComparison.Ordinal) is var close and > 0)
            text = text[(close + 1)..];
        var letters = Letters(text);
        return Array.Find(s_all, z => z.Name == letters || Letters(z.Text) == letters);
    }

    /// <summary>The zone's rules; null on a machine without a database of time zones. One without ICU data knows only the ids of its own system.</summary>
    public static TimeZoneInfo? Rules(ReportZone zone) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(zone.Iana, out var found) || TimeZoneInfo.TryFindSystemTimeZoneById(zone.Windows, out found) ? found : null;

    /// <summary>Which day it is in a zone; the default one for null.</summary>
    public static ReportToday Today(string? zone, DateTimeOffset now) => Today(zone, now, Rules);

    /// <param name="zone">Name of the zone; null for the default one.</param>
    /// <param name="now">The moment.</param>
    /// <param name="find">Finds the rules of a zone.</param>
    internal static ReportToday Today(string? zone, DateTimeOffset now, Func<ReportZone, TimeZoneInfo?> find)
    {
        if (Find(zone ?? Default) is not { } known)
            return new ReportToday(Day(now, -12 * 60), Day(now, 14 * 60)); // It is one of these days wherever the zone lies.
        if (find(known) is { } rules)
            return ReportToday.On(Day(now, (int)rules.GetUtcOffset(now).TotalMinutes));
        return new ReportToday(Day(now, known.OffsetMinutes), Day(now, known.OffsetMinutes + (known.HasSummerTime ? 60 : 0)));
    }

    // Blanks and punctuation are not the same in all files.
    private static string Letters(string text) => string.Concat(text.Where(char.IsAsciiLetter));

    private static DateOnly Day(DateTimeOffset now, int offsetMinutes) => DateOnly.FromDateTime(now.UtcDateTime.AddMinutes(offsetMinutes));
}
