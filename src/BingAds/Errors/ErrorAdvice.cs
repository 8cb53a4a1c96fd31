namespace BingAds.Errors;

/// <summary>What to do about an error, in our own words: by code where there is something to say, else by category.</summary>
internal static class ErrorAdvice
{
    public static string For(ErrorCodeInfo info) => ForCode(info.Code, info.Name) ?? For(info.Category);

    public static string For(ErrorCategory category) => category switch
    {
        ErrorCategory.Validation => "Change the request; repeating it as it is fails again.",
        ErrorCategory.NotFound => "Check the id, and that it belongs to the account of the call; it may have been deleted.",
        ErrorCategory.Conflict => "Read the present state, then decide: use what exists, choose another name, or change it again.",
        ErrorCategory.Limit => "Send fewer items in a call, or remove some that are there.",
        ErrorCategory.Editorial => "Change the text or address, or appeal; the reason code and the refused text say what is meant.",
        ErrorCategory.Credentials => "Check the token, the developer token, the headers and the environment (production or sandbox).",
        ErrorCategory.Permission => "Sign in as a user with access to this account, or ask for the feature to be switched on.",
        ErrorCategory.Throttled => "Wait, then repeat; make fewer calls at once.",
        ErrorCategory.Service => "Repeat later; if it stays, give the TrackingId to the service's support.",
        ErrorCategory.Transport => "Check the network, proxy and address.",
        ErrorCategory.Timeout => "Allow more time, or ask for less in one call.",
        ErrorCategory.BrokenResponse => "Check the address and what stands between; if it stays, report it with the snippet.",
        ErrorCategory.File => "Start the transfer again.",
        _ => "This code is not in the table of this version: look it up in the service's documentation, or give the TrackingId to its support.",
    };

    /// <summary>For an answer without any error code, where the status is all there is.</summary>
    public static string? ForStatus(int? status) => status switch
    {
        null or (>= 200 and < 300) => "The answer named no error: give the TrackingId to the service's support.",
        >= 300 and < 400 => "The address leads elsewhere, which is not followed: check the base address and what stands between.",
        401 => "The token was refused, perhaps by a gateway: refresh it, and check the environment.",
        403 => "Access was refused, perhaps by a gateway: check the user's permissions and the developer token.",
        404 or 405 or 501 => "The service does not know this address: check the base address, or call over the other transport.",
        407 => "The proxy wants a sign-in.",
        408 or 502 or 503 or 504 => "The service can't be reached for the moment: repeat later.",
        _ => null,
    };

    private static string? ForCode(int code, string? name) => code switch
    {
        ErrorCodes.InternalError => "A passing fault, or an input the service could not map: repeat a few times, then give the TrackingId to its support.",
        ErrorCodes.InvalidCredentials => "Check that token and developer token are for this environment, and that user and account are active.",
        ErrorCodes.UserIsNotAuthorized or ErrorCodes.ReportingAccountNotAuthorized =>
            "The sign-in works, but has no access to an account or entity of the call: check the account and customer ids, and the user's role.",
        ErrorCodes.UserCompromised => "The user must set a new password, then sign in again.",
        ErrorCodes.AuthenticationTokenExpired => "The access token has expired: refresh it, or sign in again.",
        ErrorCodes.RequestMissingHeaders => "Set developer token, customer id and account id.",
        ErrorCodes.CallRateExceeded => "The customer made too many calls within 60 seconds: wait, then make fewer.",
        ErrorCodes.InvalidAccountId or ErrorCodes.CampaignInvalidAccountId or 208 or 2108 =>
            "Give the numeric account id, not the account number, and one that this user can reach.",
        ErrorCodes.UserLoginAccessDenied => "This sign-in has been merged into another: use the primary one.",
        122 or 124 or 125 => "Sign in with the work account instead of the personal one.",
        123 => "Sign in with the personal account instead of the work account.",
        126 => "Sign in with the kind of account (personal or work) that was registered for this address.",
        ErrorCodes.OperationNotSupported => "Use another operation; to upload records, upload a file instead.",
        ErrorCodes.ConcurrentRequestOverLimit when name is not null => "Too many reports are running: wait until one ends.",
        ErrorCodes.TimestampNotMatch when name is not null => "Somebody changed it: read it again and send its new time stamp.",
        ErrorCodes.TimestampNotMatch => "Check the postal code; if the message speaks of a time stamp, read the object again and send its new one.",
        4600 => "Begin the address with http:// or https://.",
        ErrorCodes.ApiVersionNoLongerSupported => "Update this package.",
        ErrorCodes.CustomerUserIsNotAuthorized => "The user may not do this; in rare cases the customer demands a work account.",
        ErrorCodes.IdShouldBeNullOnAdd or ErrorCodes.AdIdIsNonNull or ErrorCodes.BudgetIdShouldBeNullOnAdd or 4110 or 4505 or 4153 or 4823 or 4847 or 5311 or 5324 =>
            "Leave the id out when adding: the service gives it.",
        ErrorCodes.InvalidAccountStatus => "Look at the account's status: it may be paused, on hold or closed.",
        ErrorCodes.SystemInReadOnlyMode => "Only reading works at present: write later.",
        ErrorCodes.CustomerIdHasToBeSpecified => "Set the customer id.",
        ErrorCodes.AccountIdHasToBeSpecified or 1009 => "Set the account id.",
        ErrorCodes.CannotCreateDuplicateCampaign or ErrorCodes.CannotCreateDuplicateAdGroup or ErrorCodes.DuplicateBudgetName or 4354 or 4831 or 4853 or 5303 or 5317 or 5408 or 5937 or 6124 or 611103 =>
            "The name is taken: use the one that exists, or choose another name. After an unclear failure it may be your own first try.",
        ErrorCodes.DuplicateAd or ErrorCodes.DuplicateKeyword or ErrorCodes.KeywordAndMatchTypeCombinationAlreadyExists or ErrorCodes.EntityAlreadyExists or 4152 or 4345 =>
            "It exists already: use that one. After an unclear failure it may be your own first try.",
        ErrorCodes.AccountIsBeingLinked => "The account is being linked or unlinked: wait 5 to 30 minutes.",
        ErrorCodes.BidAmountsLessThanFloorPrice or ErrorCodes.BidAmountsGreaterThanCeilingPrice => "Keep the bid within the limits of the account's currency and below the budget.",
        ErrorCodes.ReportingNoCompleteDataAvailable => "Ask again later, or do without ReturnOnlyCompleteData.",
        ErrorCodes.ReportingInvalidReportId or ErrorCodes.ReportingReportNotFound or ErrorCodes.InvalidDownloadRequestId or ErrorCodes.BulkInvalidRequestId =>
            "The request id is unknown or has expired: start a new request.",
        ErrorCodes.BulkUrlExpired or ErrorCodes.BulkUrlAlreadyUsedForUpload or 3220 => "Ask for a new upload address; each is good for one upload.",
        ErrorCodes.CustomerDataBeingMigrated => "The account's data is being moved: repeat later.",
        ErrorCodes.PageInfoMissing => "Send PageInfo, with a size.",
        ErrorCodes.OAuthTokenInvalid => "The token has the wrong scope: ask for consent again with the scope of this service.",
        ErrorCodes.BulkTooManyRequests => "Too many uploads: wait up to 15 minutes.",
        ErrorCodes.FullSyncRequired => "Leave out the last sync time: a full download is needed once.",
        ErrorCodes.ConcurrentStoreModification => "Somebody changed it at the same time: read it again, then repeat.",
        ErrorCodes.BulkNoMoreCallsPermittedForTheTimePeriod => "The account's bulk quota is used up: wait up to 15 minutes. Uploads and downloads count apart.",
        ErrorCodes.ExperimentBaseCampaignIdIsLocked => "Another experiment is being created: wait a few minutes.",
        1551 or 2954 or 4150 or 4158 or 4200 => "Something it depends on failed: mend the other errors first.",
        _ => null,
    };
}
