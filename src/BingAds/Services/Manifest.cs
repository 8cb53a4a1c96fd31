namespace BingAds;

/// <summary>What this package is.</summary>
public static class Manifest
{
    /// <summary>Version of this package.</summary>
    public const string Version = "0.1.0";

    /// <summary>Version of the bulk file's format.</summary>
    public const string BulkFormatVersion6 = "6.0";

    /// <summary>Release of the API's contract that the generated types were made from.</summary>
    public const string ContractVersion = "13.0.28";

    /// <summary>The header <c>User-Agent</c> that calls send.</summary>
    public const string UserAgent = "BingAds.NET/" + Version;
}
