namespace BingAds.Errors;

/// <summary>The sign-in, or a header that goes with it, is missing, expired or wrong (codes 105, 109 and others, or HTTP 401).</summary>
public sealed class CredentialsException(ApiFailure failure, Exception? innerException = null) : ApiException(failure, innerException);
