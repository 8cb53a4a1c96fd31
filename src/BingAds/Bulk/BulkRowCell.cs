namespace BingAds.Bulk;

/// <summary>Where a cell is.</summary>
/// <param name="Index">Place in the file, from 0.</param>
/// <param name="Column">Number of the column in the format, or <see cref="BulkHeader.Unknown"/>.</param>
/// <param name="Start">First byte in the row's bytes.</param>
/// <param name="Length">How many bytes.</param>
internal readonly record struct BulkRowCell(int Index, int Column, int Start, int Length);
