namespace BingAds.Reporting;

/// <summary>One of the service's time zones.</summary>
/// <param name="Name">As in a request.</param>
/// <param name="Iana">The zone of the public database that has the same days.</param>
/// <param name="Windows">The same for Windows.</param>
/// <param name="OffsetMinutes">Minutes ahead of UTC, without summer time.</param>
/// <param name="HasSummerTime">Whether clocks are an hour ahead for a part of the year.</param>
/// <param name="Text">As a report's header words it, without the offset.</param>
internal sealed record ReportZone(string Name, string Iana, string Windows, int OffsetMinutes, bool HasSummerTime, string Text)
{
    /// <summary>As a report's header names it: <c>(GMT-08:00) Pacific Time (US &amp; Canada); Tijuana</c>.</summary>
    public string HeaderText => $"(GMT{(OffsetMinutes < 0 ? '-' : '+')}{TimeSpan.FromMinutes(Math.Abs(OffsetMinutes)):hh\\:mm}) {Text}";
}
