namespace BingAds.Errors;

/// <summary>No answer came: the name did not resolve, the connection failed or broke, or the wait ran out.</summary>
public sealed class TransportException(string message, Exception? innerException = null) : SdkException(message, innerException)
{
    /// <summary>Always true: nothing was refused, so the same call may succeed a little later.</summary>
    public override bool IsTransient => true;

    /// <inheritdoc/>
    public override ErrorCategory Category => ErrorCategory.Transport;
}
