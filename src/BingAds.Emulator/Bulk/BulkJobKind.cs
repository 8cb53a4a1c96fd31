namespace BingAds.Emulator.Bulk;

/// <summary>Kinds of bulk jobs, as they are stored.</summary>
internal static class BulkJobKind
{
    /// <summary>What all of them begin with.</summary>
    public const string Family = "Bulk";

    public const string DownloadOfAccount = "BulkDownloadOfAccount";
    public const string DownloadOfCampaigns = "BulkDownloadOfCampaigns";
    public const string Upload = "BulkUpload";

    public static bool IsDownload(string kind) => kind is DownloadOfAccount or DownloadOfCampaigns;
}
