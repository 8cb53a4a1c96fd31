using BingAds.Emulator.Families;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Rules.AdExtensions;

/// <summary>Telephone numbers to call.</summary>
internal static class CallRules
{
    public const int MaxPhone = 35;
    public const int PhoneTooLong = 3850;
    public const int PhoneInvalid = 3851;

    private const int CountryMissing = 3842;
    private const int CountryLength = 3843;
    private const int CountryInvalid = 3844;
    private const int PhoneMissing = 3861;
    private const int TollFreeNeedsTracking = 3875;
    private const int TrackingNotInCountry = 3877;

    public static void Check(CallAdExtension call, ItemErrors errors)
    {
        CheckCountry(call.CountryCode, errors);
        errors.Require(!string.IsNullOrWhiteSpace(call.PhoneNumber), PhoneMissing);
        CheckPhone(call.PhoneNumber, errors);
        call.IsCallOnly ??= false;
        call.IsCallTrackingEnabled ??= false;
        if (call.IsCallTrackingEnabled == true)
            errors.Require(call.CountryCode?.ToUpperInvariant() is null or "US" or "GB", TrackingNotInCountry);
        else
            errors.Require(call.RequireTollFreeTrackingNumber != true, TollFreeNeedsTracking);
    }

    public static void CheckPhone(string? phone, ItemErrors errors)
    {
        if (string.IsNullOrWhiteSpace(phone))
            return;
        errors.Require(phone.Length <= MaxPhone, PhoneTooLong);
        errors.Require(ExtensionTexts.IsPhone(phone), PhoneInvalid);
    }

    public static void CheckCountry(string? country, ItemErrors errors)
    {
        if (string.IsNullOrWhiteSpace(country))
            errors.Fail(CountryMissing);
        else if (country.Length != 2)
            errors.Fail(CountryLength);
        else
            errors.Require(ExtensionTexts.IsCountry(country), CountryInvalid);
    }
}
