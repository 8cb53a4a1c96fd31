namespace BingAds.Emulator.Reports.Figures;

/// <summary>One click or one call of a slice.</summary>
/// <param name="Slice">Of what.</param>
/// <param name="Number">Its number, which tells it from all others.</param>
/// <param name="Start">When, in UTC.</param>
/// <param name="Period">The period of the report it lies in.</param>
/// <param name="Figures">What belongs to it alone, by measure.</param>
internal sealed record FigureEvent(Slice Slice, ulong Number, DateTime Start, long Period, long[] Figures)
{
    /// <summary>How long a call took.</summary>
    public TimeSpan Duration => TimeSpan.FromSeconds(20 + (long)(Mix.Of(Number, 1) % 580));
}
