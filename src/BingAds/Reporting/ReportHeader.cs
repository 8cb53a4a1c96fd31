using BingAds.Files;
using BingAds.V13.Reporting;

namespace BingAds.Reporting;

/// <summary>What a report file tells about itself, before its rows. All of it may be missing: <c>ExcludeReportHeader</c> leaves it out.</summary>
public sealed class ReportHeader
{
    internal ReportHeader(IReadOnlyList<ReportHeaderLine> lines)
    {
        Lines = lines;
        (StartDate, EndDate) = HeaderText.Dates(this["Report Time"]);
        LastCompletedDay = HeaderText.Time(this["Last Completed Available Day"]);
        LastCompletedHour = HeaderText.Time(this["Last Completed Available Hour"]);
        RowCount = HeaderText.Number(this["Rows"]);
        if (TimeZoneText is { Length: > 0 } zone)
        {
            TimeZone = ReportTimeZones.FromText(zone);
            StandardOffset = HeaderText.Offset(zone);
        }

        Aggregation = this["Report Aggregation"] is { Length: > 0 } aggregation ? new ReportAggregation(aggregation) : default(ReportAggregation?);
        IsPotentiallyIncomplete = bool.TryParse(this["Potential Incomplete Data"], out var incomplete) ? incomplete : null;
    }

    /// <summary>All lines in the order of the file, those too that this version does not know.</summary>
    public IReadOnlyList<ReportHeaderLine> Lines { get; }

    /// <summary>Name of the report; null if it is not told.</summary>
    public string? ReportName => this["Report Name"];

    /// <summary>First day of the report; null if it is not told in a form that is known.</summary>
    public DateOnly? StartDate { get; }

    /// <summary>Last day of the report, itself included; the first for a report of one day.</summary>
    public DateOnly? EndDate { get; }

    /// <summary>Time zone of the report; null if it is not told or not one of those that reports can be asked for.</summary>
    public ReportTimeZone? TimeZone { get; }

    /// <summary>Time zone as the file words it, such as <c>(GMT-08:00) Pacific Time (US &amp; Canada); Tijuana</c>.</summary>
    public string? TimeZoneText => this["Time Zone"];

    /// <summary>Offset of the time zone from UTC when no daylight saving is on, as the file tells it.</summary>
    public TimeSpan? StandardOffset { get; }

    /// <summary>Until when days are complete.</summary>
    public DateTimeOffset? LastCompletedDay { get; }

    /// <summary>Until when hours are complete.</summary>
    public DateTimeOffset? LastCompletedHour { get; }

    /// <summary>What one row stands for in time; null if it is not told.</summary>
    public ReportAggregation? Aggregation { get; }

    /// <summary>The filter as the file words it; empty for none, null if it is not told.</summary>
    public string? Filter => this["Report Filter"];

    /// <summary>Whether data of the time range may still change; null if it is not told.</summary>
    public bool? IsPotentiallyIncomplete { get; }

    /// <summary>Number of rows. The reader compares it. Null if it is not told, as in XML.</summary>
    public long? RowCount { get; }

    /// <summary>The value of a line by its name, in any case; the first one of several. Null if there is none.</summary>
    public string? this[string name]
    {
        get
        {
            foreach (var line in Lines)
            {
                if (line.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                {
                    return line.Value;
                }
            }

            return null;
        }
    }

    /// <summary>Rules of the time zone; null if the file tells none that is known, or this machine has no data about it.</summary>
    public TimeZoneInfo? FindTimeZoneInfo() => TimeZone is { } zone ? ReportTimeZones.Find(zone) : null;
}
