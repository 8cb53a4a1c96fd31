namespace BingAds.Errors;

/// <summary>A store of tokens could not be locked, read or written.</summary>
public sealed class TokenStoreException(string message, bool isTransient, Exception? innerException = null) : SdkException(message, innerException)
{
    /// <summary>True when the store was only busy.</summary>
    public override bool IsTransient => isTransient;

    /// <inheritdoc/>
    public override ErrorCategory Category => ErrorCategory.File;
}
