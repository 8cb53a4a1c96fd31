using BingAds.Bulk;
using BingAds.Contract;
using BingAds.Emulator.Store;
using BingAds.V13.Bulk;

namespace BingAds.Emulator.Bulk;

/// <summary>What the files of jobs are called.</summary>
internal static class BulkFileNames
{
    /// <summary>Of the file that the caller gets.</summary>
    public static string Extension(Job job) => job.Kind switch
    {
        BulkJobKind.DownloadOfAccount => Extension(WireJson.Read<DownloadCampaignsByAccountIdsRequest>(job.Request).CompressionType),
        BulkJobKind.DownloadOfCampaigns => Extension(WireJson.Read<DownloadCampaignsByCampaignIdsRequest>(job.Request).CompressionType),
        _ => "zip",
    };

    /// <summary>Of the text in it.</summary>
    public static string Entry(Job job, BulkFileLayout layout) => job.Id + (layout == BulkFileLayout.Tsv ? ".tsv" : ".csv");

    public static BulkFileCompression Compression(CompressionType? compression)
        => compression?.Known == CompressionType.KnownValue.GZip ? BulkFileCompression.GZip : BulkFileCompression.Zip;

    private static string Extension(CompressionType? compression) => Compression(compression) == BulkFileCompression.GZip ? "gz" : "zip";
}
