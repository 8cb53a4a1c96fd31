namespace BingAds.Errors;

/// <summary>A bulk or report file could not be downloaded, unpacked or written.</summary>
/// <remarks>The address of the file is not shown: it carries a signature that opens it.</remarks>
public sealed class FileDownloadException : SdkException
{
    private long? _entitiesRead;

    /// <summary>Makes the exception; what the cause knows (codes, status, TrackingId, whether it passes) is taken over from it.</summary>
    /// <param name="message">What happened, without addresses or tokens.</param>
    /// <param name="innerException">The cause; null if there is none below.</param>
    public FileDownloadException(string message, Exception? innerException = null)
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

    /// <summary>How many entities of the file had been handed out when it failed; null where it was not read as entities.</summary>
    public long? EntitiesRead
    {
        get => _entitiesRead;
        init => _entitiesRead = value;
    }

    /// <summary>The job whose file it is, to try again from, as <c>BulkDownloadOperation.Parse</c> takes it; null if it is not known.</summary>
    public string? SavedOperation { get; init; }

    // Known only further up than the failure itself.
    internal void SetEntitiesRead(long count) => _entitiesRead = count;
}
