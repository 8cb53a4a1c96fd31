using System.Text;
using BingAds.Emulator.Families;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Rules;

/// <summary>What final URLs, templates, suffixes and custom parameters may be, for every entity that has them.</summary>
internal static class UrlRules
{
    private const int MaxUrl = 2048;
    private const int MaxUrls = 10;
    private const int MaxParameters = 8;
    private const int MaxKeyBytes = 16;
    private const int MaxValueBytes = 200;

    private const int NullUrl = 2610;
    private const int InvalidUrl = 2611;
    private const int ValueTooLong = 4404;
    private const int InvalidUrlScheme = 4600;
    private const int TrackingTemplateTooLong = 4601;
    private const int CountExceedsLimit = 4603;
    private const int InvalidCharactersInKey = 4604;
    private const int InvalidTag = 4606;
    private const int KeyTooLong = 4608;
    private const int UrlTooLong = 4609;
    private const int KeyNullOrEmpty = 4611;
    private const int ValueNullOrEmpty = 4612;
    private const int ParameterIsNull = 4613;
    private const int FinalUrlNeededForTemplate = 4615;
    private const int FinalUrlNeededForMobile = 4616;
    private const int DuplicatesInField = 4620;
    private const int FinalUrlNeededForSuffix = 4625;
    private const int SuffixInvalidCharacters = 4626;
    private const int SuffixTooLong = 4629;

    public static void CheckTracking(ItemErrors errors, string? template, string? suffix, CustomParameters? parameters)
    {
        if (!string.IsNullOrEmpty(template))
            CheckTemplate(errors, template);
        if (suffix?.Length > MaxUrl)
            errors.Fail(SuffixTooLong, "FinalUrlSuffix");
        else if (!string.IsNullOrEmpty(suffix) && (suffix[0] is '?' or '&' or '#' || suffix.Any(static c => char.IsWhiteSpace(c) || char.IsControl(c))))
            errors.Fail(SuffixInvalidCharacters, "FinalUrlSuffix");
        if (parameters?.Parameters is { } list)
            CheckParameters(errors, list);
    }

    public static void CheckUrls(ItemErrors errors, IReadOnlyList<string>? finalUrls, IReadOnlyList<string>? mobileUrls)
    {
        CheckList(errors, finalUrls, "FinalUrls");
        CheckList(errors, mobileUrls, "FinalMobileUrls");
        if (mobileUrls is { Count: > 0 } && finalUrls is not { Count: > 0 })
            errors.Fail(FinalUrlNeededForMobile, "FinalUrls");
    }

    /// <summary>Ads and keywords can't have tracking parts without a final URL of their own.</summary>
    public static void CheckTrackingNeedsUrl(ItemErrors errors, IReadOnlyList<string>? finalUrls, string? template, string? suffix, CustomParameters? parameters)
    {
        if (finalUrls is { Count: > 0 })
            return;
        if (!string.IsNullOrEmpty(template) || parameters?.Parameters is { Count: > 0 })
            errors.Fail(FinalUrlNeededForTemplate, "FinalUrls");
        if (!string.IsNullOrEmpty(suffix))
            errors.Fail(FinalUrlNeededForSuffix, "FinalUrls");
    }

    /// <summary>Custom parameters without a list mean: none any more.</summary>
    public static CustomParameters? Normalize(CustomParameters? parameters) => parameters?.Parameters is { Count: > 0 } ? parameters : null;

    private static void CheckTemplate(ItemErrors errors, string template)
    {
        if (template.Length > MaxUrl)
            errors.Fail(TrackingTemplateTooLong, "TrackingUrlTemplate");
        else if (!StartsLikeUrl(template) && !template.StartsWith("{lpurl}", StringComparison.OrdinalIgnoreCase)
            && !template.StartsWith("{unescapedlpurl}", StringComparison.OrdinalIgnoreCase))
            errors.Fail(InvalidUrlScheme, "TrackingUrlTemplate");
        else
            CheckShape(errors, template, "TrackingUrlTemplate");
    }

    private static void CheckList(ItemErrors errors, IReadOnlyList<string>? urls, string field)
    {
        if (urls is null)
            return;
        if (urls.Count > MaxUrls)
            errors.Fail(CountExceedsLimit, field);
        foreach (var url in urls)
        {
            if (string.IsNullOrEmpty(url))
                errors.Fail(NullUrl, field);
            else if (url.Length > MaxUrl)
                errors.Fail(UrlTooLong, field);
            else if (!StartsLikeUrl(url))
                errors.Fail(InvalidUrlScheme, field);
            else
                CheckShape(errors, url, field);
        }
    }

    private static void CheckShape(ItemErrors errors, string url, string field)
    {
        if (!TextRules.HasProperTags(url))
        {
            errors.Fail(InvalidTag, field);
            return;
        }

        // A tag may stand for any part; at the very front it stands for a whole address.
        var filled = url[0] == '{' ? "https://tag.example" + url[(url.IndexOf('}', StringComparison.Ordinal) + 1)..] : url;
        filled = filled.Replace('{', 'x').Replace('}', 'x');
        if (filled.Any(char.IsWhiteSpace) || !Uri.TryCreate(filled, UriKind.Absolute, out var uri) || uri.Host.Length == 0)
            errors.Fail(InvalidUrl, field);
    }

    private static bool StartsLikeUrl(string url)
        => url.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    private static void CheckParameters(ItemErrors errors, List<CustomParameter> parameters)
    {
        const string field = "UrlCustomParameters";
        if (parameters.Count > MaxParameters)
            errors.Fail(CountExceedsLimit, field);
        var keys = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var parameter in parameters)
        {
            if (parameter is null)
            {
                errors.Fail(ParameterIsNull, field);
                continue;
            }

            if (string.IsNullOrEmpty(parameter.Key))
                errors.Fail(KeyNullOrEmpty, field);
            else if (Encoding.UTF8.GetByteCount(parameter.Key) > MaxKeyBytes)
                errors.Fail(KeyTooLong, field);
            else if (!parameter.Key.All(char.IsAsciiLetterOrDigit))
                errors.Fail(InvalidCharactersInKey, field);
            else if (!keys.Add(parameter.Key))
                errors.Fail(DuplicatesInField, field);
            if (string.IsNullOrEmpty(parameter.Value))
                errors.Fail(ValueNullOrEmpty, field);
            else if (Encoding.UTF8.GetByteCount(parameter.Value) > MaxValueBytes)
                errors.Fail(ValueTooLong, field);
        }
    }
}
