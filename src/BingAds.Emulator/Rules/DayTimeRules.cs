using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Rules;

/// <summary>Times of day in quarters of an hour, as targets and schedules have them.</summary>
internal static class DayTimeRules
{
    /// <summary>Minutes since midnight; null when it is no time of day. A day ends at hour 24.</summary>
    public static int? Minutes(int? hour, Minute? minute)
    {
        var quarter = minute?.Known switch
        {
            Minute.KnownValue.Zero => 0,
            Minute.KnownValue.Fifteen => 15,
            Minute.KnownValue.Thirty => 30,
            Minute.KnownValue.FortyFive => 45,
            _ => -1,
        };
        return quarter >= 0 && hour is >= 0 and <= 24 && (hour < 24 || quarter == 0) ? (hour.Value * 60) + quarter : null;
    }

    /// <summary>Whether two ranges of one day have a minute in common.</summary>
    public static bool Overlap(IEnumerable<(string Day, int From, int To)> ranges)
    {
        var last = (Day: "", To: 0);
        foreach (var (day, from, to) in ranges.OrderBy(static r => r.Day, StringComparer.Ordinal).ThenBy(static r => r.From))
        {
            if (day == last.Day && from < last.To)
                return true;
            last = (day, to);
        }

        return false;
    }
}
