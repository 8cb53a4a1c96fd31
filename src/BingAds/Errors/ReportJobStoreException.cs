namespace BingAds.Errors;

/// <summary>A store of report jobs could not be locked, read or written.</summary>
/// <param name="message">What happened.</param>
/// <param name="isTransient">Whether the store was only busy.</param>
/// <param name="innerException">The cause; null if there is none below.</param>
public sealed class ReportJobStoreException(string message, bool isTransient = false, Exception? innerException = null) : SdkException(message, innerException)
{
    /// <summary>True when the store was only busy.</summary>
    public override bool IsTransient => isTransient;

    /// <inheritdoc/>
    public override ErrorCategory Category => ErrorCategory.File;

    /// <summary>A job that the service has taken and the store could not keep, as <c>ReportingDownloadOperation.Parse</c> takes it; null if there is none.</summary>
    public string? SavedOperation { get; init; }
}
