namespace BingAds.Errors;

/// <summary>Too many calls or jobs at once (codes 117, 207, 3227, 4204, or HTTP 429): wait, then repeat. The service did nothing.</summary>
public sealed class ThrottledException(ApiFailure failure, Exception? innerException = null) : ApiException(failure, innerException);
