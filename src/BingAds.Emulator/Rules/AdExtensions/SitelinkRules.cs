using BingAds.Emulator.Families;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Rules.AdExtensions;

/// <summary>Links to further pages of a site.</summary>
internal static class SitelinkRules
{
    private const int MaxDescription = 35;
    private const int MaxText = 35;
    private const int MaxTextWithDescriptions = 25;
    private const int UrlMissing = 3804;
    private const int TextMissing = 3805;
    private const int TextTooLong = 3807;
    private const int UrlInvalid = 3823;
    private const int AllOrNone = 3948;
    private const int Description1TooLong = 3950;
    private const int Description2TooLong = 3951;
    private const int Description1Invalid = 3952;
    private const int Description2Invalid = 3953;
    private const int TextInvalid = 3955;

    public static void Check(SitelinkAdExtension link, ItemErrors errors)
    {
        var hasDescriptions = !string.IsNullOrEmpty(link.Description1) || !string.IsNullOrEmpty(link.Description2);
        ExtensionTexts.Require(errors, link.DisplayText, hasDescriptions ? MaxTextWithDescriptions : MaxText, TextMissing, TextTooLong, TextInvalid);
        errors.Require(string.IsNullOrEmpty(link.Description1) == string.IsNullOrEmpty(link.Description2), AllOrNone);
        ExtensionTexts.Allow(errors, link.Description1, MaxDescription, Description1TooLong, Description1Invalid);
        ExtensionTexts.Allow(errors, link.Description2, MaxDescription, Description2TooLong, Description2Invalid);

        // The one old address came before final URLs; links that still have it can be kept, but not made.
        errors.Require(string.IsNullOrEmpty(link.DestinationUrl), UrlInvalid);
        errors.Require(link.FinalUrls is { Count: > 0 }, UrlMissing);
        ExtensionUrls.Check(errors, link.FinalUrls, link.FinalMobileUrls, link.TrackingUrlTemplate, link.FinalUrlSuffix, link.UrlCustomParameters);
        link.UrlCustomParameters = UrlRules.Normalize(link.UrlCustomParameters);
    }
}
