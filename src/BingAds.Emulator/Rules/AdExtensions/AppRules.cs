using BingAds.Emulator.Families;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Rules.AdExtensions;

/// <summary>Applications to install.</summary>
internal static class AppRules
{
    private const int MaxText = 35;
    private const int MaxUrl = 1024;
    private const int MaxStoreId = 255;
    private const int PlatformMissing = 3970;
    private const int PlatformInvalid = 3971;
    private const int StoreIdMissing = 3972;
    private const int StoreIdTooLong = 3973;
    private const int StoreIdInvalid = 3974;
    private const int TextMissing = 3975;
    private const int TextTooLong = 3976;
    private const int TextInvalid = 3977;
    private const int UrlMissing = 3978;
    private const int UrlTooLong = 3979;
    private const int UrlInvalid = 3980;

    public static void Check(AppAdExtension app, ItemErrors errors)
    {
        if (string.IsNullOrWhiteSpace(app.AppPlatform))
            errors.Fail(PlatformMissing);
        else
            errors.Require(app.AppPlatform is "Android" or "iOS" or "Windows", PlatformInvalid);
        ExtensionTexts.Require(errors, app.AppStoreId, MaxStoreId, StoreIdMissing, StoreIdTooLong, StoreIdInvalid);
        errors.Require(app.AppStoreId?.Any(char.IsWhiteSpace) != true, StoreIdInvalid);
        ExtensionTexts.Require(errors, app.DisplayText, MaxText, TextMissing, TextTooLong, TextInvalid);
        if (string.IsNullOrWhiteSpace(app.DestinationUrl))
        {
            errors.Fail(UrlMissing);
            return;
        }

        errors.Require(app.DestinationUrl.Length <= MaxUrl, UrlTooLong);
        errors.Require(ExtensionTexts.IsUrl(app.DestinationUrl), UrlInvalid);
    }
}
