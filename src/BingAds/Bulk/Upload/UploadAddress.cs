using BingAds.Errors;
using BingAds.V13.Bulk;

namespace BingAds.Bulk.Upload;

/// <summary>Where one file may be sent to, once and for 15 minutes. It is signed, so it is shown nowhere.</summary>
internal sealed class UploadAddress
{
    private UploadAddress(string requestId, Uri url, string? trackingId)
    {
        RequestId = requestId;
        Url = url;
        TrackingId = trackingId;
    }

    public string RequestId { get; }

    public Uri Url { get; }

    public string? TrackingId { get; }

    /// <exception cref="FileUploadException">The answer names no address to which a token may go.</exception>
    public static UploadAddress Of(GetBulkUploadUrlResponse response, BulkClient client)
    {
        if (response.RequestId is not { Length: > 0 } id
            || !Uri.TryCreate(response.UploadUrl, UriKind.Absolute, out var url)
            || !(url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && client.Pipeline.Options.GetEndpoint(ServiceName.Bulk).Scheme == Uri.UriSchemeHttp)))
        {
            // The tokens go with the file: never in the open where the service itself is not.
            throw new FileUploadException("The service gave no address to which the file can be sent safely.") { TrackingId = response.TrackingId };
        }

        return new UploadAddress(id, url, response.TrackingId);
    }

    public override string ToString() => RequestId;
}
