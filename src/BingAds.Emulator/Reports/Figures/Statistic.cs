namespace BingAds.Emulator.Reports.Figures;

/// <summary>A column computed over a group: sums, or a quotient of sums, which is empty without a divisor.</summary>
/// <param name="Above">What is added up.</param>
internal sealed record Statistic(params Measure[] Above)
{
    /// <summary>What it is divided by; null for a plain sum.</summary>
    public Measure[]? Below { get; init; }

    /// <summary>What the result is multiplied with: money counts in cents, percentages are out of 100.</summary>
    public decimal Scale { get; init; } = 1;

    /// <summary>Whether the cell is a text of a whole number.</summary>
    public bool IsText { get; init; }

    public IEnumerable<Measure> Measures => Above.Concat(Below ?? []);

    /// <param name="sums">The sums of the group by measure.</param>
    public ReportValue Value(ReadOnlySpan<long> sums)
    {
        var above = Sum(Above, sums);
        if (Below is null)
            return Scale == 1 ? ReportValue.Of(above) : ReportValue.Of(above * Scale);
        var below = Sum(Below, sums);
        if (below == 0)
            return ReportValue.Empty;
        var quotient = above * Scale / below;
        return IsText
            ? ReportValue.Of(decimal.Round(quotient).ToString(System.Globalization.CultureInfo.InvariantCulture))
            : ReportValue.Of(decimal.Round(quotient, 6));
    }

    private static long Sum(Measure[] measures, ReadOnlySpan<long> sums)
    {
        var sum = 0L;
        foreach (var measure in measures)
        {
            sum += sums[(int)measure];
        }

        return sum;
    }
}
