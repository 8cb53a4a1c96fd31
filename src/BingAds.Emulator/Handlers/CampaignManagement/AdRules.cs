using BingAds.Emulator.Families;
using BingAds.Emulator.Rules;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement;

/// <summary>What an ad must be, by its type.</summary>
internal sealed class AdRules(ItemErrors errors)
{
    private const int InvalidTitle = 1301;
    private const int InvalidDestinationUrl = 1302;
    private const int InvalidText = 1306;
    private const int InvalidBusinessName = 1361;
    private const int TypeInvalidForCustomer = 1366;
    private const int InvalidStatus = 1382;
    private const int EditorialStatusGiven = 1383;
    private const int TypeInvalidForCampaign = 1399;

    private readonly ResponsiveSearchAdRules _responsiveSearch = new(errors);

    public void PrepareNew(Ad ad, string campaignType, string? adGroupType)
    {
        errors.Require(ad.EditorialStatus is null, EditorialStatusGiven);
        if (ad is ExpandedTextAd or TextAd || AdKinds.Of(ad) is null)
            errors.Fail(TypeInvalidForCustomer); // Old kinds: they can be read, but no longer made.
        else
            errors.Require(Suits(ad, campaignType, adGroupType), TypeInvalidForCampaign);
        ad.Status ??= AdStatus.Active;
        ad.EditorialStatus = AdEditorialStatus.Active;
        Check(ad);
    }

    public void BeforeUpdate(Ad given)
    {
        errors.Require(given.EditorialStatus is null, EditorialStatusGiven);
        if (given is ResponsiveSearchAd responsive)
            _responsiveSearch.BeforeUpdate(responsive);
    }

    public void Check(Ad ad)
    {
        errors.Require(ad.Status == AdStatus.Active || ad.Status == AdStatus.Paused, InvalidStatus);
        if (ad is ResponsiveSearchAd or ExpandedTextAd or ResponsiveAd or AppInstallAd)
        {
            UrlRules.CheckTrackingNeedsUrl(errors, ad.FinalUrls, ad.TrackingUrlTemplate, ad.FinalUrlSuffix, ad.UrlCustomParameters);
            UrlRules.CheckUrls(errors, ad.FinalUrls, ad.FinalMobileUrls);
            if (ad.FinalUrls is not { Count: > 0 } && errors.Ok)
                errors.Fail(InvalidDestinationUrl);
        }

        UrlRules.CheckTracking(errors, ad.TrackingUrlTemplate, ad.FinalUrlSuffix, ad.UrlCustomParameters);
        ad.UrlCustomParameters = UrlRules.Normalize(ad.UrlCustomParameters);
        CheckTexts(ad);
    }

    private static bool Suits(Ad ad, string campaignType, string? adGroupType) => ad switch
    {
        ResponsiveSearchAd => campaignType is "Search" or "DynamicSearchAds" && adGroupType != "SearchDynamic",
        DynamicSearchAd => campaignType == "DynamicSearchAds" || (campaignType == "Search" && adGroupType == "SearchDynamic"),
        ResponsiveAd => campaignType is "Audience" or "Shopping",
        ProductAd => campaignType is "Shopping",
        HotelAd => campaignType is "Hotel",
        AppInstallAd => campaignType is "Search" or "App",
        _ => false,
    };

    private void CheckTexts(Ad ad)
    {
        switch (ad)
        {
            case ResponsiveSearchAd responsive:
                _responsiveSearch.Check(responsive);
                break;
            case DynamicSearchAd dynamic:
                RequireText(dynamic.Text, 90, InvalidText);
                AllowText(dynamic.TextPart2, 90, InvalidText);
                _responsiveSearch.CheckPaths(dynamic.Path1, dynamic.Path2);
                break;
            case ExpandedTextAd expanded:
                RequireText(expanded.TitlePart1, 30, InvalidTitle);
                RequireText(expanded.TitlePart2, 30, InvalidTitle);
                AllowText(expanded.TitlePart3, 30, InvalidTitle);
                RequireText(expanded.Text, 90, InvalidText);
                AllowText(expanded.TextPart2, 90, InvalidText);
                break;
            case AppInstallAd app:
                RequireText(app.Title, 25, InvalidTitle);
                RequireText(app.Text, 71, InvalidText);
                break;
            case ResponsiveAd picture:
                RequireText(picture.BusinessName, 25, InvalidBusinessName);
                CheckAssets(picture.Headlines, 30, InvalidTitle);
                CheckAssets(picture.LongHeadlines, 90, InvalidTitle);
                CheckAssets(picture.Descriptions, 90, InvalidText);
                break;
        }
    }

    private void RequireText(string? text, int maxLength, int code)
        => errors.Require(!string.IsNullOrWhiteSpace(text) && TextRules.ShownLength(text) <= maxLength && !TextRules.HasControl(text), code);

    private void AllowText(string? text, int maxLength, int code)
    {
        if (!string.IsNullOrEmpty(text))
            RequireText(text, maxLength, code);
    }

    private void CheckAssets(List<AssetLink>? links, int maxLength, int code)
    {
        foreach (var link in links ?? [])
        {
            if (link?.Asset is TextAsset { Id: null } asset)
                RequireText(asset.Text, maxLength, code);
        }
    }
}
