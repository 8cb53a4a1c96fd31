namespace BingAds.Emulator;

/// <summary>Names of the entity families in the store. Those that labels and the like can be put on are called as <c>EntityType</c> calls them.</summary>
internal static class FamilyNames
{
    public const string Customer = "Customer";
    public const string Account = "Account";
    public const string User = "User";
    public const string ClientLink = "ClientLink";
    public const string Invitation = "Invitation";
    public const string ExternalId = "ExternalId";
    public const string Campaign = "Campaign";
    public const string AdGroup = "AdGroup";
    public const string Ad = "Ad";
    public const string Keyword = "Keyword";
    public const string Budget = "Budget";
    public const string Label = "Label";
    public const string Asset = "Asset";
    public const string SharedList = "SharedList";
    public const string SharedListItem = "SharedListItem";
    public const string CampaignNegativeKeyword = "CampaignNegativeKeyword";
    public const string AdGroupNegativeKeyword = "AdGroupNegativeKeyword";
    public const string NegativeSites = "NegativeSites";
    public const string Audience = "Audience";
    public const string AdExtension = "AdExtension";
    public const string CampaignCriterion = "CampaignCriterion";
    public const string AdGroupCriterion = "AdGroupCriterion";
    public const string ListingGroup = "ListingGroup";
    public const string CustomerListItem = "CustomerListItem";
    public const string AudienceGroup = "AudienceGroup";
    public const string AssetGroup = "AssetGroup";
    public const string UetTag = "UetTag";
    public const string ConversionGoal = "ConversionGoal";
    public const string ConversionValueRule = "ConversionValueRule";
    public const string NewCustomerAcquisitionGoal = "NewCustomerAcquisitionGoal";
    public const string OfflineConversion = "OfflineConversion";
    public const string ConversionUploads = "ConversionUploads";
    public const string GoalUploads = "GoalUploads";
    public const string AccountProperty = "AccountProperty";
    public const string BidStrategy = "BidStrategy";
    public const string SeasonalityAdjustment = "SeasonalityAdjustment";
    public const string DataExclusion = "DataExclusion";
    public const string Experiment = "Experiment";

    /// <summary>Rows of bulk files that no service models yet, by what they hang on: the account, a campaign, an ad group, a keyword, or another such row.</summary>
    public const string AccountRecord = "AccountRecord";
    public const string CampaignRecord = "CampaignRecord";
    public const string AdGroupRecord = "AdGroupRecord";
    public const string KeywordRecord = "KeywordRecord";
    public const string ChildRecord = "ChildRecord";

    /// <summary>What is deleted together with an entity of a family: its children.</summary>
    public static IReadOnlyList<string> ChildrenOf(string family) => family switch
    {
        Campaign => [AdGroup, CampaignNegativeKeyword, CampaignCriterion, CampaignRecord],
        AdGroup => [Ad, Keyword, AdGroupNegativeKeyword, AdGroupCriterion, AdGroupRecord],
        Keyword => [KeywordRecord],
        AssetGroup => [ListingGroup],
        AccountRecord or CampaignRecord => [ChildRecord],
        SharedList => [SharedListItem],
        Audience => [CustomerListItem],
        _ => [],
    };
}
