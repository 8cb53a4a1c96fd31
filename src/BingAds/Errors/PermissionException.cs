namespace BingAds.Errors;

/// <summary>The sign-in works, but the user or customer may not do this (codes 106, 1001 and others, or HTTP 403).</summary>
public sealed class PermissionException(ApiFailure failure, Exception? innerException = null) : ApiException(failure, innerException);
