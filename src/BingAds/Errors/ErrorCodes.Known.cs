namespace BingAds.Errors;

// The codes that programs act on. All others are found by ErrorCodes.Find.
public static partial class ErrorCodes
{
    /// <summary>The service failed in a way it can't name.</summary>
    public const int InternalError = 0;

    /// <summary>The request message is null.</summary>
    public const int NullRequest = 100;

    /// <summary>The token or the developer token is not for this environment, or the account is not active.</summary>
    public const int InvalidCredentials = 105;

    /// <summary>The sign-in is fine, but has no access to what the call names.</summary>
    public const int UserIsNotAuthorized = 106;

    /// <summary>The user must set a new password first.</summary>
    public const int UserCompromised = 108;

    /// <summary>The access token has expired: refresh it and repeat the call once.</summary>
    public const int AuthenticationTokenExpired = 109;

    /// <summary>A needed header is missing.</summary>
    public const int RequestMissingHeaders = 116;

    /// <summary>Too many calls within a minute.</summary>
    public const int CallRateExceeded = 117;

    /// <summary>The account id is unknown to the service, or is an account number.</summary>
    public const int InvalidAccountId = 119;

    /// <summary>A secondary sign-in that has been merged into another.</summary>
    public const int UserLoginAccessDenied = 120;

    /// <summary>The operation is not offered; for uploading records: upload a file instead.</summary>
    public const int OperationNotSupported = 204;

    /// <summary>Too many reports in progress. Reporting only: the customer services use the number for an address line.</summary>
    public const int ConcurrentRequestOverLimit = 207;

    /// <summary>The object was changed since it was read. Customer services use the number for a postal code too.</summary>
    public const int TimestampNotMatch = 209;

    /// <summary>This version of the API is switched off.</summary>
    public const int ApiVersionNoLongerSupported = 303;

    /// <summary>An id stands twice in the request.</summary>
    public const int DuplicateId = 515;

    /// <summary>Ad Insight: the service took too long.</summary>
    public const int ServiceTimeOut = 833;

    /// <summary>Customer services: not authorized.</summary>
    public const int CustomerUserIsNotAuthorized = 1001;

    /// <summary>An id was given for something that is to be added.</summary>
    public const int IdShouldBeNullOnAdd = 1004;

    /// <summary>The account's status does not allow this.</summary>
    public const int InvalidAccountStatus = 1008;

    /// <summary>Only reading is possible at present.</summary>
    public const int SystemInReadOnlyMode = 1010;

    /// <summary>The header CustomerId is missing.</summary>
    public const int CustomerIdHasToBeSpecified = 1029;

    /// <summary>The header CustomerAccountId is missing.</summary>
    public const int AccountIdHasToBeSpecified = 1030;

    /// <summary>Refused by editorial review; the reason code says why.</summary>
    public const int EditorialValidationError = 1042;

    /// <summary>It exists already.</summary>
    public const int EntityAlreadyExists = 1043;

    /// <summary>It does not exist.</summary>
    public const int EntityDoesNotExist = 1044;

    /// <summary>A limit of the account is reached.</summary>
    public const int EntityMaxLimitReached = 1045;

    /// <summary>The campaign does not exist in this account.</summary>
    public const int InvalidCampaignId = 1100;

    /// <summary>The campaign's name is missing, too long or not allowed.</summary>
    public const int InvalidCampaignName = 1101;

    /// <summary>The account does not exist or is not the one of the header.</summary>
    public const int CampaignInvalidAccountId = 1102;

    /// <summary>The daily budget is missing or out of range.</summary>
    public const int InvalidDailyBudget = 1106;

    /// <summary>No campaigns were given.</summary>
    public const int CampaignsArrayShouldNotBeNullOrEmpty = 1113;

    /// <summary>Too many campaigns in one call.</summary>
    public const int CampaignsArrayExceedsLimit = 1114;

    /// <summary>A campaign of that name exists.</summary>
    public const int CannotCreateDuplicateCampaign = 1115;

    /// <summary>The account can have no more campaigns.</summary>
    public const int MaximumCampaignsReached = 1117;

    /// <summary>The ad group does not exist.</summary>
    public const int InvalidAdGroupId = 1201;

    /// <summary>Too many ad groups in one call.</summary>
    public const int AdGroupsArrayExceedsLimit = 1210;

    /// <summary>The campaign can have no more ad groups.</summary>
    public const int MaximumAdGroupsReached = 1213;

    /// <summary>An ad group of that name exists in the campaign.</summary>
    public const int CannotCreateDuplicateAdGroup = 1214;

    /// <summary>An id was given for an ad that is to be added.</summary>
    public const int AdIdIsNonNull = 1304;

    /// <summary>The ad does not exist.</summary>
    public const int InvalidAdId = 1308;

    /// <summary>Too many ads in one call.</summary>
    public const int AdsArrayExceedsLimit = 1311;

    /// <summary>The ad group can have no more ads.</summary>
    public const int MaxAdsReached = 1312;

    /// <summary>The same ad exists.</summary>
    public const int DuplicateAd = 1313;

    /// <summary>The account is being linked or unlinked.</summary>
    public const int AccountIsBeingLinked = 1472;

    /// <summary>The keyword does not exist.</summary>
    public const int InvalidKeywordId = 1501;

    /// <summary>Too many keywords in one call.</summary>
    public const int KeywordsArrayExceedsLimit = 1506;

    /// <summary>The bid is below the smallest allowed.</summary>
    public const int BidAmountsLessThanFloorPrice = 1515;

    /// <summary>The bid is above the highest allowed.</summary>
    public const int BidAmountsGreaterThanCeilingPrice = 1516;

    /// <summary>The same keyword exists.</summary>
    public const int DuplicateKeyword = 1517;

    /// <summary>The keyword exists with this match type.</summary>
    public const int KeywordAndMatchTypeCombinationAlreadyExists = 1542;

    /// <summary>A report names an account that the user can't see.</summary>
    public const int ReportingAccountNotAuthorized = 2003;

    /// <summary>Complete data was asked for and is not there yet.</summary>
    public const int ReportingNoCompleteDataAvailable = 2004;

    /// <summary>The report request is unknown.</summary>
    public const int ReportingInvalidReportId = 2100;

    /// <summary>The report is gone.</summary>
    public const int ReportingReportNotFound = 2101;

    /// <summary>Customer services: a passing fault of the system.</summary>
    public const int CustomerSystemIssue = 2208;

    /// <summary>The customer's data is being moved.</summary>
    public const int CustomerDataBeingMigrated = 2928;

    /// <summary>Paging is missing or wrong in a search.</summary>
    public const int PageInfoMissing = 3080;

    /// <summary>The token has the wrong scope.</summary>
    public const int OAuthTokenInvalid = 3101;

    /// <summary>The download request is unknown or expired.</summary>
    public const int InvalidDownloadRequestId = 3205;

    /// <summary>The upload address has been used.</summary>
    public const int BulkUrlAlreadyUsedForUpload = 3224;

    /// <summary>The upload address has expired.</summary>
    public const int BulkUrlExpired = 3226;

    /// <summary>Too many uploads.</summary>
    public const int BulkTooManyRequests = 3227;

    /// <summary>A download of changes is not possible: ask for everything.</summary>
    public const int FullSyncRequired = 3603;

    /// <summary>Somebody else changed the same thing at the same time.</summary>
    public const int ConcurrentStoreModification = 4149;

    /// <summary>The upload request is unknown or expired.</summary>
    public const int BulkInvalidRequestId = 4201;

    /// <summary>The bulk quota of the account is used up.</summary>
    public const int BulkNoMoreCallsPermittedForTheTimePeriod = 4204;

    /// <summary>An id was given for a budget that is to be added.</summary>
    public const int BudgetIdShouldBeNullOnAdd = 4903;

    /// <summary>A budget of that name exists.</summary>
    public const int DuplicateBudgetName = 4907;

    /// <summary>The budget does not exist.</summary>
    public const int BudgetIdInvalid = 4916;

    /// <summary>The base campaign is busy with another experiment.</summary>
    public const int ExperimentBaseCampaignIdIsLocked = 6114;
}
