using BingAds.Contract;
using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.Emulator.Rules;
using BingAds.V13.CampaignManagement;
using BingAds.V13.CustomerManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement;

/// <summary>What a campaign must be, and what it is when nothing is said.</summary>
internal static class CampaignRules
{
    public const int EntityIdFilterMismatch = 516;
    public const int BudgetIdInvalid = 4916;

    private const int MaxName = 128;
    private const int TimeZoneValueInvalid = 1014;
    private const int InvalidCampaignName = 1101;
    private const int InvalidDailyBudget = 1106;
    private const int InvalidCampaignStatus = 1120;
    private const int InvalidBudgetType = 1121;
    private const int DuplicateSettings = 1149;
    private const int SettingsRequired = 1150;
    private const int InvalidSetting = 1151;
    private const int CampaignTypeImmutable = 1155;
    private const int CannotUpdateSharedBudget = 1159;
    private const int MonthlyBudgetNotSupported = 1160;
    private const int InvalidLanguage = 3412;
    private const int InvalidBidAdjustment = 4409;
    private const int AllLanguagesRemoved = 5353;
    private const int LanguageRepeated = 5354;
    private const int UnsupportedType = 5703;

    // Later dates mean "no end", and read back as none.
    private static readonly DateTime s_endless = new(2050, 1, 1);

    public static void PrepareNew(CallContext call, Campaign campaign, ItemErrors errors)
    {
        campaign.CampaignType ??= CampaignType.Search;
        campaign.Status ??= CampaignStatus.Paused;
        campaign.IsPolitical ??= false;
        campaign.AdScheduleUseSearcherTimeZone ??= false;
        campaign.AudienceAdsBidAdjustment ??= 0;
        campaign.TimeZone ??= AccountTimeZone(call);
        campaign.BiddingScheme ??= BiddingRules.Default(TypeOf(campaign));
        campaign.ExperimentId = null;
        if (campaign.BudgetId == 0)
            campaign.BudgetId = null;
        if (campaign.BidStrategyId == 0)
            campaign.BidStrategyId = null;
        errors.Require(CampaignTypeIsOffered(campaign), UnsupportedType);
        errors.Require(TextRules.IsName(campaign.Name, MaxName), InvalidCampaignName);
        if (campaign.BudgetId is null)
            CheckOwnBudget(campaign, errors);
        if (TypeOf(campaign) == "Shopping")
            errors.Require(campaign.Settings?.OfType<ShoppingSetting>().Any() == true, SettingsRequired);
        Check(call, campaign, errors);
    }

    public static void BeforeUpdate(Campaign before, Campaign given, ItemErrors errors)
    {
        errors.Require(given.CampaignType is null || given.CampaignType == before.CampaignType, CampaignTypeImmutable);
        errors.Require(given.Name is null || TextRules.IsName(given.Name, MaxName), InvalidCampaignName);
        errors.Require(given.Languages is null or { Count: > 0 }, AllLanguagesRemoved);
        var isShared = before.BudgetId is not null && given.BudgetId is null;
        errors.Require(!isShared || (given.DailyBudget is null && given.BudgetType is null), CannotUpdateSharedBudget);
        given.ExperimentId = null;
        given.SubType = null;
        if (given.Settings is { } settings)
            given.Settings = MergeSettings(before.Settings, settings);
    }

    public static void CheckUpdate(CallContext call, EntityChange<Campaign> change, ItemErrors errors)
    {
        var campaign = change.After;
        if (campaign.BudgetId == 0)
            campaign.BudgetId = null;
        if (campaign.BidStrategyId == 0)
            campaign.BidStrategyId = null;
        if (campaign.BudgetId is null)
            CheckOwnBudget(campaign, errors);
        Check(call, campaign, errors);
    }

    public static string TypeOf(Campaign campaign) => campaign.CampaignType?.ToString() ?? "Search";

    /// <summary>The part that holds for new and changed campaigns alike.</summary>
    private static void Check(CallContext call, Campaign campaign, ItemErrors errors)
    {
        if (campaign.BudgetId is { } budget)
        {
            // What a shared budget says is read from it, never stored twice.
            campaign.DailyBudget = null;
            campaign.BudgetType = null;
            errors.Require(CampaignFamilies.Budgets.FindOwn(call, budget) is not null, BudgetIdInvalid);
        }

        Bidding.BidStrategies.Check(call, campaign, errors);
        errors.Require(campaign.Status == CampaignStatus.Active || campaign.Status == CampaignStatus.Paused, InvalidCampaignStatus);
        errors.Require(campaign.TimeZone is null || EnumRules.IsTimeZone(campaign.TimeZone), TimeZoneValueInvalid);
        errors.Require(campaign.AudienceAdsBidAdjustment is null or (>= -100 and <= 900), InvalidBidAdjustment);
        if (campaign.IsPolitical == true)
            errors.Fail(0, "PoliticalCampaignsAreNotSupported", null); // The number was never published.
        CheckLanguages(campaign, errors);
        CheckSettings(campaign, errors);
        BiddingRules.Check(errors, campaign.BiddingScheme);
        campaign.BiddingScheme = campaign.BiddingScheme is null ? null : BiddingRules.Correct(campaign.BiddingScheme, TypeOf(campaign));
        UrlRules.CheckTracking(errors, campaign.TrackingUrlTemplate, campaign.FinalUrlSuffix, campaign.UrlCustomParameters);
        campaign.UrlCustomParameters = UrlRules.Normalize(campaign.UrlCustomParameters);
        if (campaign.EndDate >= s_endless)
            campaign.EndDate = null;
    }

    private static bool CampaignTypeIsOffered(Campaign campaign)
        => campaign.CampaignType!.Value.Known is not (CampaignType.KnownValue.Unrecognized or CampaignType.KnownValue.DynamicSearchAds or CampaignType.KnownValue.UnifiedCampaign);

    private static void CheckOwnBudget(Campaign campaign, ItemErrors errors)
    {
        errors.Require(MoneyRules.IsBudget(campaign.DailyBudget), InvalidDailyBudget);
        switch (campaign.BudgetType?.ToString())
        {
            case "DailyBudgetStandard" or "DailyBudgetAccelerated":
                // Accelerated spending ended: it is taken, and read back as standard.
                campaign.BudgetType = BudgetLimitType.DailyBudgetStandard;
                break;
            case "LifetimeBudgetStandard" when TypeOf(campaign) == "Audience":
                break;
            case "MonthlyBudgetSpendUntilDepleted":
                errors.Fail(MonthlyBudgetNotSupported);
                break;
            default:
                errors.Fail(InvalidBudgetType);
                break;
        }
    }

    private static void CheckLanguages(Campaign campaign, ItemErrors errors)
    {
        if (campaign.Languages is not { } languages)
            return;
        errors.Require(languages.All(EnumRules.IsLanguage), InvalidLanguage);
        errors.Require(languages.Distinct(StringComparer.OrdinalIgnoreCase).Count() == languages.Count, LanguageRepeated);
    }

    private static void CheckSettings(Campaign campaign, ItemErrors errors)
    {
        if (campaign.Settings is not { } settings)
            return;
        settings.RemoveAll(static s => s is null);
        errors.Require(settings.Select(static s => s.TypeName).Distinct(StringComparer.Ordinal).Count() == settings.Count, DuplicateSettings);
        errors.Require(settings.All(s => Suits(s, TypeOf(campaign))), InvalidSetting);
    }

    private static bool Suits(Setting setting, string campaignType) => setting switch
    {
        ShoppingSetting => campaignType is "Shopping" or "PerformanceMax" or "Audience",
        DynamicSearchAdsSetting => campaignType is "Search" or "DynamicSearchAds" or "PerformanceMax",
        HotelSetting => campaignType is "Hotel" or "PerformanceMax",
        PerformanceMaxSetting => campaignType is "PerformanceMax",
        ResponsiveSearchAdsSetting => campaignType is "Search" or "DynamicSearchAds",
        AppSetting => campaignType is "App" or "PerformanceMax",
        _ => true,
    };

    /// <summary>Each setting that is given takes the place of the one of its type; the others stay.</summary>
    private static List<Setting> MergeSettings(List<Setting>? before, List<Setting> given)
    {
        var types = given.Where(static s => s is not null).Select(static s => s.TypeName).ToHashSet(StringComparer.Ordinal);
        return [.. (before ?? []).Where(s => !types.Contains(s.TypeName)), .. given];
    }

    private static string AccountTimeZone(CallContext call)
        => WireJson.Read<AdvertiserAccount>(call.Account.Body).TimeZone?.ToString() ?? "PacificTimeUSCanadaTijuana";
}
