using BingAds.Errors;
using static BingAds.Errors.ErrorCategory;
using static BingAds.ServiceName;

namespace BingAds.Tests.Errors;

/// <summary>Codes whose category was decided by reading what the service says of them, one by one, not by the rules that filled the table.</summary>
public class ErrorCategoryTests
{
    public static TheoryData<int, string?, ServiceName, ErrorCategory> Read => new()
    {
        // Retry or give up
        { 0, "InternalError", CampaignManagement, Service },
        { 117, "CallRateExceeded", CampaignManagement, Throttled },
        { 207, "ConcurrentRequestOverLimit", ServiceName.Reporting, Throttled },
        { 4204, "BulkServiceNoMoreCallsPermittedForTheTimePeriod", ServiceName.Bulk, Throttled },
        { 3227, "BulkServiceTooManyRequests", ServiceName.Bulk, Throttled },
        { 2004, "ReportingServiceNoCompleteDataAvaliable", ServiceName.Reporting, Service },
        { 1010, "CampaignServiceSystemInReadOnlyMode", CampaignManagement, Service },
        { 2928, "CampaignServiceCustomerDataBeingMigrated", CampaignManagement, Service },
        { 833, "ServiceTimeOut", AdInsight, Service },
        { 2208, null, CustomerManagement, Service },
        { 6114, "ExperimentBaseCampaignIdIsLocked", CampaignManagement, Service },
        { 204, "OperationNotSupported", ServiceName.Bulk, Validation },
        { 3205, "CampaignServiceInvalidDownloadRequestId", ServiceName.Bulk, NotFound },
        { 4201, "BulkServiceInvalidRequestId", ServiceName.Bulk, NotFound },
        { 3226, "BulkServiceUrlExpired", ServiceName.Bulk, NotFound },
        { 2100, "ReportingServiceInvalidReportId", ServiceName.Reporting, NotFound },
        { 2101, "ReportingServiceReportNotFound", ServiceName.Reporting, NotFound },

        // Fix credentials or permission
        { 109, "AuthenticationTokenExpired", CampaignManagement, Credentials },
        { 105, "InvalidCredentials", CampaignManagement, Credentials },
        { 106, "UserIsNotAuthorized", CampaignManagement, Permission },
        { 108, "UserCompromised", CustomerManagement, Credentials },
        { 116, "RequestMissingHeaders", CampaignManagement, Credentials },
        { 120, "UserLoginAccessDenied", CustomerManagement, Credentials },
        { 122, "PersonalIdentityNotAvailable", CustomerManagement, Credentials },
        { 123, "WorkIdentityNotAvailable", CustomerManagement, Credentials },
        { 124, "PersonalIdentityMigratedToWork", CustomerManagement, Credentials },
        { 125, "PersonalIdentityNotAllowedByCustomer", CustomerManagement, Credentials },
        { 126, "IdentityTypeMismatch", CustomerManagement, Credentials },
        { 1001, null, CustomerManagement, Permission },
        { 1029, "CampaignServiceCustomerIdHasToBeSpecified", CampaignManagement, Credentials },
        { 1030, "CampaignServiceAccountIdHasToBeSpecified", CampaignManagement, Credentials },
        { 3101, "OAuthTokenInvalid", CampaignManagement, Credentials },

        // Permission and pilots
        { 2003, "ReportingServiceAccountNotAuthorized", ServiceName.Reporting, Permission },
        { 478, null, CustomerBilling, Permission },
        { 1137, null, CustomerManagement, Permission },
        { 1164, "CustomerNotEnabledForSponsoredProductAdsV2", CampaignManagement, Permission },
        { 1419, "CampaignServiceTargetGroupAssignedEntitiesPermissionMismatch", CampaignManagement, Permission },
        { 3500, "CampaignServiceBulkApiNotEnabledForPilot", ServiceName.Bulk, Permission },
        { 4731, "CustomerNotInPilotForTargetRoas", CampaignManagement, Permission },
        { 5022, "CampaignServiceExpandedTextAdIsNotPilot", CampaignManagement, Permission },
        { 5100, "CustomerNotEligibleForDynamicSearchAds", CampaignManagement, Permission },
        { 8003, "CustomerListTermsAndConditionsNotAccepted", CampaignManagement, Permission },
        { 8113, "CombinedListCanOnlyBeEditedByOwner", CampaignManagement, Permission },

        // Ids that lead nowhere
        { 119, "InvalidAccountId", CampaignManagement, NotFound },
        { 210, "EntityNotExistent", CampaignManagement, NotFound },
        { 604, "CampaignIdInvalid", AdInsight, NotFound },
        { 1044, "CampaignServiceEntityDoesNotExist", CampaignManagement, NotFound },
        { 1100, "CampaignServiceInvalidCampaignId", CampaignManagement, NotFound },
        { 1102, "CampaignServiceInvalidAccountId", CampaignManagement, NotFound },
        { 1201, "CampaignServiceInvalidAdGroupId", CampaignManagement, NotFound },
        { 1308, "CampaignServiceInvalidAdId", CampaignManagement, NotFound },
        { 1394, "CampaignServiceAdDeleted", CampaignManagement, NotFound },
        { 1501, "CampaignServiceInvalidKeywordId", CampaignManagement, NotFound },
        { 1528, "CampaignServiceKeywordDoesNotBelongToAdGroupId", CampaignManagement, NotFound },
        { 2108, null, CustomerManagement, NotFound },
        { 3812, "CampaignServiceInvalidAdExtensionId", CampaignManagement, NotFound },
        { 4023, "CampaignServiceMediaNotFoundInAccount", CampaignManagement, NotFound },
        { 4202, "BulkServiceEntityNotFound", ServiceName.Bulk, NotFound },
        { 4916, "CampaignServiceBudgetIdInvalid", CampaignManagement, NotFound },
        { 5405, "CampaignServiceLabelIdInvalid", CampaignManagement, NotFound },
        { 5418, "CampaignServiceLabelAssociationDoesNotExist", CampaignManagement, NotFound },

        // Exists, changed, or in a state that forbids it
        { 209, "TimestampNotMatch", CampaignManagement, Conflict },
        { 1008, "CampaignServiceInvalidAccountStatus", CampaignManagement, Conflict },
        { 1043, "CampaignServiceEntityAlreadyExists", CampaignManagement, Conflict },
        { 1115, "CampaignServiceCannotCreateDuplicateCampaign", CampaignManagement, Conflict },
        { 1126, null, CustomerManagement, Conflict },
        { 1214, "CampaignServiceCannotCreateDuplicateAdGroup", CampaignManagement, Conflict },
        { 1215, "CampaignServiceCannotUpdateAdGroupInExpiredState", CampaignManagement, Conflict },
        { 1313, "CampaignServiceDuplicateAd", CampaignManagement, Conflict },
        { 1410, null, CustomerManagement, Conflict },
        { 1472, null, CustomerManagement, Conflict },
        { 1542, "CampaignServiceKeywordAndMatchTypeCombinationAlreadyExists", CampaignManagement, Conflict },
        { 3224, "BulkServiceUrlAlreadyUsedForUpload", ServiceName.Bulk, Conflict },
        { 4149, "CampaignServiceConcurrentStoreModification", CampaignManagement, Conflict },
        { 4331, "CampaignServiceNegativeKeywordListWithActiveAssociationsCannotBeDeleted", CampaignManagement, Conflict },
        { 4853, "DuplicateAudienceName", CampaignManagement, Conflict },
        { 4907, "CampaignServiceDuplicateBudgetName", CampaignManagement, Conflict },
        { 4918, "CampaignServiceBudgetIsSharedWithCampaigns", CampaignManagement, Conflict },
        { 5303, "UetTagNameAlreadyExists", CampaignManagement, Conflict },
        { 5408, "CampaignServiceLabelNameDuplicate", CampaignManagement, Conflict },

        // Too many
        { 513, "CampaignServiceEntityIdsArrayExceedsLimit", CampaignManagement, Limit },
        { 643, "KeywordIdsExceeded", AdInsight, Limit },
        { 1114, "CampaignServiceCampaignsArrayExceedsLimit", CampaignManagement, Limit },
        { 1117, "CampaignServiceMaximumCampaignsReached", CampaignManagement, Limit },
        { 1243, "CampaignServiceTooManyAdGroupsInAccount", CampaignManagement, Limit },
        { 1312, "CampaignServiceMaxAdsReached", CampaignManagement, Limit },
        { 1518, "CampaignServiceMaxKeywordsReachedForAccount", CampaignManagement, Limit },
        { 1711, "CampaignServiceAppealCreationQuotaExceededForLast24Hours", CampaignManagement, Limit },
        { 2029, "ReportingServiceAccountsOverLimit", ServiceName.Reporting, Limit },
        { 3024, null, CustomerManagement, Limit },
        { 3207, "CampaignServiceAccountTooBigToDownload", ServiceName.Bulk, Limit },
        { 3225, "BulkServiceFileRowCountExceeded", ServiceName.Bulk, Limit },
        { 4914, "CampaignServiceBudgetEntityLimitExceeded", CampaignManagement, Limit },
        { 5943, "AttributeLimitationPerFeedReached", CampaignManagement, Limit },
        { 611104, "CompanyListLimitExceeded", CampaignManagement, Limit },

        // Editorial
        { 1042, "CampaignServiceEditorialValidationError", CampaignManagement, Editorial },
        { 1318, "CampaignServiceForbiddenTextInAdTitle", CampaignManagement, Editorial },
        { 1371, "CampaignServiceBlockedPhoneNumber", CampaignManagement, Editorial },
        { 1397, "CampaignServiceEditorialGenericError", CampaignManagement, Editorial },
        { 1524, "CampaignServiceExclusiveWordInKeywordText", CampaignManagement, Editorial },

        // Passing faults that the table gives no retry
        { 202, "ApiExecutionError", CampaignManagement, Service },
        { 1011, "CampaignServiceFutureFeatureCode", CampaignManagement, Service },
        { 5612, "OfflineConversionsApplyFailed", CampaignManagement, Service },

        // The request itself
        { 100, "NullRequest", CampaignManagement, Validation },
        { 205, null, CustomerManagement, Validation },
        { 205, "InvalidVersion", CampaignManagement, Validation },
        { 207, null, CustomerBilling, Validation },
        { 209, null, CustomerManagement, Validation },
        { 303, "ApiVersionNoLongerSupported", CampaignManagement, Validation },
        { 515, "DuplicateId", CampaignManagement, Validation },
        { 514, "CampaignServiceEntityIdsArrayExceedsLimit", CampaignManagement, Validation },
        { 516, "EntityIdFilterMismatch", CampaignManagement, Validation },
        { 1004, "CampaignServiceIdShouldBeNullOnAdd", CampaignManagement, Validation },
        { 1006, "CampaignServiceNegativeKeywordsTotalLengthExceeded", CampaignManagement, Validation },
        { 1101, "CampaignServiceInvalidCampaignName", CampaignManagement, Validation },
        { 1107, "CampaignServiceDuplicateCampaignIds", CampaignManagement, Validation },
        { 1109, "CampaignServiceTimeZoneNotEnabled", CampaignManagement, Validation },
        { 1113, "CampaignServiceCampaignsArrayShouldNotBeNullOrEmpty", CampaignManagement, Validation },
        { 1155, "CampaignServiceCampaignTypeImmutable", CampaignManagement, Validation },
        { 1383, "CampaignServiceInvalidAdEditorialStatus", CampaignManagement, Validation },
        { 1515, "CampaignServiceBidAmountsLessThanFloorPrice", CampaignManagement, Validation },
        { 2005, "ReportingServiceInvalidDataAvailabilityAndTimePeriodCombination", ServiceName.Reporting, Validation },
        { 2043, "SearchQueryFilterValueLengthExceeded", ServiceName.Reporting, Validation },
        { 3080, null, CustomerManagement, Validation },
        { 3974, "CampaignServiceAppAdExtensionAppStoreIdInvalid", CampaignManagement, Validation },
        { 4200, "BulkServiceBatchOperationFailedForItems", ServiceName.Bulk, Validation },
        { 5407, "CampaignServiceLabelNameLengthExceeded", CampaignManagement, Validation },
        { 6208, "CampaignServiceResponsiveSearchAdHeadlineTooLong", CampaignManagement, Validation },
    };

    [Theory, MemberData(nameof(Read))]
    public void Code_has_the_category_that_its_meaning_asks_for(int code, string? name, ServiceName service, ErrorCategory expected)
    {
        var info = ErrorCodes.Find(code, name, service);

        Assert.NotNull(info);
        Assert.Equal(name, info.Name);
        Assert.Equal(expected, info.Category);
    }

    [Fact]
    public void At_least_120_codes_of_all_categories_were_read()
    {
        Assert.True(Read.Count >= 120, $"only {Read.Count}");
        var categories = Read.Select(static row => row.Data.Item4).Distinct().ToList();
        Assert.Equal([Validation, NotFound, Conflict, Limit, Editorial, Credentials, Permission, Throttled, Service], categories.Order());
    }
}
