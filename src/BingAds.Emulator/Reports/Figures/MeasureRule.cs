namespace BingAds.Emulator.Reports.Figures;

/// <summary>How the total of a measure follows from the one before it: a rate within two bounds, which differs from slice to slice or only from leaf to leaf.</summary>
/// <param name="Of">What it is a part or a multiple of.</param>
/// <param name="Low">The lowest rate.</param>
/// <param name="High">The highest rate.</param>
/// <param name="Per">What the rates are out of: 1,000 for parts, 1 for multiples.</param>
internal readonly record struct MeasureRule(Measure Of, int Low, int High, int Per = 1000)
{
    /// <summary>What has the same rate on all days.</summary>
    public MeasureScope Scope { get; init; }

    /// <summary>Rounded by chance and not down: a small part of few would else always be none.</summary>
    public long Total(long of, in Slice slice, Measure measure)
    {
        if (of == 0)
            return 0;
        var roll = slice.Roll(measure);
        return ((of * Rate(slice.Leaf, roll, measure)) + (long)((roll >> 32) % (ulong)Per)) / Per;
    }

    /// <summary>The rate of a leaf or a campaign, where it is the same on all days.</summary>
    public long Rate(Leaf leaf, ulong roll, Measure measure)
    {
        var chance = Scope switch
        {
            MeasureScope.Leaf => Mix.Of(leaf.Number, (ulong)measure + 500),
            MeasureScope.Campaign => Mix.Of(leaf.Campaign.Number, (ulong)measure + 500),
            _ => roll,
        };
        return Low + (long)((chance & 0xFFFFFFFF) % (ulong)(High - Low + 1));
    }
}
