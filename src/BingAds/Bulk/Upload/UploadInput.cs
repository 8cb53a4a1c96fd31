namespace BingAds.Bulk.Upload;

/// <summary>One thing to upload.</summary>
/// <param name="Index">Its number in the caller's order, from 0.</param>
/// <param name="Entity">What it is.</param>
/// <param name="GroupRows">Where a group begins that should stay together: how many rows it has in all. 0 within a group.</param>
internal readonly record struct UploadInput(long Index, BulkEntity Entity, long GroupRows);
