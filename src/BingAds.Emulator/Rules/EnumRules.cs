using System.Collections.Frozen;
using BingAds.Contract;

namespace BingAds.Emulator.Rules;

/// <summary>Names that texts are checked against: enums of the contract.</summary>
internal static class EnumRules
{
    private static readonly Lazy<FrozenSet<string>> s_languages = new(static () => Names(ServiceName.CampaignManagement, "LanguageName"));
    private static readonly Lazy<FrozenSet<string>> s_timeZones = new(static () => Names(ServiceName.CustomerManagement, "TimeZoneType"));

    private static readonly Lazy<FrozenSet<string>> s_currencies = new(static () => Names(ServiceName.CustomerManagement, "CurrencyCode"));

    /// <summary>The language of an ad group or campaign; <c>All</c> is one too, <c>None</c> is not.</summary>
    public static bool IsLanguage(string? text) => text is not (null or "None") && s_languages.Value.Contains(text);

    public static bool IsTimeZone(string text) => s_timeZones.Value.Contains(text);

    public static bool IsCurrency(string text) => s_currencies.Value.Contains(text);

    /// <summary>Whether there are names, and the enum of Campaign Management has all of them.</summary>
    public static bool AreNames(string enumName, IReadOnlyList<string> names)
        => names.Count > 0 && ApiCatalog.EnumValues(ServiceName.CampaignManagement, enumName) is { } known && names.All(n => known.Contains(n, StringComparer.Ordinal));

    private static FrozenSet<string> Names(ServiceName service, string enumName) =>
        (ApiCatalog.EnumValues(service, enumName) ?? []).ToFrozenSet(StringComparer.Ordinal);
}
