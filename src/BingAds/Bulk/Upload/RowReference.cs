namespace BingAds.Bulk.Upload;

/// <summary>A reference key that a row takes from another one.</summary>
/// <param name="Row">Which row of the entity.</param>
/// <param name="Column">The column in which it stands.</param>
/// <param name="Kind">The record type that it means; null if that cannot be told.</param>
/// <param name="Key">The negative number.</param>
internal readonly record struct RowReference(int Row, int Column, string? Kind, long Key);
