using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.Emulator.Rules;
using BingAds.Emulator.Store;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement.Conversions;

/// <summary>What an uploaded conversion or adjustment must hold.</summary>
internal static class OfflineConversionRules
{
    public const string Restate = "Restate";
    public const string Retract = "Retract";

    private const int MaxClickId = 100;
    private const int HashLength = 64;
    private const int ClickIdMissing = 5603;
    private const int ClickIdInvalid = 5604;
    private const int NameMissing = 5605;
    private const int NameInvalid = 5606;
    private const int TimeMissing = 5608;
    private const int TimeOutOfWindow = 5609;
    private const int ValueInvalid = 5610;
    private const int CurrencyInvalid = 5611;
    private const int TimeInFuture = 5614;
    private const int NotForGoal = 5615;
    private const int AdjustmentTypeInvalid = 5618;
    private const int AdjustmentTimeMissing = 5619;
    private const int AdjustedBeforeConversion = 5620;
    private const int AdjustmentInFuture = 5622;
    private const int AdjustmentOutOfWindow = 5623;
    private const int AdjustmentValueNotExpected = 5624;
    private const int AdjustmentValueMissing = 5625;
    private const int AdjustmentCurrencyMissing = 5626;
    private const int MailMustBeHashed = 8004;

    private static readonly TimeSpan s_window = TimeSpan.FromDays(90);

    public static void Check(CallContext call, OfflineConversion item, ItemErrors errors)
    {
        CheckPerson(item.MicrosoftClickId, item.HashedEmailAddress, item.HashedPhoneNumber, errors);
        CheckTime(call, item.ConversionTime, errors);
        errors.Require(item.ConversionValue is null || (double.IsFinite(item.ConversionValue.Value) && item.ConversionValue >= 0), ValueInvalid, nameof(item.ConversionValue));
        errors.Require(item.ConversionCurrencyCode is null || EnumRules.IsCurrency(item.ConversionCurrencyCode), CurrencyInvalid, nameof(item.ConversionCurrencyCode));
        errors.Require(item.ExternalAttributionCredit is null or (> 0 and <= 1), GeneralCodes.ValueOutOfRange, nameof(item.ExternalAttributionCredit));
    }

    public static void Check(CallContext call, OfflineConversionAdjustment item, ItemErrors errors)
    {
        CheckPerson(item.MicrosoftClickId, item.HashedEmailAddress, item.HashedPhoneNumber, errors);
        CheckTime(call, item.ConversionTime, errors);
        CheckAdjustment(call, item.AdjustmentType, item.AdjustmentTime, item.AdjustmentValue, item.AdjustmentCurrencyCode, errors);
        if (item is { ConversionTime: { } then, AdjustmentTime: { } adjusted })
            errors.Require(TimeRules.Utc(adjusted) >= TimeRules.Utc(then), AdjustedBeforeConversion, nameof(item.AdjustmentTime));
    }

    public static void Check(CallContext call, OnlineConversionAdjustment item, ItemErrors errors)
    {
        errors.Require(!string.IsNullOrWhiteSpace(item.TransactionId), GeneralCodes.ValueMissing, nameof(item.TransactionId));
        CheckAdjustment(call, item.AdjustmentType, item.AdjustmentTime, item.AdjustmentValue, item.AdjustmentCurrencyCode, errors);
    }

    /// <summary>The goal of that name, which for uploads must be one of offline conversions.</summary>
    public static EntityRow? GoalOf(CallContext call, string? name, ItemErrors errors, bool isOnline = false)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            errors.Fail(NameMissing, nameof(OfflineConversion.ConversionName));
            return null;
        }

        var id = call.Session.Entities.FindByName(FamilyNames.ConversionGoal, call.Account.Customer, TextRules.FoldCase(name)!);
        var goal = ConversionFamilies.Goals.FindOwn(call, id);
        errors.Require(goal is not null, NameInvalid, nameof(OfflineConversion.ConversionName));
        errors.Require(goal is null || isOnline || goal.Kind == GoalKinds.Offline, NotForGoal, nameof(OfflineConversion.ConversionName));
        return goal;
    }

    /// <summary>Somebody must be told by a click or a hash.</summary>
    private static void CheckPerson(string? clickId, string? mail, string? phone, ItemErrors errors)
    {
        errors.Require(!string.IsNullOrEmpty(clickId) || !string.IsNullOrEmpty(mail) || !string.IsNullOrEmpty(phone), ClickIdMissing, nameof(OfflineConversion.MicrosoftClickId));
        errors.Require(
            string.IsNullOrEmpty(clickId) || (clickId.Length <= MaxClickId && clickId.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')),
            ClickIdInvalid, nameof(OfflineConversion.MicrosoftClickId));
        errors.Require(IsHash(mail), MailMustBeHashed, nameof(OfflineConversion.HashedEmailAddress));
        errors.Require(IsHash(phone), GeneralCodes.ValueInvalid, nameof(OfflineConversion.HashedPhoneNumber));
    }

    private static bool IsHash(string? text) => string.IsNullOrEmpty(text) || (text.Length == HashLength && text.All(char.IsAsciiHexDigit));

    private static void CheckTime(CallContext call, DateTime? time, ItemErrors errors)
    {
        if (time is not { } given)
        {
            errors.Fail(TimeMissing, nameof(OfflineConversion.ConversionTime));
            return;
        }

        var utc = TimeRules.Utc(given);
        errors.Require(utc <= call.Now, TimeInFuture, nameof(OfflineConversion.ConversionTime));
        errors.Require(utc >= call.Now - s_window, TimeOutOfWindow, nameof(OfflineConversion.ConversionTime));
    }

    private static void CheckAdjustment(CallContext call, string? type, DateTime? time, double? value, string? currency, ItemErrors errors)
    {
        const string prefix = "Adjustment";
        errors.Require(type is Restate or Retract, AdjustmentTypeInvalid, prefix + "Type");
        if (time is not { } given)
            errors.Fail(AdjustmentTimeMissing, prefix + "Time");
        else
        {
            errors.Require(TimeRules.Utc(given) <= call.Now, AdjustmentInFuture, prefix + "Time");
            errors.Require(TimeRules.Utc(given) >= call.Now - s_window, AdjustmentOutOfWindow, prefix + "Time");
        }

        if (type == Restate)
        {
            errors.Require(value is not null, AdjustmentValueMissing, prefix + "Value");
            errors.Require(!string.IsNullOrEmpty(currency), AdjustmentCurrencyMissing, prefix + "CurrencyCode");
        }

        errors.Require(type != Retract || value is null, AdjustmentValueNotExpected, prefix + "Value");
        errors.Require(value is null || (double.IsFinite(value.Value) && value >= 0), ValueInvalid, prefix + "Value");
        errors.Require(string.IsNullOrEmpty(currency) || EnumRules.IsCurrency(currency), CurrencyInvalid, prefix + "CurrencyCode");
    }
}
