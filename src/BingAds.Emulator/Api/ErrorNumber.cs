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
    public const int InvalidCampaignId = 1100;
    public const int CampaignServiceInvalidAccountId = 1102;
    public const int ReportRequestIsNull = 2001;
    public const int UnknownReportType = 2002;
    public const int ReportAccountNotAuthorized = 2003;
    public const int NoCompleteReportData = 2004;
    public const int InvalidReportTime = 2008;
    public const int InvalidReportCampaign = 2019;
    public const int InvalidReportAdGroup = 2022;
    public const int InvalidReportAccounts = 2035;
    public const int InvalidFilterOrScope = 2060;
    public const int InvalidReportId = 2100;
    public const int ReportNotFound = 2101;
    public const int OAuthTokenInvalid = 3101;
    public const int NullArrayArgument = 206;
    public const int CampaignsArrayIsEmpty = 1113;
    public const int CampaignsArrayExceedsLimit = 1114;
    public const int AccountIdsLengthExceeded = 3201;
    public const int CampaignsOfSeveralAccounts = 3203;
    public const int CampaignScopeIsNull = 3204;
    public const int InvalidDownloadRequestId = 3205;
    public const int AccountTooBigToDownload = 3207;
    public const int LastSyncTimeInTheFuture = 3208;
    public const int LastSyncTimeTooOld = 3209;
    public const int NoDownloadEntities = 3210;
    public const int UnsupportedDownloadEntities = 3211;
    public const int CampaignsTooBigToDownload = 3216;
    public const int FormatVersionNotSupported = 3217;
    public const int FormatVersionRequired = 3219;
    public const int BulkInvalidUploadUrl = 3220;
    public const int BulkNoFileFound = 3221;
    public const int BulkMultipleFilesFound = 3222;
    public const int BulkInvalidFileExtension = 3223;
    public const int BulkUrlAlreadyUsed = 3224;
    public const int BulkRowCountExceeded = 3225;
    public const int BulkUrlExpired = 3226;
    public const int BulkTooManyRequests = 3227;
    public const int DataScopeInvalid = 3228;
    public const int AccountIdsArrayIsEmpty = 3306;
    public const int BulkInvalidRequestId = 4201;
    public const int BulkNoMoreCalls = 4204;

    /// <summary>The HTTP status of a fault over REST.</summary>
    public static int HttpStatus(int code) => code switch
    {
        InvalidCredentials or AuthenticationTokenExpired or OAuthTokenInvalid => 401,
        UserIsNotAuthorized or NotAuthorized => 403,
        CallRateExceeded or ConcurrentRequestOverLimit or BulkTooManyRequests or BulkNoMoreCalls => 429,
        InternalError => 500,
        _ => 400,
    };
}
