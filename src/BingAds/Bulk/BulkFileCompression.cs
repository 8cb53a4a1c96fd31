namespace BingAds.Bulk;

/// <summary>How a bulk file is packed.</summary>
public enum BulkFileCompression
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>As gzip.</summary>
    GZip,

    /// <summary>As a zip with one file in it.</summary>
    Zip,
}
