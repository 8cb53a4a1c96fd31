namespace BingAds.Bulk;

/// <summary>What became of one input of an upload.</summary>
public enum BulkUploadOutcome
{
    /// <summary>Nobody can say: the service may have applied it or not. <see cref="BulkUploadItem.Reason"/> says why.</summary>
    Unknown,

    /// <summary>The service applied it.</summary>
    Applied,

    /// <summary>It was surely not applied: refused by the service, or never sent.</summary>
    Failed,
}
