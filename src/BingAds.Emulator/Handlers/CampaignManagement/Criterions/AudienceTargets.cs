using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement.Criterions;

/// <summary>Audiences as targets: criterions name them, and links let an audience know where it is used.</summary>
internal static class AudienceTargets
{
    private const int AdGroupsHaveSome = 4522;

    /// <summary>Finds the audience and says what kind it is: the caller's word for that does not count.</summary>
    public static void Resolve(CallContext call, AudienceCriterion criterion, ItemErrors errors)
    {
        var row = AudienceFamilies.Audiences.FindOwn(call, criterion.AudienceId);
        errors.Require(row is not null, AudienceFamilies.Audiences.Codes.UnknownId);
        criterion.AudienceType = row?.Kind is { } kind ? new AudienceType(kind) : default(AudienceType?);
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
}
