using BingAds.V13.Reporting;

namespace BingAds.Reporting;

/// <summary>What the time zones that reports can be asked for are elsewhere.</summary>
public static class ReportTimeZones
{
    /// <summary>
    /// The rules of a time zone; null if this machine has no data about it or the zone is not known to this version. Where the service names cities of several zones, the
    /// rules are those of one of them.
    /// </summary>
    public static TimeZoneInfo? Find(ReportTimeZone zone) => ReportZones.Find(zone.ToString()) is { } known ? ReportZones.Rules(known) : null;

    /// <summary>The time zone that report files word like this: <c>(GMT-08:00) Pacific Time (US &amp; Canada); Tijuana</c>. Null for none that is known.</summary>
    public static ReportTimeZone? FromText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return ReportZones.FindByText(text) is { } zone ? new ReportTimeZone(zone.Name) : default(ReportTimeZone?);
    }
}
