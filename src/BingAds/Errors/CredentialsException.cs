namespace BingAds.Errors;

/// <summary>The sign-in, or a header that goes with it, is missing, expired or wrong (codes 105, 109 and others, or HTTP 401).</summary>
/// <remarks>
/// Also raised before a request is made, when nobody has signed in yet or a value can't be sent in the place where it belongs;
/// what the token endpoint refuses is an <see cref="OAuthTokenRequestException"/>.
/// </remarks>
public sealed class CredentialsException : ApiException
{
    /// <summary>The service refused the sign-in.</summary>
    public CredentialsException(ApiFailure failure, Exception? innerException = null)
        : base(failure, innerException)
    {
    }

    /// <summary>The sign-in data can't be used as it is; no request was made.</summary>
    public CredentialsException(string message)
        : base(message, ErrorCategory.Credentials)
    {
    }
}
