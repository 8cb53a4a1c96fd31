namespace BingAds.Bulk;

/// <summary>How far a bulk job is: first at the service, then on the way back.</summary>
public sealed class BulkOperationProgressInfo
{
    /// <summary>Makes one.</summary>
    public BulkOperationProgressInfo(int percentComplete) => PercentComplete = percentComplete;

    /// <summary>How much of the job the service has done, from 0 to 100.</summary>
    public int PercentComplete { get; }

    /// <summary>Packed bytes of the result that came over; null before it was begun.</summary>
    public long? BytesReceived { get; init; }

    /// <summary>Packed bytes of the result in all; null if that is not known.</summary>
    public long? BytesTotal { get; init; }

    /// <summary>Entities of the result that were handed out; null where it is not read as entities.</summary>
    public long? EntitiesRead { get; init; }
}
