namespace BingAds.Generator.Docs;

/// <summary>
/// Members whose name alone says too little or reads badly. A key is a member's name, or owner and member where it means something else elsewhere.
/// <c>{0}</c> is the owner as a phrase.
/// </summary>
internal static class KnownMembers
{
    private static readonly Dictionary<string, string> s_texts = new(StringComparer.Ordinal)
    {
        ["BatchErrors"] = "Errors of single items of the request",
        ["ClaimedDateByAccountId"] = "When coupons were claimed, by account id",
        ["CreatedByUserId"] = "Id of the user who created the {0}",
        ["DeleteAccountIds"] = "Ids of the accounts that the user shall no longer reach",
        ["DeleteCustomerIds"] = "Ids of the customers that the user shall no longer reach",
        ["DeleteRoleId"] = "Id of the role to take from the user",
        ["ErrorCode"] = "Name of the error, as in the list of error codes",
        ["FieldPath"] = "Path to the member of the item that is wrong",
        ["FinalAppUrls"] = "Landing pages inside apps",
        ["FinalMobileUrls"] = "Landing pages for mobile devices; only the first is used",
        ["FinalUrlSuffix"] = "Query string that is added to the final URL",
        ["FinalUrls"] = "Landing pages; only the first is used",
        ["ForwardCompatibilityMap"] = "Further values by name, for what has no member of its own yet",
        ["KeywordDemographic.EighteenToTwentyFour"] = "Share of searches by people of 18 to 24 years",
        ["KeywordDemographic.FiftyToSixtyFour"] = "Share of searches by people of 50 to 64 years",
        ["KeywordDemographic.SixtyFiveAndAbove"] = "Share of searches by people of 65 years and above",
        ["KeywordDemographic.ThirtyFiveToFourtyNine"] = "Share of searches by people of 35 to 49 years",
        ["KeywordDemographic.TwentyFiveToThirtyFour"] = "Share of searches by people of 25 to 34 years",
        ["KeywordDemographic.Female"] = "Share of searches by women",
        ["KeywordDemographic.Male"] = "Share of searches by men",
        ["LastModifiedByUserId"] = "Id of the user who changed the {0} last",
        ["Lcid"] = "Number of the locale in which names are returned",
        ["LocationSubGeography"] = "Breakdown by state or province",
        ["NestedPartialErrors"] = "Errors of the items that failed, each with the errors of its parts; empty when all went well",
        ["NewAccountIds"] = "Ids of the accounts that the user shall reach from now on",
        ["NewCustomerIds"] = "Ids of the customers that the user shall reach from now on",
        ["NewRoleId"] = "Id of the role to give to the user",
        ["OperationErrors"] = "Errors of the call as a whole",
        ["PageInfo"] = "Which page of the results to return, and how large",
        ["Paging.Index"] = "Which page to return, counted from 0",
        ["Paging.Size"] = "How many items a page has",
        ["PartialErrors"] = "Errors of the items that failed; empty when all went well. Their index tells which item is meant",
        ["PercentComplete"] = "How much of the job is done, in percent",
        ["ReturnAdditionalFields"] = "Members to return that are left out otherwise",
        ["TimeStamp"] = "Version of the {0} as last read, to be sent back with a change",
        ["Timestamp"] = "Version of the {0} as last read, to be sent back with a change",
        ["TopN"] = "How many items to return at most",
        ["TrackingId"] = "Id under which the service has logged the call",
        ["TrackingUrlTemplate"] = "Template of the URL that clicks go through, to track them",
        ["UrlCustomParameters"] = "Custom parameters for tracking templates and URLs",
        ["key"] = "Key of the {0}",
        ["value"] = "Value of the {0}",
        ["BatchError.Code"] = "Number of the error",
        ["BatchError.Details"] = "More about the error, where there is more",
        ["BatchError.Index"] = "Place in the request's list of the item that failed, counted from 0",
        ["BatchErrorCollection.Index"] = "Place in the request's list of the item that failed, counted from 0",
        ["BatchError.Message"] = "What went wrong, in English",
        ["BatchError.Type"] = "Which kind of batch error this is",
        ["OperationError.Code"] = "Number of the error",
        ["OperationError.Details"] = "More about the error, where there is more",
        ["OperationError.Message"] = "What went wrong, in English",
        ["AdApiError.Code"] = "Number of the error",
        ["AdApiError.Detail"] = "More about the error, where there is more",
        ["AdApiError.Message"] = "What went wrong, in English",
        ["AdApiFaultDetail.Errors"] = "Errors of the call, such as a failed sign-in",
    };

    public static string? Find(string owner, string member, string phrase)
    {
        if (s_texts.TryGetValue(owner + "." + member, out var text) || s_texts.TryGetValue(member, out text))
            return text.Replace("{0}", phrase, StringComparison.Ordinal);
        return null;
    }
}
