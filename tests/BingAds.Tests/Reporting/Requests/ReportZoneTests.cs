using BingAds.Reporting;
using BingAds.V13.Reporting;

namespace BingAds.Tests.ReportRequests;

public class ReportZoneTests
{
    [Fact]
    public void Every_zone_of_the_contract_is_known() =>
        Assert.Equal(ReportTimeZone.s_table.Names.Order(StringComparer.Ordinal), ReportZones.All.Select(static z => z.Name).Order(StringComparer.Ordinal));

    // On a machine that has rules, they are there for each zone, and say what is written here for those who have none.
    [Fact]
    public void Every_zone_has_the_offset_of_its_rules()
    {
        var january = new DateTime(2026, 1, 15, 12, 0, 0, DateTimeKind.Utc);
        var july = new DateTime(2026, 7, 15, 12, 0, 0, DateTimeKind.Utc);
        foreach (var zone in ReportZones.All)
        {
            var rules = ReportZones.Rules(zone);
            Assert.True(rules is not null, zone.Iana);
            var offsets = new[] { rules.GetUtcOffset(january).TotalMinutes, rules.GetUtcOffset(july).TotalMinutes };
            Assert.True(offsets.Min() == zone.OffsetMinutes, $"{zone.Name}: {offsets.Min()}");
            Assert.True(offsets.Max() == zone.OffsetMinutes + (zone.HasSummerTime ? 60 : 0), $"{zone.Name}: {offsets.Max()}");
        }
    }

    // Two names of one zone: a machine that knows only one of them has the same days.
    [Fact]
    public void Every_zone_has_the_same_days_on_Windows()
    {
        // Chihuahua left this zone of Windows in 2022, and ICU data from before still have it there.
        var isOld = TimeZoneInfo.TryConvertWindowsIdToIanaId("Mountain Standard Time (Mexico)", out var mexico) && mexico == "America/Chihuahua";
        var days = Enumerable.Range(0, 36).Select(static m => new DateTime(2023, 12, 15, 12, 0, 0, DateTimeKind.Utc).AddMonths(m)).ToList();
        foreach (var zone in ReportZones.All.Where(z => !(isOld && z.Name == "ChihuahuaLaPazMazatlan")))
        {
            Assert.True(TimeZoneInfo.TryFindSystemTimeZoneById(zone.Windows, out var windows), zone.Windows);
            Assert.All(days, d => Assert.True(ReportZones.Rules(zone)!.GetUtcOffset(d) == windows.GetUtcOffset(d), $"{zone.Name}, {d:d}"));
        }
    }

    [Fact]
    public void Every_zone_is_found_by_the_text_of_a_header() =>
        Assert.All(ReportZones.All, static z => Assert.Equal(z.Name, ReportTimeZones.FromText(z.HeaderText)?.ToString()));

    [Fact]
    public void Today_may_be_two_days_without_rules()
    {
        var now = new DateTimeOffset(2026, 7, 1, 7, 30, 0, TimeSpan.Zero); // 23:30 or 0:30 on the coast of the Pacific

        var today = ReportZones.Today("PacificTimeUSCanadaTijuana", now, static _ => null);

        Assert.Equal(new ReportToday(new DateOnly(2026, 6, 30), new DateOnly(2026, 7, 1)), today);
        Assert.Equal(ReportToday.On(new DateOnly(2026, 7, 1)), ReportZones.Today("PacificTimeUSCanadaTijuana", now));
        Assert.Equal(ReportToday.On(new DateOnly(2026, 7, 1)), ReportZones.Today("Seoul", now, static _ => null));
    }

    [Fact]
    public void Today_in_a_zone_that_is_newer_is_anywhere_on_earth() => Assert.Equal(
        new ReportToday(new DateOnly(2026, 6, 30), new DateOnly(2026, 7, 1)),
        ReportZones.Today("Atlantis", new DateTimeOffset(2026, 7, 1, 7, 30, 0, TimeSpan.Zero)));

    [Fact]
    public void Zone_has_the_text_of_a_header() => Assert.Equal(
        "(GMT-08:00) Pacific Time (US & Canada); Tijuana", ReportZones.Find("PacificTimeUSCanadaTijuana")!.HeaderText);
}
