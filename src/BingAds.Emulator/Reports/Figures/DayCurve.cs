namespace BingAds.Emulator.Reports.Figures;

/// <summary>How the impressions of a UTC day come in, quarter-hour by quarter-hour. Quarters are the largest steps that every time zone keeps.</summary>
internal static class DayCurve
{
    public const int Quarters = 96;

    // Phones are used in the evening, computers at work; weights of the hours of the day in UTC.
    private static readonly int[] s_desk = Sum([3, 2, 2, 2, 2, 3, 4, 6, 9, 10, 10, 10, 9, 10, 11, 11, 12, 11, 10, 9, 8, 7, 6, 4]);
    private static readonly int[] s_hand = Sum([6, 4, 3, 2, 2, 2, 4, 6, 7, 7, 7, 8, 8, 8, 8, 8, 9, 10, 11, 12, 13, 13, 12, 9]);

    /// <summary>Impressions up to a quarter of the day.</summary>
    public static long UpTo(in Slice slice, long total, int quarter)
    {
        if (quarter >= Quarters)
            return total;
        var curve = SliceTraits.Device(slice) == 0 ? s_desk : s_hand;
        // A part of a step is carried from the start of the day, or the few impressions of small slices would all come at its end.
        return ((total * curve[quarter]) + (long)(slice.Roll(Measure.Impressions) % (ulong)curve[Quarters])) / curve[Quarters];
    }

    private static int[] Sum(ReadOnlySpan<int> hours)
    {
        var sums = new int[Quarters + 1];
        for (var quarter = 0; quarter < Quarters; quarter++)
        {
            sums[quarter + 1] = sums[quarter] + hours[quarter / 4];
        }

        return sums;
    }
}
