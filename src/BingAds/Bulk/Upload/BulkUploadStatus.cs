using BingAds.Errors;
using BingAds.V13.Bulk;

namespace BingAds.Bulk;

/// <summary>How an upload stands, as the service last said.</summary>
public sealed class BulkUploadStatus
{
    internal const string Completed = "Completed";

    // Everything else is an end, also a word that is newer than this version: waiting on would be waiting for ever.
    private static readonly string[] s_open = ["PendingFileUpload", "FileUploaded", "InProgress"];

    internal BulkUploadStatus(string requestStatus, int? percentComplete, IReadOnlyList<ApiError> errors, string? trackingId, Uri? resultAddress)
    {
        RequestStatus = requestStatus;
        PercentComplete = percentComplete ?? 0;
        Errors = errors;
        TrackingId = trackingId;
        ResultAddress = resultAddress;
    }

    /// <summary>
    /// The service's word: <c>PendingFileUpload</c>, <c>FileUploaded</c>, <c>InProgress</c>, <c>Completed</c>, <c>CompletedWithErrors</c>, <c>Failed</c>, <c>Expired</c>, <c>Aborted</c>,
    /// <c>UploadFileRowCountExceeded</c>, <c>UploadFileFormatNotSupported</c>, or one that is newer.
    /// </summary>
    public string RequestStatus { get; }

    /// <summary>From 0 to 100.</summary>
    public int PercentComplete { get; }

    /// <summary>What is wrong with the file as a whole; that of rows is in the result.</summary>
    public IReadOnlyList<ApiError> Errors { get; }

    /// <summary>The service's id of the request for the status.</summary>
    public string? TrackingId { get; }

    /// <summary>Whether nothing more will happen.</summary>
    public bool IsFinal => !s_open.Contains(RequestStatus, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the file was worked through, be it with errors in rows.</summary>
    public bool IsSuccess => Is(Completed) || Is("CompletedWithErrors");

    /// <summary>Whether there is a result to read now.</summary>
    public bool HasResult => ResultAddress is not null;

    /// <summary>Signed, and good for some minutes.</summary>
    internal Uri? ResultAddress { get; }

    internal bool Is(string status) => string.Equals(RequestStatus, status, StringComparison.OrdinalIgnoreCase);

    internal static BulkUploadStatus Of(GetBulkUploadStatusResponse response) => new(
        response.RequestStatus ?? "",
        response.PercentComplete,
        Of(response.Errors),
        response.TrackingId,
        Uri.TryCreate(response.ResultFileUrl, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null);

    internal static IReadOnlyList<ApiError> Of(List<OperationError?> errors) =>
    [
        .. errors.Where(static e => e is not null).Select(static e => new ApiError
        {
            Code = e!.Code, Name = e.ErrorCode, Message = e.Message, Details = e.Details, Service = ServiceName.Bulk, Kind = ApiErrorKind.OperationError,
        }),
    ];

    /// <summary>Status and percent.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{RequestStatus} {PercentComplete} %");
}
