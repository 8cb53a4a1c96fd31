namespace BingAds.Analytics;

/// <summary>What was written.</summary>
/// <param name="Rows">Rows.</param>
/// <param name="BadCells">Cells that became null because they were no value of their column's type; 0 unless <see cref="Analytics.BadCells.Null"/> was chosen.</param>
/// <param name="BoundCells">Cells that told a bound, such as <c>&lt;1%</c>, and were written as that number.</param>
/// <param name="Bytes">Size of the file.</param>
public sealed record ReportParquetResult(long Rows, long BadCells, long BoundCells, long Bytes);
