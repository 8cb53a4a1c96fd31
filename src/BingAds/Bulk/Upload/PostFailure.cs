using BingAds.Errors;

namespace BingAds.Bulk.Upload;

/// <summary>Why a POST did not end in success, and what that says about the file.</summary>
/// <param name="Error">The failure.</param>
/// <param name="SurelyNotArrived">Whether the service surely has no file by this POST.</param>
/// <param name="CanRepeat">Whether another POST may succeed.</param>
/// <param name="BodyWasUsed">Whether some of the file was made for it.</param>
/// <param name="WasAllSent">Whether all of the file was handed to the connection.</param>
/// <param name="Bytes">How many bytes were.</param>
internal sealed record PostFailure(SdkException Error, bool SurelyNotArrived, bool CanRepeat, bool BodyWasUsed, bool WasAllSent, long Bytes)
{
    /// <summary>What errors call the POST.</summary>
    public const string Name = "BulkFileUpload";

    public bool IsTokenRefused => Error is ApiException api && RetryAdvice.For(api, isIdempotent: false).RefreshToken;

    /// <summary>The service answered, and not with success.</summary>
    public static PostFailure Refused(ApiException error, bool bodyWasUsed, long bytes)
    {
        var isUsedBefore = error.Has(ErrorCodes.BulkUrlAlreadyUsedForUpload);
        var status = error.HttpStatus ?? 0;

        // A gateway may say 5xx when the service has the file; and an address was perhaps used by a POST that was sent again on the way.
        var isUnclear = isUsedBefore || status is >= 500 or 408;
        var canRepeat = isUsedBefore || error.IsTransient || status == 417 || error.Has(ErrorCodes.BulkUrlExpired);
        return new PostFailure(error, !isUnclear, canRepeat, bodyWasUsed, bodyWasUsed, bytes);
    }

    /// <summary>No answer came.</summary>
    public static PostFailure Lost(TransportException error, bool isStarted, bool isComplete, long bytes) =>
        new(error, !isStarted || error.SurelyNotSent, error.IsTransient, isStarted, isComplete, bytes);

    public FileUploadException ToException(UploadBody body, BulkUploadOperation? unclear) => new(
        unclear is null ? "The file was not uploaded" : "It is not known whether the file was uploaded; the saved operation tells it later", Error)
    {
        BytesTransferred = Bytes,
        RowsWritten = body.RowCount,
        MayHaveArrived = unclear is not null,
        SavedOperation = unclear?.ToString(),
    };
}
