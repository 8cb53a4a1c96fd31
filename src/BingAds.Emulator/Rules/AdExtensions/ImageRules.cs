using BingAds.Emulator.Families;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Rules.AdExtensions;

/// <summary>Pictures beside an ad.</summary>
internal static class ImageRules
{
    private const int MaxText = 35;
    private const int MaxDescription = 100;
    private const int MaxUrl = 1024;
    private const int MaxImages = 4;
    private const int AltTextMissing = 3960;
    private const int AltTextInvalid = 3961;
    private const int AltTextTooLong = 3962;
    private const int UrlInvalid = 3963;
    private const int UrlTooLong = 3964;
    private const int MediaIdInvalid = 3966;
    private const int DescriptionInvalid = 3990;
    private const int DescriptionTooLong = 3991;
    private const int TooManyImages = 3992;
    private const int NoImages = 3993;
    private const int TextInvalid = 6602;
    private const int TextTooLong = 6603;

    public static void Check(ImageAdExtension image, ItemErrors errors)
    {
        ExtensionTexts.Require(errors, image.AlternativeText, MaxText, AltTextMissing, AltTextTooLong, AltTextInvalid);
        ExtensionTexts.Allow(errors, image.Description, MaxDescription, DescriptionTooLong, DescriptionInvalid);
        ExtensionTexts.Allow(errors, image.DisplayText, MaxText, TextTooLong, TextInvalid);
        if (!string.IsNullOrEmpty(image.DestinationUrl))
        {
            errors.Require(image.DestinationUrl.Length <= MaxUrl, UrlTooLong);
            errors.Require(ExtensionTexts.IsUrl(image.DestinationUrl), UrlInvalid);
        }

        // Newer pictures come as assets with a crop each, older ones as bare ids.
        errors.Require(image.ImageMediaIds is { Count: > 0 } || image.Images is { Count: > 0 }, NoImages);
        errors.Require(image.ImageMediaIds is null or { Count: <= MaxImages }, TooManyImages);
        errors.Require(image.ImageMediaIds?.All(static id => id > 0) != false, MediaIdInvalid);
        ExtensionUrls.Check(errors, image.FinalUrls, image.FinalMobileUrls, image.TrackingUrlTemplate, image.FinalUrlSuffix, image.UrlCustomParameters);
        image.UrlCustomParameters = UrlRules.Normalize(image.UrlCustomParameters);
    }
}
