using BingAds.Emulator.Families;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Rules.AdExtensions;

/// <summary>The upgraded URLs of those ad extensions that have them.</summary>
internal static class ExtensionUrls
{
    public static void Check(
        ItemErrors errors, IReadOnlyList<string>? finalUrls, IReadOnlyList<string>? mobileUrls, string? template, string? suffix, CustomParameters? parameters)
    {
        UrlRules.CheckUrls(errors, finalUrls, mobileUrls);
        UrlRules.CheckTracking(errors, template, suffix, parameters);
    }

    /// <summary>As <see cref="Check"/>, where final URLs must not be missing and no code says so.</summary>
    public static void Require(
        ItemErrors errors, IReadOnlyList<string>? finalUrls, IReadOnlyList<string>? mobileUrls, string? template, string? suffix, CustomParameters? parameters)
    {
        ExtensionTexts.RequireThat(errors, finalUrls is { Count: > 0 }, "FinalUrls");
        Check(errors, finalUrls, mobileUrls, template, suffix, parameters);
    }
}
