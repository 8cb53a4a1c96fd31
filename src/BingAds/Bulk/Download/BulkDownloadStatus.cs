using BingAds.Errors;
using BingAds.V13.Bulk;

namespace BingAds.Bulk;

/// <summary>How a download stands, as the service last said.</summary>
public sealed class BulkDownloadStatus
{
    internal const string FullSyncRequired = "FailedFullSyncRequired";

    private BulkDownloadStatus(string requestStatus, int percentComplete, IReadOnlyList<ApiError> errors, string? trackingId, Uri? resultAddress)
    {
        RequestStatus = requestStatus;
        PercentComplete = percentComplete;
        Errors = errors;
        TrackingId = trackingId;
        ResultAddress = resultAddress;
    }

    /// <summary>The service's word: <c>InProgress</c>, <c>Completed</c>, <c>Failed</c>, <c>FailedFullSyncRequired</c>, or one that is newer.</summary>
    public string RequestStatus { get; }

    /// <summary>From 0 to 100.</summary>
    public int PercentComplete { get; }

    /// <summary>Why it failed; empty if the service does not say.</summary>
    public IReadOnlyList<ApiError> Errors { get; }

    /// <summary>The service's id of the request for the status.</summary>
    public string? TrackingId { get; }

    /// <summary>Whether nothing more will happen: anything but <c>InProgress</c>, also a word that is newer than this version.</summary>
    public bool IsFinal => !Is("InProgress");

    /// <summary>Whether there is a file.</summary>
    public bool IsSuccess => Is("Completed");

    /// <summary>Whether changes since a time cannot be had any more, for example after the service moved its data: ask for everything, without a time.</summary>
    public bool IsFullSyncRequired => Is(FullSyncRequired);

    /// <summary>Signed, and good for some minutes.</summary>
    internal Uri? ResultAddress { get; }

    internal static BulkDownloadStatus Of(GetBulkDownloadStatusResponse response) => new(
        response.RequestStatus ?? "",
        response.PercentComplete ?? 0,
        BulkUploadStatus.Of(response.Errors),
        response.TrackingId,
        Uri.TryCreate(response.ResultFileUrl, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null);

    /// <summary>Status and percent.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{RequestStatus} {PercentComplete} %");

    private bool Is(string status) => string.Equals(RequestStatus, status, StringComparison.OrdinalIgnoreCase);
}
