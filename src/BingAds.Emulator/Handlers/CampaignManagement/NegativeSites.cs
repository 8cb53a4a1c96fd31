using System.Text;
using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.Emulator.Rules;
using BingAds.Emulator.Store;

namespace BingAds.Emulator.Handlers.CampaignManagement;

/// <summary>The web sites on which one campaign or ad group does not want to be.</summary>
internal static class NegativeSites
{
    private const int MaxSites = 2500;
    private const int TooManySites = 1013;

    public static List<string> Of(StoreSession session, string kind, long entity)
        => session.Links.From(FamilyNames.NegativeSites, kind, entity).FirstOrDefault() is { } link ? Of(link) : [];

    public static List<string> Of(LinkRow link)
        => link.Body is null ? [] : [.. Encoding.UTF8.GetString(link.Body).Split('\n', StringSplitOptions.RemoveEmptyEntries)];

    public static void Check(List<string> sites, ItemErrors errors)
    {
        errors.Require(sites.Count <= MaxSites, TooManySites);
        foreach (var site in sites)
        {
            if (SiteRules.Check(site) is { } code)
                errors.Fail(code);
        }
    }

    /// <summary>Replaces the whole list.</summary>
    public static void Set(CallContext call, string kind, long entity, List<string> sites)
        => call.Session.Links.Set(FamilyNames.NegativeSites, kind, entity, entity, call.Account.Id, Encoding.UTF8.GetBytes(string.Join('\n', sites)));
}
