namespace BingAds.Emulator.Api;

/// <summary>Codes that belong to no family of entities.</summary>
internal static class ErrorNumber
{
    public const int InternalError = 0;
    public const int InvalidCredentials = 105;
    public const int UserIsNotAuthorized = 106;
    public const int AuthenticationTokenExpired = 109;
    public const int RequestMissingHeaders = 116;
    public const int CallRateExceeded = 117;
    public const int InvalidAccountId = 119;
    public const int ApiInputValidationError = 201;
    public const int OperationNotSupported = 204;
    public const int ConcurrentRequestOverLimit = 207;
    public const int NotAuthorized = 1001;
    public const int CustomerIdHasToBeSpecified = 1029;
    public const int AccountIdHasToBeSpecified = 1030;
    public const int CampaignServiceInvalidAccountId = 1102;
    public const int OAuthTokenInvalid = 3101;
    public const int BulkNoMoreCalls = 4204;

    /// <summary>The HTTP status of a fault over REST.</summary>
    public static int HttpStatus(int code) => code switch
    {
        InvalidCredentials or AuthenticationTokenExpired or OAuthTokenInvalid => 401,
        UserIsNotAuthorized or NotAuthorized => 403,
        CallRateExceeded or ConcurrentRequestOverLimit or BulkNoMoreCalls => 429,
        InternalError => 500,
        _ => 400,
    };
}
