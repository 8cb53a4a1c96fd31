using BingAds.Emulator.Families;
using BingAds.Emulator.Rules;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement;

/// <summary>Headlines, descriptions and paths of a responsive search ad.</summary>
internal sealed class ResponsiveSearchAdRules(ItemErrors errors)
{
    private const int MaxRawText = 1000;
    private const int MaxPath = 15;
    private const int MaxDomainWithPaths = 67;
    private const int PinInvalid = 6214;
    private const int AssetTypeInvalid = 6215;
    private const int Path1TooLong = 6217;
    private const int Path2TooLong = 6218;
    private const int Path1Invalid = 6219;
    private const int Path2Invalid = 6220;
    private const int Path2WithoutPath1 = 6221;
    private const int DomainTooLong = 6222;

    private static readonly TextList s_headlines = new(
        Min: 3, Max: 15, MaxLength: 30, Empty: 6200, Repeated: 6202, PinMismatch: 6204, Invalid: 6206, TooLong: 6208, TooMany: 6210, TooFew: 6212,
        Pins: ["Headline1", "Headline2", "Headline3"]);

    private static readonly TextList s_descriptions = new(
        Min: 2, Max: 4, MaxLength: 90, Empty: 6201, Repeated: 6203, PinMismatch: 6205, Invalid: 6207, TooLong: 6209, TooMany: 6211, TooFew: 6213,
        Pins: ["Description1", "Description2"]);

    /// <summary>An empty list in an update is a list with too few texts, not a wish to keep the old one.</summary>
    public void BeforeUpdate(ResponsiveSearchAd given)
    {
        errors.Require(given.Headlines is null or { Count: > 0 }, s_headlines.Empty);
        errors.Require(given.Descriptions is null or { Count: > 0 }, s_descriptions.Empty);
    }

    public void Check(ResponsiveSearchAd ad)
    {
        CheckTexts(ad.Headlines, s_headlines);
        CheckTexts(ad.Descriptions, s_descriptions);
        CheckPaths(ad.Path1, ad.Path2);
        if (ad.FinalUrls is { Count: > 0 } && Uri.TryCreate(ad.FinalUrls[0], UriKind.Absolute, out var uri))
            errors.Require(uri.Host.Length + Length(ad.Path1) + Length(ad.Path2) <= MaxDomainWithPaths, DomainTooLong);

        static int Length(string? path) => string.IsNullOrEmpty(path) ? 0 : TextRules.ShownLength(path) + 1;
    }

    public void CheckPaths(string? path1, string? path2)
    {
        CheckPath(path1, Path1TooLong, Path1Invalid);
        CheckPath(path2, Path2TooLong, Path2Invalid);
        errors.Require(string.IsNullOrEmpty(path2) || !string.IsNullOrEmpty(path1), Path2WithoutPath1);
    }

    private void CheckPath(string? path, int tooLong, int invalid)
    {
        if (string.IsNullOrEmpty(path))
            return;
        errors.Require(path.Length <= MaxRawText && TextRules.ShownLength(path) <= MaxPath, tooLong);
        errors.Require(TextRules.HasProperTags(path) && !path.Any(static c => char.IsControl(c) || c is '/' or '\\' or '?' or '#'), invalid);
    }

    private void CheckTexts(List<AssetLink>? links, TextList rules)
    {
        if (links is not { Count: > 0 })
        {
            errors.Fail(rules.Empty);
            return;
        }

        errors.Require(links.Count >= rules.Min, rules.TooFew);
        errors.Require(links.Count <= rules.Max, rules.TooMany);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var link in links)
        {
            switch (link?.Asset)
            {
                case TextAsset asset:
                    CheckText(asset.Text, rules);
                    errors.Require(asset.Text is null || seen.Add(asset.Text.Trim()), rules.Repeated);
                    break;
                case null:
                    errors.Fail(rules.Invalid);
                    break;
                default:
                    errors.Fail(AssetTypeInvalid);
                    break;
            }
        }

        CheckPins(links, rules);
    }

    private void CheckText(string? text, TextList rules)
    {
        if (string.IsNullOrWhiteSpace(text) || TextRules.HasControl(text) || !TextRules.HasProperTags(text))
            errors.Fail(rules.Invalid);
        else
            errors.Require(text.Length <= MaxRawText && TextRules.ShownLength(text) <= rules.MaxLength, rules.TooLong);
    }

    /// <summary>Pins must leave a text for each of the first two places that the ad always shows.</summary>
    private void CheckPins(List<AssetLink> links, TextList rules)
    {
        var pins = links.Select(static l => string.IsNullOrEmpty(l?.PinnedField) ? null : l.PinnedField).ToList();
        foreach (var pin in pins)
        {
            if (pin is null || rules.Pins.Contains(pin, StringComparer.OrdinalIgnoreCase))
                continue;
            var isOther = s_headlines.Pins.Concat(s_descriptions.Pins).Contains(pin, StringComparer.OrdinalIgnoreCase);
            errors.Fail(isOther ? rules.PinMismatch : PinInvalid);
        }

        var unpinned = pins.Count(static p => p is null);
        var open = rules.Pins.Take(2).Count(place => !pins.Contains(place, StringComparer.OrdinalIgnoreCase));
        errors.Require(unpinned == pins.Count || open <= unpinned, rules.PinMismatch);
    }

    /// <summary>One of the two lists: its bounds and its codes.</summary>
    private sealed record TextList(
        int Min, int Max, int MaxLength, int Empty, int Repeated, int PinMismatch, int Invalid, int TooLong, int TooMany, int TooFew, string[] Pins);
}
