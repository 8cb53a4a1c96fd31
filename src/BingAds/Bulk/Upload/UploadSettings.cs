namespace BingAds.Bulk.Upload;

/// <summary>What the files of one upload look like, and what bounds them.</summary>
internal sealed record UploadSettings(UploadFormat Format, long MaxRows, long MaxFileBytes, TimeProvider Time);
