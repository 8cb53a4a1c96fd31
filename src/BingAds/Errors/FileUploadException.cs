namespace BingAds.Errors;

/// <summary>A bulk or report file could not be read, packed or uploaded.</summary>
/// <remarks>The address of the file is not shown: it carries a signature that opens it.</remarks>
public sealed class FileUploadException : SdkException
{
    /// <summary>Makes the exception; what the cause knows (codes, status, TrackingId, whether it passes) is taken over from it.</summary>
    /// <param name="message">What happened, without addresses or tokens.</param>
    /// <param name="innerException">The cause; null if there is none below.</param>
    public FileUploadException(string message, Exception? innerException = null)
        : base(ErrorText.WithCause(message, innerException), innerException)
    {
        if (innerException is not SdkException cause)
            return;
        Errors = cause.Errors;
        TrackingId = cause.TrackingId;
        Operation = cause.Operation;
        Service = cause.Service;
        HttpStatus = cause.HttpStatus;
        RetryAfter = cause.RetryAfter;
    }

    /// <summary>The cause's category if the service or network is to blame, else <see cref="ErrorCategory.File"/>.</summary>
    public override ErrorCategory Category => InnerException is SdkException cause ? cause.Category : ErrorCategory.File;

    /// <inheritdoc/>
    public override bool IsTransient => InnerException is SdkException { IsTransient: true };

    /// <inheritdoc/>
    public override IReadOnlyList<ApiError> Errors { get; } = [];

    /// <summary>How many bytes had gone over when it failed; null if that is not known.</summary>
    public long? BytesTransferred { get; init; }

    /// <summary>How many rows had gone over when it failed, some of them perhaps still held on the way; null if that is not known.</summary>
    public long? RowsWritten { get; init; }

    /// <summary>Whether the service may have the file all the same. False: it surely does not, so that the file can be sent again.</summary>
    public bool MayHaveArrived { get; init; }

    /// <summary>The upload to look at if the file <see cref="MayHaveArrived"/>, as <c>BulkUploadOperation.Parse</c> takes it; else null.</summary>
    public string? SavedOperation { get; init; }
}
