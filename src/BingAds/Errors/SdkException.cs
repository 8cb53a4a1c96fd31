namespace BingAds.Errors;

/// <summary>The one base of every exception that this toolkit raises by itself.</summary>
/// <remarks>Bad arguments raise the usual <see cref="ArgumentException"/> family at once, and a cancelled token <see cref="OperationCanceledException"/>.</remarks>
public abstract class SdkException(string message, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>Whether the same call may succeed when it is simply made again a little later.</summary>
    public virtual bool IsTransient => false;

    /// <summary>What kind of failure this is, for a <c>switch</c>.</summary>
    public abstract ErrorCategory Category { get; }

    /// <summary>The service's id of the request, to be given to its support; null when no answer came.</summary>
    public string? TrackingId { get; init; }
}
