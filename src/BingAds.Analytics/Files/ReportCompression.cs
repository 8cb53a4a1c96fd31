namespace BingAds.Analytics;

/// <summary>How the pages of a Parquet file are packed.</summary>
public enum ReportCompression
{
    /// <summary>Zstandard, at its fastest level.</summary>
    Zstd,

    /// <summary>Snappy, for readers that know nothing newer.</summary>
    Snappy,

    /// <summary>Not at all.</summary>
    None,
}
