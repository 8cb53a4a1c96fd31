using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.Emulator.Rules;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement;

/// <summary>What shared lists and their items must be.</summary>
internal static class SharedListRules
{
    private const int MaxName = 255;
    private const int NameRequired = 4301;
    private const int NameTooLong = 4323;
    private const int NameInvalid = 4324;
    private const int WrongItemType = 4357;
    private const int IdGiven = 1004;

    /// <summary>The only type of item that a type of list takes; null when there is no such list.</summary>
    public static string? ItemTypeOf(string? listType) => listType switch
    {
        "NegativeKeywordList" or "AccountNegativeKeywordList" or "AccountContentNegativeKeywordList" => "NegativeKeyword",
        "PlacementExclusionList" or "AccountPlacementExclusionList" => "NegativeSite",
        "AccountPlacementInclusionList" => "Site",
        "BrandList" => "BrandItem",
        _ => null,
    };

    /// <summary>The code of what is wrong with a name, or null.</summary>
    public static int? CheckName(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
            return NameRequired;
        if (name.Length > MaxName)
            return NameTooLong;
        return TextRules.HasControl(name) ? NameInvalid : null;
    }

    public static void CheckItem(SharedListItem? item, string listType, ItemErrors errors)
    {
        if (item is null || item.TypeName != ItemTypeOf(listType))
        {
            errors.Fail(WrongItemType);
            return;
        }

        switch (item)
        {
            case NegativeKeyword keyword:
                NegativeKeywordRules.Check(keyword, errors);
                break;
            case NegativeSite site:
                errors.Require(site.Id is null, IdGiven);
                CheckSite(site.Url, errors);
                break;
            case Site site:
                errors.Require(site.Id is null, IdGiven);
                CheckSite(site.Url, errors);
                break;
            case BrandItem brand:
                errors.Require(brand.BrandId > 0, WrongItemType);
                break;
        }
    }

    /// <summary>What may stand once in a list.</summary>
    public static string Key(SharedListItem item) => item switch
    {
        NegativeKeyword keyword => NegativeKeywordRules.Key(keyword),
        NegativeSite site => SiteRules.Fold(site.Url!),
        Site site => SiteRules.Fold(site.Url!),
        BrandItem brand => $"{brand.BrandId}",
        _ => throw ApiFaultException.Operation(WrongItemType),
    };

    public static void SetId(SharedListItem item, long id)
    {
        switch (item)
        {
            case NegativeKeyword keyword: keyword.Id = id; break;
            case NegativeSite site: site.Id = id; break;
            case Site site: site.Id = id; break;
        }
    }

    private static void CheckSite(string? url, ItemErrors errors)
    {
        if (SiteRules.Check(url) is { } code)
            errors.Fail(code);
    }
}
