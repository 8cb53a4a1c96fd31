namespace BingAds.Errors;

/// <summary>The service cannot tell what changed since the time that was given, for example after it moved its data. Download everything: leave the last sync time null.</summary>
public sealed class FullSyncRequiredException : SdkException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="trackingId">The service's id of the request that told it.</param>
    public FullSyncRequiredException(string? trackingId = null)
        : base("The service cannot tell what changed since the last sync time (FailedFullSyncRequired). Download everything: leave LastSyncTimeInUTC null, or set FullSyncIfRequired.")
    {
        TrackingId = trackingId;
        Service = ServiceName.Bulk;
    }

    /// <inheritdoc/>
    public override ErrorCategory Category => ErrorCategory.Conflict;
}
