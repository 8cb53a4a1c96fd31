using BingAds.Errors;
using BingAds.V13.Reporting;

namespace BingAds.Reporting;

/// <summary>How a report stands, as the service last said.</summary>
public sealed class ReportingDownloadStatus
{
    private readonly bool _hasLink;

    private ReportingDownloadStatus(string requestStatus, string? trackingId, string? link)
    {
        RequestStatus = requestStatus;
        TrackingId = trackingId;
        _hasLink = !string.IsNullOrEmpty(link);
        ResultAddress = Uri.TryCreate(link, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;
    }

    /// <summary>The service's word: <c>Pending</c>, <c>Success</c>, <c>Error</c>, or one that is newer.</summary>
    public string RequestStatus { get; }

    /// <summary>The service's id of the request for the status.</summary>
    public string? TrackingId { get; }

    /// <summary>Whether nothing more will happen: anything but <c>Pending</c>, also a word that is newer than this version.</summary>
    public bool IsFinal => !Is("Pending");

    /// <summary>Whether the report is made.</summary>
    public bool IsSuccess => Is("Success");

    /// <summary>Whether the report is made and there is no data, and so no file.</summary>
    public bool IsEmpty => IsSuccess && !_hasLink;

    /// <summary>Signed, and good for some minutes.</summary>
    internal Uri? ResultAddress { get; }

    internal static ReportingDownloadStatus Of(PollGenerateReportResponse response) => response.ReportRequestStatus is { Status: { } status } answer
        ? new(status.ToString(), response.TrackingId, answer.ReportDownloadUrl)
        : throw new BrokenResponseException("The service was asked for a report and named no status.") { TrackingId = response.TrackingId };

    /// <summary>The service's word.</summary>
    public override string ToString() => RequestStatus;

    private bool Is(string status) => string.Equals(RequestStatus, status, StringComparison.OrdinalIgnoreCase);
}
