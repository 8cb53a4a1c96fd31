namespace BingAds.Errors;

/// <summary>The service gave up a report that it had taken (<c>Error</c>). The same request, made again, is submitted anew.</summary>
/// <remarks>The service does not say why. Give its support the <see cref="SdkException.TrackingId"/>.</remarks>
public sealed class ReportFailedException : SdkException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">What happened.</param>
    public ReportFailedException(string message)
        : base(message) => Service = ServiceName.Reporting;

    /// <summary>The service's id of the report.</summary>
    public string? RequestId { get; init; }

    /// <summary>The service's word for its end, as a rule <c>Error</c>.</summary>
    public string? RequestStatus { get; init; }

    /// <summary>Name of the report; null if it has none.</summary>
    public string? ReportName { get; init; }

    /// <summary>When the service had taken it; null if that is not known.</summary>
    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>The job, as <c>ReportingDownloadOperation.Parse</c> takes it.</summary>
    public string? SavedOperation { get; init; }

    /// <inheritdoc/>
    public override ErrorCategory Category => ErrorCategory.Service;
}
