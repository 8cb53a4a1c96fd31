using System.Collections.Frozen;
using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Rules.AdExtensions;

/// <summary>Extensions of a header with some short texts: structured snippets, and filter links where each text leads somewhere.</summary>
internal static class SnippetRules
{
    private const int Min = 3;
    private const int Max = 10;
    private const int MaxText = 25;
    private const int InvalidHeader = 4410;
    private const int SnippetCharacter = 4411;
    private const int TooManySnippets = 4412;
    private const int TooFewSnippets = 4413;
    private const int FilterLinkCharacter = 6626;
    private const int TooFewFilterLinks = 6627;
    private const int TooManyFilterLinks = 6628;

    private static readonly FrozenSet<string> s_headers = FrozenSet.ToFrozenSet(
        [
            "Amenities", "Brands", "Courses", "Degree programs", "Destinations", "Featured hotels", "Insurance coverage", "Models", "Neighborhoods", "Service catalog", "Shows",
            "Styles", "Types",
        ],
        StringComparer.OrdinalIgnoreCase);

    public static void Check(StructuredSnippetAdExtension snippet, ItemErrors errors)
    {
        errors.Require(snippet.Header is not null && s_headers.Contains(snippet.Header), InvalidHeader);
        ExtensionTexts.RequireList(errors, snippet.Values, Min, Max, MaxText, TooFewSnippets, TooManySnippets, SnippetCharacter, nameof(snippet.Values));
    }

    public static void Check(FilterLinkAdExtension link, ItemErrors errors)
    {
        errors.Require(link.AdExtensionHeaderType?.Known is not (null or AdExtensionHeaderType.KnownValue.Unrecognized or AdExtensionHeaderType.KnownValue.Unknown), InvalidHeader);
        ExtensionTexts.RequireThat(errors, EnumRules.IsLanguage(link.Language), nameof(link.Language));
        ExtensionTexts.RequireList(errors, link.Texts, Min, Max, MaxText, TooFewFilterLinks, TooManyFilterLinks, FilterLinkCharacter, nameof(link.Texts));
        ExtensionUrls.Require(errors, link.FinalUrls, link.FinalMobileUrls, link.TrackingUrlTemplate, link.FinalUrlSuffix, link.UrlCustomParameters);

        // Each text is a link of its own.
        errors.Require(link.FinalUrls is null || link.FinalUrls.Count == (link.Texts?.Count ?? 0), ErrorNumber.ApiInputValidationError, nameof(link.FinalUrls));
        link.UrlCustomParameters = UrlRules.Normalize(link.UrlCustomParameters);
    }
}
