namespace BingAds.Errors;

/// <summary>The sign-in data can't be used as it is: nobody signed in yet, or a value can't be sent in the place where it belongs.</summary>
/// <remarks>Raised before a request is made. What the token endpoint refuses is an <see cref="OAuthTokenRequestException"/>.</remarks>
public sealed class CredentialsException(string message, Exception? innerException = null) : SdkException(message, innerException)
{
    /// <inheritdoc/>
    public override ErrorCategory Category => ErrorCategory.Credentials;
}
