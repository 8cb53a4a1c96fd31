namespace BingAds.Analytics;

/// <summary>What a replacement did.</summary>
/// <param name="Rows">Rows that the lake now has in the window.</param>
/// <param name="PartitionsWritten">Files written: one for each account and day that has rows.</param>
/// <param name="PartitionsRemoved">Accounts and days that had rows before and have none now.</param>
/// <param name="BadCells">Cells that became null because they were no value of their column's type; 0 unless <see cref="Analytics.BadCells.Null"/> was chosen.</param>
/// <param name="BoundCells">Cells that told a bound, such as <c>&lt;1%</c>, and were kept as that number.</param>
/// <param name="Bytes">Size of the files written.</param>
public sealed record LakeReplaceResult(long Rows, int PartitionsWritten, int PartitionsRemoved, long BadCells, long BoundCells, long Bytes);
