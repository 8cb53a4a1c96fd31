namespace BingAds.Emulator.Reports.Figures;

/// <summary>Where a cell of a row comes from.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Index">Its place among the attributes of that kind.</param>
/// <param name="Statistic">How it is computed, for a statistic.</param>
internal readonly record struct FigureCell(FigureCellKind Kind, int Index = 0, Statistic? Statistic = null);
