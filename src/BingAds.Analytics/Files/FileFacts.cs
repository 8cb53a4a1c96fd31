using System.Globalization;
using BingAds.Reporting;

namespace BingAds.Analytics;

/// <summary>What a report tells about itself, as metadata of what is written. What is not told is left out.</summary>
internal static class FileFacts
{
    public static Dictionary<string, string> Of(string? report, ReportHeader header, BingAds.V13.Reporting.ReportAggregation? aggregation)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal);
        Add("report", report);
        Add("report_name", header.ReportName);
        Add("time_zone", header.TimeZone?.ToString());
        Add("time_zone_text", header.TimeZoneText);
        Add("first_day", header.StartDate?.ToString("yyyy'-'MM'-'dd", CultureInfo.InvariantCulture));
        Add("last_day", header.EndDate?.ToString("yyyy'-'MM'-'dd", CultureInfo.InvariantCulture));
        Add("aggregation", aggregation?.ToString());
        Add("last_completed_day", header.LastCompletedDay?.ToString("yyyy'-'MM'-'dd'T'HH':'mm':'sszzz", CultureInfo.InvariantCulture));
        Add("last_completed_hour", header.LastCompletedHour?.ToString("yyyy'-'MM'-'dd'T'HH':'mm':'sszzz", CultureInfo.InvariantCulture));
        Add("potentially_incomplete", header.IsPotentiallyIncomplete switch { true => "true", false => "false", _ => null });
        return facts;

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                facts.Add("bingads." + name, value);
            }
        }
    }
}
