using BingAds.Emulator.Families;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Rules.AdExtensions;

/// <summary>What is cheaper for a while.</summary>
internal static class PromotionRules
{
    private const int MaxItem = 20;
    private const int MaxCode = 15;
    private const int CurrencyNotSupported = 5503;
    private const int ValueMissing = 6615;
    private const int TwoValues = 6616;
    private const int OrdersAndCode = 6617;
    private const int ValueNegative = 6618;
    private const int OrdersNegative = 6619;
    private const int DatesInvalid = 6620;
    private const int CurrencyWithoutMoney = 6621;

    public static void Check(PromotionAdExtension promotion, ItemErrors errors)
    {
        promotion.DiscountModifier ??= PromotionDiscountModifier.None;
        promotion.PromotionOccasion ??= PromotionOccasion.None;
        ExtensionTexts.Require(errors, promotion.PromotionItem, MaxItem, nameof(promotion.PromotionItem));
        ExtensionTexts.Allow(errors, promotion.PromotionCode, MaxCode, nameof(promotion.PromotionCode));
        ExtensionTexts.RequireThat(errors, EnumRules.IsLanguage(promotion.Language), nameof(promotion.Language));
        ExtensionTexts.RequireThat(
            errors, promotion.DiscountModifier.Value.Known is not (PromotionDiscountModifier.KnownValue.Unrecognized or PromotionDiscountModifier.KnownValue.Unknown), nameof(promotion.DiscountModifier));
        ExtensionTexts.RequireThat(
            errors, promotion.PromotionOccasion.Value.Known is not (PromotionOccasion.KnownValue.Unrecognized or PromotionOccasion.KnownValue.Unknown), nameof(promotion.PromotionOccasion));
        CheckValues(promotion, errors);
        CheckDates(promotion, errors);
        ExtensionUrls.Require(errors, promotion.FinalUrls, promotion.FinalMobileUrls, promotion.TrackingUrlTemplate, promotion.FinalUrlSuffix, promotion.UrlCustomParameters);
        promotion.UrlCustomParameters = UrlRules.Normalize(promotion.UrlCustomParameters);
    }

    private static void CheckValues(PromotionAdExtension promotion, ItemErrors errors)
    {
        errors.Require(promotion.PercentOff is not null || promotion.MoneyAmountOff is not null, ValueMissing);
        errors.Require(promotion.PercentOff is null || promotion.MoneyAmountOff is null, TwoValues);
        errors.Require(promotion.OrdersOverAmount is null || string.IsNullOrEmpty(promotion.PromotionCode), OrdersAndCode);
        errors.Require((promotion.PercentOff is null or (> 0 and <= 100)) && (promotion.MoneyAmountOff is null or > 0), ValueNegative);
        errors.Require(promotion.OrdersOverAmount is null or > 0, OrdersNegative);
        if (promotion.MoneyAmountOff is not null || promotion.OrdersOverAmount is not null)
            errors.Require(promotion.CurrencyCode is { } code && EnumRules.IsCurrency(code), CurrencyNotSupported);
        else
            errors.Require(string.IsNullOrEmpty(promotion.CurrencyCode), CurrencyWithoutMoney);
    }

    private static void CheckDates(PromotionAdExtension promotion, ItemErrors errors)
    {
        var (start, end) = (TimeRules.AsDay(promotion.PromotionStartDate), TimeRules.AsDay(promotion.PromotionEndDate));
        errors.Require((promotion.PromotionStartDate is null || start is not null) && (promotion.PromotionEndDate is null || end is not null), DatesInvalid);
        errors.Require(start is null || end is null || end >= start, DatesInvalid);
    }
}
