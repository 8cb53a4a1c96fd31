namespace BingAds.Emulator.Reports.Figures;

/// <summary>The few traits of a slice that figures depend on.</summary>
internal static class SliceTraits
{
    /// <summary>0 a computer, 1 a phone, 2 a tablet.</summary>
    public static int Device(in Slice slice) => slice.Pick(Trait.Device, 100) switch
    {
        < 52 => 0,
        < 92 => 1,
        _ => 2,
    };

    /// <summary>In the audience network instead of a search page.</summary>
    public static bool IsAudience(in Slice slice) => slice.Leaf.AudiencePercent switch
    {
        0 => false,
        100 => true,
        var percent => slice.Pick(Trait.Audience, 100) < percent,
    };

    /// <summary>0 the service's own sites, 1 those of partners, 2 the audience network.</summary>
    public static int Network(in Slice slice) => IsAudience(slice) ? 2 : slice.Pick(Trait.Partner, 100) < 78 ? 0 : 1;

    /// <summary>Above the results of the search.</summary>
    public static bool IsTop(in Slice slice) => !IsAudience(slice) && slice.Pick(Trait.Top, 100) < 64;

    /// <summary>How a search met the keyword: 0 exact, 1 phrase, 2 broad, 3 nearly exact, 4 nearly the phrase.</summary>
    public static int Delivered(in Slice slice) => (slice.Leaf.Match, slice.Pick(Trait.Delivered, 10)) switch
    {
        (0, < 8) => 0,
        (0, _) => 3,
        (_, < 3) => 0,
        (1, < 8) => 1,
        (1, _) => 4,
        (_, < 5) => 1,
        _ => 2,
    };

    public static bool IsExact(in Slice slice) => Delivered(slice) == 0;
}
