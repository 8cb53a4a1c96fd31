namespace BingAds.Errors;

/// <summary>The one base of every exception that this toolkit raises by itself.</summary>
/// <remarks>Bad arguments raise the usual <see cref="ArgumentException"/> family at once, and a cancelled token <see cref="OperationCanceledException"/>.</remarks>
public abstract class SdkException(string message, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>Whether the same call may succeed when it is simply made again a little later.</summary>
    /// <remarks>Whether it is also <i>safe</i> to repeat a call that writes is for <see cref="RetryAdvice"/> to say.</remarks>
    public virtual bool IsTransient => false;

    /// <summary>What kind of failure this is, for a <c>switch</c>.</summary>
    public abstract ErrorCategory Category { get; }

    /// <summary>All errors the service named, with codes and symbolic names; empty when it named none.</summary>
    public virtual IReadOnlyList<ApiError> Errors => [];

    /// <summary>The service's id of the request, to be given to its support; null when no answer came.</summary>
    public string? TrackingId { get; init; }

    /// <summary>The operation called, for example <c>AddCampaigns</c>; null when it was none.</summary>
    public string? Operation { get; init; }

    /// <summary>The service called; null when it was none.</summary>
    public ServiceName? Service { get; init; }

    /// <summary>The HTTP status of the answer; null when no answer came.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>How long the service asked to wait; null when it did not say.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
