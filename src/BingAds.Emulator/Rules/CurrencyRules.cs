using System.Collections.Frozen;
using BingAds.Contract;

namespace BingAds.Emulator.Rules;

/// <summary>Currencies, by the codes that accounts can have.</summary>
internal static class CurrencyRules
{
    private static readonly Lazy<FrozenSet<string>> s_codes = new(static () => (ApiCatalog.EnumValues(ServiceName.CustomerManagement, "CurrencyCode") ?? []).ToFrozenSet(StringComparer.Ordinal));

    public static bool IsCode(string? text) => text is not null && s_codes.Value.Contains(text);
}
