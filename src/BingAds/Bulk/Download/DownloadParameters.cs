using BingAds.V13.Bulk;

namespace BingAds.Bulk;

/// <summary>What to download: which entities of which account, and since when.</summary>
/// <remarks><see href="https://learn.microsoft.com/en-us/advertising/guides/bulk-download-upload?view=bingads-13">Guide</see>.</remarks>
public sealed class DownloadParameters
{
    /// <summary>Most campaigns of one download: 1,000.</summary>
    public const int MaxCampaigns = 1000;

    // The service documents that it fails beyond a limit of a month, without telling the hour.
    private static readonly TimeSpan s_oldestSync = TimeSpan.FromDays(30);

    /// <summary>Kinds of entities; at least one.</summary>
    public IList<DownloadEntity> DownloadEntities { get; set; } = [];

    /// <summary>The account to download; null (default) for that of the <see cref="AuthorizationData"/>. The service takes one account a download.</summary>
    public long? AccountId { get; set; }

    /// <summary>Only these campaigns of the account and what belongs to them, at most <see cref="MaxCampaigns"/>; null or empty (default) for all.</summary>
    public IList<long>? CampaignIds { get; set; }

    /// <summary>Beside the entities: quality scores, suggested bids. Both need everything, so <see cref="LastSyncTimeInUTC"/> must be null then. Default: entities alone.</summary>
    public DataScope DataScope { get; set; } = DataScope.EntityData;

    /// <summary>
    /// Only what was changed or deleted since then, in UTC: the sync time of the download before (<see cref="BulkEntityDownload.SyncTime"/>). Null (default) for
    /// everything. At most 30 days back.
    /// </summary>
    public DateTime? LastSyncTimeInUTC { get; set; }

    /// <summary>
    /// What to do where the service can give no changes any more (<c>FailedFullSyncRequired</c>). False (default): a <see cref="Errors.FullSyncRequiredException"/>. True: everything is
    /// downloaded in place of the changes, and <see cref="BulkEntityDownload.IsFullSync"/> says so: delete what it does not hold.
    /// </summary>
    public bool FullSyncIfRequired { get; set; }

    /// <summary>Layout of the file. Default CSV.</summary>
    public BulkFileLayout FileType { get; set; }

    /// <summary>How the file is packed: zip (default) or gzip.</summary>
    public CompressionType CompressionType { get; set; } = CompressionType.Zip;

    /// <summary>How the file is read; null (default) for the defaults. The scope and the layout are the download's.</summary>
    public BulkFileReaderOptions? Reading { get; set; }

    /// <summary>How long to wait until the service is done; null (default) for as long as it takes. The job goes on, and the exception has its saved text.</summary>
    public TimeSpan? Timeout { get; set; }

    /// <summary>Told of the job once the service has taken it, before anything is waited for: save it, and another process can go on.</summary>
    public Action<BulkDownloadOperation>? Submitted { get; set; }

    internal DownloadParameters Copy()
    {
        var copy = (DownloadParameters)MemberwiseClone();
        copy.DownloadEntities = [.. DownloadEntities ?? []];
        copy.CampaignIds = CampaignIds is { Count: > 0 } ids ? [.. ids] : null;
        return copy;
    }

    // What the service would surely refuse is not sent.
    internal void Check(DateTime now)
    {
        if (DownloadEntities.Count == 0)
        {
            throw new ArgumentException($"Name at least one kind of entity in {nameof(DownloadEntities)}.");
        }

        if (CampaignIds?.Count > MaxCampaigns)
        {
            throw new ArgumentException($"{nameof(CampaignIds)} holds {CampaignIds.Count} ids; one download takes {MaxCampaigns}. Make several downloads.");
        }

        if (Timeout is { } timeout && !ServiceClientOptions.IsTimeout(timeout))
        {
            throw new ArgumentException($"{nameof(Timeout)} is {timeout}; it is positive and at most 24 days, or infinite.");
        }

        if (LastSyncTimeInUTC is not { } since)
        {
            return;
        }

        if (since.Kind == DateTimeKind.Local)
        {
            throw new ArgumentException($"{nameof(LastSyncTimeInUTC)} is a local time; give UTC.");
        }

        if (since > now)
        {
            throw new ArgumentException($"{nameof(LastSyncTimeInUTC)} is in the future.");
        }

        if (now - since > s_oldestSync)
        {
            throw new ArgumentException($"{nameof(LastSyncTimeInUTC)} is more than 30 days ago; the service gives no changes of such an age. Download everything: leave it null.");
        }

        if (DataScope.Has(DataScope.QualityScoreData) || DataScope.Has(DataScope.BidSuggestionsData))
        {
            throw new ArgumentException($"Quality scores and suggested bids come only with everything: leave {nameof(LastSyncTimeInUTC)} null.");
        }
    }
}
