using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.Emulator.Rules;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement;

/// <summary>What an ad group must be, and what it is when nothing is said.</summary>
internal static class AdGroupRules
{
    private const int MaxName = 256;
    private const int InvalidState = 1016;
    private const int InvalidBids = 1017;
    private const int InvalidName = 1202;
    private const int EndNotAfterStart = 1204;
    private const int StartInThePast = 1212;
    private const int StartHasPassed = 1216;
    private const int Expired = 1231;
    private const int InvalidStartDate = 1232;
    private const int InvalidEndDate = 1233;
    private const int MissingLanguage = 1257;
    private const int DatesOfRotation = 1263;
    private const int InvalidNetwork = 1275;
    private const int DuplicateSettings = 1149;
    private const int InvalidLanguage = 3412;
    private const int InvalidBidAdjustment = 4409;
    private const int TypeInvalid = 5115;
    private const int TypeImmutable = 5116;
    private const int TypeNotForCampaign = 5118;

    private static readonly DateOnly s_endless = new(2050, 1, 2);

    public static void PrepareNew(CallContext call, AdGroup group, Campaign campaign, ItemErrors errors)
    {
        var type = CampaignRules.TypeOf(campaign);
        group.Status ??= AdGroupStatus.Paused;
        group.CpcBid ??= new Bid { Amount = MoneyRules.MinBid };
        group.CpcBid.Amount ??= MoneyRules.MinBid;
        group.StartDate ??= ToDate(call.Today);
        group.AdRotation ??= new AdRotation();
        group.AdRotation.Type ??= AdRotationType.OptimizeForClicks;
        group.PrivacyStatus = AdGroupPrivacyStatus.Active;
        if (type != "Audience")
            group.Network ??= Network.OwnedAndOperatedAndSyndicatedSearch;
        if (type == "Search")
            group.AdGroupType ??= "SearchStandard";

        errors.Require(TextRules.IsName(group.Name, MaxName), InvalidName);
        errors.Require(group.AdGroupType is null or "SearchStandard" or "SearchDynamic" or "HotelAds", TypeInvalid);
        errors.Require(type is "Search" or "DynamicSearchAds" || group.AdGroupType is not ("SearchStandard" or "SearchDynamic"), TypeNotForCampaign);
        if (TimeRules.AsDay(group.StartDate) is { } start)
            errors.Require(start >= call.Today, StartInThePast);
        Check(group, campaign, errors);
    }

    public static void BeforeUpdate(CallContext call, AdGroup before, AdGroup given, ItemErrors errors)
    {
        given.PrivacyStatus = null;
        errors.Require(given.Name is null || TextRules.IsName(given.Name, MaxName), InvalidName);
        errors.Require(given.AdGroupType is null || given.AdGroupType == before.AdGroupType, TypeImmutable);
        if (HasEnded(before, call.Today))
            errors.Require(TimeRules.AsDay(given.EndDate) >= call.Today, Expired);
        if (TimeRules.AsDay(given.StartDate) is { } start && start != TimeRules.AsDay(before.StartDate))
        {
            errors.Require(TimeRules.AsDay(before.StartDate) >= call.Today, StartHasPassed);
            errors.Require(start >= call.Today, StartInThePast);
        }

        if (given.CpcBid is { Amount: null })
            given.CpcBid = null;
    }

    public static void CheckUpdate(EntityChange<AdGroup> change, Campaign campaign, ItemErrors errors) => Check(change.After, campaign, errors);

    public static bool HasEnded(AdGroup group, DateOnly today) => TimeRules.AsDay(group.EndDate) < today;

    private static void Check(AdGroup group, Campaign campaign, ItemErrors errors)
    {
        // Bidding is decided by the campaign alone.
        group.BiddingScheme = new InheritFromParentBiddingScheme();
        errors.Require(group.Status == AdGroupStatus.Active || group.Status == AdGroupStatus.Paused, InvalidState);
        errors.Require(group.Network is null || group.Network.Value.Known is Network.KnownValue.OwnedAndOperatedAndSyndicatedSearch or Network.KnownValue.OwnedAndOperatedOnly or Network.KnownValue.InHousePromotion, InvalidNetwork);
        errors.Require(group.AudienceAdsBidAdjustment is null or (>= -100 and <= 900), InvalidBidAdjustment);
        errors.Require(group.AdRotation is null or { StartDate: null, EndDate: null }, DatesOfRotation);
        errors.Require(group.Settings is null || group.Settings.Select(static s => s?.TypeName).Distinct(StringComparer.Ordinal).Count() == group.Settings.Count, DuplicateSettings);
        MoneyRules.CheckBid(errors, group.CpcBid?.Amount, InvalidBids, nameof(AdGroup.CpcBid));
        CheckLanguage(group, campaign, errors);
        CheckDates(group, errors);
        UrlRules.CheckTracking(errors, group.TrackingUrlTemplate, group.FinalUrlSuffix, group.UrlCustomParameters);
        group.UrlCustomParameters = UrlRules.Normalize(group.UrlCustomParameters);
    }

    private static void CheckLanguage(AdGroup group, Campaign campaign, ItemErrors errors)
    {
        if (!string.IsNullOrEmpty(group.Language))
            errors.Require(EnumRules.IsLanguage(group.Language), InvalidLanguage);
        else if (CampaignRules.TypeOf(campaign) is "Search" or "DynamicSearchAds")
            errors.Require(campaign.Languages is { Count: > 0 }, MissingLanguage);
    }

    private static void CheckDates(AdGroup group, ItemErrors errors)
    {
        errors.Require(group.StartDate is null || TimeRules.AsDay(group.StartDate) is not null, InvalidStartDate);
        errors.Require(group.EndDate is null || TimeRules.AsDay(group.EndDate) is not null, InvalidEndDate);
        if (TimeRules.AsDay(group.EndDate) is not { } end)
            return;
        if (TimeRules.AsDay(group.StartDate) is { } start)
            errors.Require(end >= start, EndNotAfterStart);
        if (end >= s_endless)
            group.EndDate = null;
    }

    private static Date ToDate(DateOnly day) => new() { Day = day.Day, Month = day.Month, Year = day.Year };
}
