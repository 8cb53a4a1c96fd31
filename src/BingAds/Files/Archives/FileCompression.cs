namespace BingAds.Files;

/// <summary>How a file is packed.</summary>
internal enum FileCompression
{
    None,
    GZip,
    Zip,
}
