using BingAds.Emulator.Api;
using BingAds.Emulator.Families;

namespace BingAds.Emulator.Rules.AdExtensions;

/// <summary>Texts of ad extensions, each with codes of its own for what can be wrong with it.</summary>
internal static class ExtensionTexts
{
    /// <summary>A text that has to be there.</summary>
    public static void Require(ItemErrors errors, string? text, int max, int missing, int tooLong, int invalid, string? field = null)
    {
        if (string.IsNullOrWhiteSpace(text))
            errors.Fail(missing, field);
        else
            Allow(errors, text, max, tooLong, invalid, field);
    }

    /// <summary>A text that may be missing.</summary>
    public static void Allow(ItemErrors errors, string? text, int max, int tooLong, int invalid, string? field = null)
    {
        if (string.IsNullOrEmpty(text))
            return;
        errors.Require(TextRules.ShownLength(text) <= max, tooLong, field);
        errors.Require(!string.IsNullOrWhiteSpace(text) && !TextRules.HasControl(text), invalid, field);
    }

    /// <summary>A text for whose mistakes no code is published: the member tells it.</summary>
    public static void Require(ItemErrors errors, string? text, int max, string field)
        => Require(errors, text, max, ErrorNumber.ApiInputValidationError, ErrorNumber.ApiInputValidationError, ErrorNumber.ApiInputValidationError, field);

    /// <inheritdoc cref="Require(ItemErrors, string, int, string)"/>
    public static void Allow(ItemErrors errors, string? text, int max, string field)
        => Allow(errors, text, max, ErrorNumber.ApiInputValidationError, ErrorNumber.ApiInputValidationError, field);

    /// <summary>A condition for which no code is published.</summary>
    public static void RequireThat(ItemErrors errors, bool condition, string field) => errors.Require(condition, ErrorNumber.ApiInputValidationError, field);

    /// <summary>Texts of a list, for instance three to ten of at most 25 characters.</summary>
    public static void RequireList(ItemErrors errors, IReadOnlyList<string>? texts, int min, int max, int maxLength, int tooFew, int tooMany, int invalid, string field)
    {
        var count = texts?.Count ?? 0;
        errors.Require(count >= min, tooFew, field);
        errors.Require(count <= max, tooMany, field);
        foreach (var text in texts ?? [])
        {
            if (string.IsNullOrWhiteSpace(text) || TextRules.HasControl(text))
                errors.Fail(invalid, field);
            else
                RequireThat(errors, TextRules.ShownLength(text) <= maxLength, field);
        }
    }

    public static bool IsPhone(string text) => text.Any(char.IsAsciiDigit) && text.All(static c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '+' or '-' or '(' or ')' or '.' or '/');

    public static bool IsCountry(string text) => text.Length == 2 && text.All(char.IsAsciiLetter);

    /// <summary>An address of the old kind, in a text of its own.</summary>
    public static bool IsUrl(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme is "http" or "https") && uri.Host.Length > 0;
}
