using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.Emulator.Store;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement.Criterions;

/// <summary>Audiences as targets: criterions name them, and links let an audience know where it is used.</summary>
internal static class AudienceTargets
{
    private const int InvalidAudienceId = 4835;
    private const int AdGroupsHaveSome = 4522;

    /// <summary>Finds the audience and says what kind it is: the caller's word for that does not count.</summary>
    public static void Resolve(CallContext call, AudienceCriterion criterion, ItemErrors errors)
    {
        var row = criterion.AudienceId is { } id ? call.Session.Entities.Find(FamilyNames.Audience, id) : null;
        errors.Require(row is not null && IsVisible(call, row), InvalidAudienceId);
        criterion.AudienceType = row?.Kind is { } kind ? new AudienceType(kind) : null;
    }

    public static void Link(CallContext call, CriterionParent parent, long audience)
        => call.Session.Links.Set(FamilyNames.Audience, KindOf(parent), audience, parent.Id, call.Account.Id);

    public static void Unlink(CallContext call, CriterionParent parent, long audience)
        => call.Session.Links.Delete(FamilyNames.Audience, KindOf(parent), audience, parent.Id);

    /// <summary>Audiences are aimed at by the campaign or by its ad groups, never by both.</summary>
    public static void CheckAdGroups(CallContext call, CriterionParent campaign, ItemErrors errors)
    {
        var groups = call.Session.Entities.Children(FamilyNames.AdGroup, campaign.Id);
        errors.Require(groups.TrueForAll(g => call.Session.Links.To(FamilyNames.Audience, FamilyNames.AdGroup, g.Id).Count == 0), AdGroupsHaveSome);
    }

    private static string KindOf(CriterionParent parent) => parent.IsCampaign ? FamilyNames.Campaign : FamilyNames.AdGroup;

    /// <summary>Audiences belong to an account, to its customer, or to the service.</summary>
    private static bool IsVisible(CallContext call, EntityRow row)
        => row.Account == call.Account.Id || (row.Account == 0 && (row.Customer == 0 || row.Customer == call.Account.Customer));
}
