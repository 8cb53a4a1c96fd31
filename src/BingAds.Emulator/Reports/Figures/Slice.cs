namespace BingAds.Emulator.Reports.Figures;

/// <summary>
/// A part of what a leaf did on one UTC day, of which everything is known that a report may ask: its number gives all attributes and all totals. Any grouping of
/// slices therefore adds up to any other.
/// </summary>
internal readonly struct Slice(Leaf leaf, int day, ulong number)
{
    public Leaf Leaf { get; } = leaf;

    /// <summary>Number of the UTC day.</summary>
    public int Day { get; } = day;

    /// <summary>How many slices a leaf has on a day; none on a quiet one.</summary>
    public static int Count(Leaf leaf, int day)
    {
        var roll = Mix.Of(leaf.Number, (ulong)day);
        return roll % 16 == 0 ? 0 : 2 + (int)((roll >> 8) % 3);
    }

    public static Slice Of(Leaf leaf, int day, int index) => new(leaf, day, Mix.Of(Mix.Of(leaf.Number, (ulong)day), (ulong)index + 1000));

    /// <summary>A number below <paramref name="count"/> for one trait of the slice.</summary>
    public int Pick(Trait trait, int count) => (int)(Mix.Of(number, (ulong)trait) % (ulong)count);

    /// <summary>The number of a measure, from which its rate and its rounding follow.</summary>
    public ulong Roll(Measure measure) => Mix.Of(number, (ulong)measure + 500);

    public override string ToString() => $"{Leaf} on {DateOnly.FromDayNumber(Day):O}";
}
