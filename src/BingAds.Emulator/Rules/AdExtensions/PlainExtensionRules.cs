using BingAds.Emulator.Families;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Rules.AdExtensions;

/// <summary>The extensions for which hardly any code is published: the member in the error's path tells what is wrong.</summary>
internal static class PlainExtensionRules
{
    private const int MaxUrl = 2048;
    private const int MaxReview = 67;

    public static void Check(CalloutAdExtension callout, ItemErrors errors) => ExtensionTexts.Require(errors, callout.Text, 25, nameof(callout.Text));

    public static void Check(ReviewAdExtension review, ItemErrors errors)
    {
        review.IsExact ??= false;
        ExtensionTexts.Require(errors, review.Text, MaxReview, nameof(review.Text));
        ExtensionTexts.Require(errors, review.Source, MaxReview, nameof(review.Source));

        // Both stand on one line.
        ExtensionTexts.RequireThat(errors, (review.Text?.Length ?? 0) + (review.Source?.Length ?? 0) <= MaxReview, nameof(review.Text));
        ExtensionTexts.RequireThat(errors, review.Url is { Length: <= MaxUrl } url && ExtensionTexts.IsUrl(url), nameof(review.Url));
    }

    public static void Check(ActionAdExtension action, ItemErrors errors)
    {
        ExtensionTexts.RequireThat(
            errors, action.ActionType?.Known is not (null or ActionAdExtensionActionType.KnownValue.Unrecognized or ActionAdExtensionActionType.KnownValue.Unknown), nameof(action.ActionType));
        ExtensionTexts.RequireThat(errors, EnumRules.IsLanguage(action.Language), nameof(action.Language));
        ExtensionUrls.Check(errors, action.FinalUrls, action.FinalMobileUrls, action.TrackingUrlTemplate, action.FinalUrlSuffix, action.UrlCustomParameters);
        action.UrlCustomParameters = UrlRules.Normalize(action.UrlCustomParameters);
    }

    public static void Check(FlyerAdExtension flyer, ItemErrors errors)
    {
        ExtensionTexts.Require(errors, flyer.FlyerName, 150, nameof(flyer.FlyerName));
        ExtensionTexts.Allow(errors, flyer.Description, 1024, nameof(flyer.Description));
        ExtensionTexts.RequireThat(errors, flyer.ImageMediaIds is { Count: 1 } ids && ids[0] > 0, nameof(flyer.ImageMediaIds));
        ExtensionUrls.Require(errors, flyer.FinalUrls, flyer.FinalMobileUrls, flyer.TrackingUrlTemplate, flyer.FinalUrlSuffix, flyer.UrlCustomParameters);
        flyer.UrlCustomParameters = UrlRules.Normalize(flyer.UrlCustomParameters);
    }

    public static void Check(VideoAdExtension video, ItemErrors errors)
    {
        ExtensionTexts.RequireThat(errors, video.VideoId is null or > 0, nameof(video.VideoId));
        ExtensionTexts.RequireThat(errors, video.ThumbnailId is null or > 0, nameof(video.ThumbnailId));
        ExtensionTexts.Allow(errors, video.DisplayText, 35, nameof(video.DisplayText));
        ExtensionTexts.Allow(errors, video.AlternativeText, 35, nameof(video.AlternativeText));
        ExtensionUrls.Check(errors, video.FinalUrls, video.FinalMobileUrls, video.TrackingUrlTemplate, video.FinalUrlSuffix, video.UrlCustomParameters);
        video.UrlCustomParameters = UrlRules.Normalize(video.UrlCustomParameters);
    }

    public static void Check(DisclaimerAdExtension disclaimer, ItemErrors errors)
    {
        ExtensionTexts.Require(errors, disclaimer.Name, 35, nameof(disclaimer.Name));
        ExtensionTexts.Require(errors, disclaimer.DisclaimerLayout, 100, nameof(disclaimer.DisclaimerLayout));
        ExtensionTexts.Allow(errors, disclaimer.LineText, 80, nameof(disclaimer.LineText));
        ExtensionTexts.Allow(errors, disclaimer.Title, 75, nameof(disclaimer.Title));
        ExtensionTexts.Allow(errors, disclaimer.PopupText, 500, nameof(disclaimer.PopupText));
        ExtensionUrls.Check(errors, disclaimer.FinalUrls, disclaimer.FinalMobileUrls, disclaimer.TrackingUrlTemplate, disclaimer.FinalUrlSuffix, disclaimer.UrlCustomParameters);
        disclaimer.UrlCustomParameters = UrlRules.Normalize(disclaimer.UrlCustomParameters);
    }

    public static void Check(LogoAdExtension logo, ItemErrors errors)
    {
        ExtensionTexts.RequireThat(errors, logo.BusinessLogo > 0, nameof(logo.BusinessLogo));
        ExtensionTexts.Require(errors, logo.BusinessName, 25, nameof(logo.BusinessName));
        ExtensionTexts.Allow(errors, logo.DomainName, 50, nameof(logo.DomainName));
    }
}
