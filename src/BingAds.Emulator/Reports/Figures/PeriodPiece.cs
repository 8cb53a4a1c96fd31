namespace BingAds.Emulator.Reports.Figures;

/// <summary>Some quarter-hours of one UTC day that belong to one period of a report.</summary>
/// <param name="From">The first quarter.</param>
/// <param name="To">The quarter after the last one.</param>
/// <param name="Period">Number of the period.</param>
internal readonly record struct PeriodPiece(int From, int To, long Period);
