namespace BingAds.Bulk;

/// <summary>How far the service is with a bulk job.</summary>
public sealed class BulkOperationProgressInfo
{
    /// <summary>Makes one.</summary>
    public BulkOperationProgressInfo(int percentComplete) => PercentComplete = percentComplete;

    /// <summary>From 0 to 100.</summary>
    public int PercentComplete { get; }
}
