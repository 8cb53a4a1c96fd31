using BingAds.Contract;
using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.Emulator.Rules;
using BingAds.V13.CampaignManagement;
using BingAds.V13.CustomerManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement.Conversions;

/// <summary>What all goals must hold, and what they hold when nothing is said.</summary>
internal static class ConversionGoalRules
{
    private const int DefaultWindow = 43_200;
    private const int MaxWindow = 129_600;
    private const int MaxViewThroughWindow = 43_200;
    private const int InvalidTagId = 5300;
    private const int InvalidStatus = 5328;
    private const int InvalidRevenueType = 5332;
    private const int InvalidRevenueValue = 5333;
    private const int InvalidWindow = 5337;
    private const int InvalidCurrency = 5351;
    private const int InvalidViewThroughWindow = 6608;
    private const int ViewThroughNotForType = 6609;

    public static void SetDefaults(ConversionGoal goal)
    {
        goal.Status ??= ConversionGoalStatus.Active;
        goal.CountType ??= ConversionGoalCountType.All;
        goal.ConversionWindowInMinutes ??= DefaultWindow;
        goal.ExcludeFromBidding ??= false;
        goal.IsEnhancedConversionsEnabled ??= false;
        goal.IsAutoGoal = false;
        goal.Scope ??= goal is OfflineConversionGoal ? EntityScope.Account : EntityScope.Customer;
        goal.Revenue ??= new ConversionGoalRevenue();
        goal.GoalCategory ??= goal switch
        {
            AppInstallGoal or AppDownloadGoal => ConversionGoalCategory.Download,
            InStoreTransactionGoal => ConversionGoalCategory.Purchase,
            _ => ConversionGoalCategory.Other,
        };

        // No page and no shop ever reports anything.
        goal.TrackingStatus = goal switch
        {
            OfflineConversionGoal or InStoreTransactionGoal => default(ConversionGoalTrackingStatus?),
            AppInstallGoal or AppDownloadGoal => ConversionGoalTrackingStatus.NoRecentConversions,
            _ => ConversionGoalTrackingStatus.TagUnverified,
        };
        switch (goal)
        {
            case DurationGoal duration:
                duration.MinimumDurationInSeconds ??= 0;
                break;
            case UrlGoal url:
                url.UrlOperator ??= ExpressionOperator.Equals_;
                break;
            case OfflineConversionGoal offline:
                offline.IsExternallyAttributed ??= false;
                break;
        }
    }

    /// <summary>The part that holds for new and changed goals alike.</summary>
    public static void Check(CallContext call, ConversionGoal goal, ItemErrors errors)
    {
        errors.Require(goal.Status == ConversionGoalStatus.Active || goal.Status == ConversionGoalStatus.Paused, InvalidStatus, nameof(goal.Status));
        errors.Require(goal.ConversionWindowInMinutes is >= 1 and <= MaxWindow, InvalidWindow, nameof(goal.ConversionWindowInMinutes));
        errors.Require(goal.Scope == EntityScope.Account || goal.Scope == EntityScope.Customer, GeneralCodes.ValueInvalid, nameof(goal.Scope));
        errors.Require(goal.GoalCategory is { Known: not (ConversionGoalCategory.KnownValue.Unrecognized or ConversionGoalCategory.KnownValue.Unknown) }, GeneralCodes.ValueInvalid, nameof(goal.GoalCategory));
        CheckTag(call, goal, errors);
        CheckRevenue(call, goal.Revenue, errors);
        GoalTypeRules.Check(goal, errors);
    }

    private static void CheckTag(CallContext call, ConversionGoal goal, ItemErrors errors)
    {
        var isWeb = GoalKinds.NeedsTag(goal);
        errors.Require(isWeb || goal.ViewThroughConversionWindowInMinutes is null, ViewThroughNotForType, nameof(goal.ViewThroughConversionWindowInMinutes));
        errors.Require(goal.ViewThroughConversionWindowInMinutes is null or (>= 1 and <= MaxViewThroughWindow), InvalidViewThroughWindow, nameof(goal.ViewThroughConversionWindowInMinutes));
        if (isWeb)
        {
            errors.Require(ConversionFamilies.UetTags.Find(call, goal.TagId)?.Parent == call.Account.Customer, InvalidTagId, nameof(goal.TagId));
            goal.AttributionModelType ??= AttributionModelType.LastClick;
        }
        else
        {
            goal.TagId = null;
            goal.AttributionModelType = null;
        }
    }

    private static void CheckRevenue(CallContext call, ConversionGoalRevenue? revenue, ItemErrors errors)
    {
        if (revenue is null)
            return;
        revenue.Type ??= ConversionGoalRevenueType.NoValue;
        revenue.Value ??= 0;
        errors.Require(revenue.Type.Value.Known != ConversionGoalRevenueType.KnownValue.Unrecognized, InvalidRevenueType, nameof(ConversionGoal.Revenue));
        errors.Require(revenue.Value >= 0, InvalidRevenueValue, nameof(ConversionGoal.Revenue));
        if (revenue.CurrencyCode is { } currency)
            errors.Require(EnumRules.IsCurrency(currency), InvalidCurrency, nameof(ConversionGoal.Revenue));
        else if (revenue.Type != ConversionGoalRevenueType.NoValue)
            revenue.CurrencyCode = AccountCurrency(call);
    }

    /// <summary>The currency of the account, for amounts that do not say theirs.</summary>
    public static string? AccountCurrency(CallContext call) => WireJson.Read<AdvertiserAccount>(call.Account.Body).CurrencyCode?.ToString();
}
