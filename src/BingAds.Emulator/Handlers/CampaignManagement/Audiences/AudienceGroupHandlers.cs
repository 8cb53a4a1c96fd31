using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement.Audiences;

/// <summary>Audience groups: signals for asset groups.</summary>
internal static class AudienceGroupHandlers
{
    private static EntityFamily<AudienceGroup> Family => AudienceFamilies.Groups;

    public static void Register(HandlerTable table)
    {
        table.Add<AddAudienceGroupsRequest, AddAudienceGroupsResponse>(Add);
        table.Add<UpdateAudienceGroupsRequest, UpdateAudienceGroupsResponse>(Update);
        table.Add<DeleteAudienceGroupsRequest, DeleteAudienceGroupsResponse>(Delete);
        table.Add<GetAudienceGroupsByIdsRequest, GetAudienceGroupsByIdsResponse>(GetByIds);
    }

    private static AddAudienceGroupsResponse Add(CallContext call, AddAudienceGroupsRequest request)
    {
        var rules = new AudienceGroupsOfAccount(call, new ItemErrors());
        return new() { AudienceGroupIds = Family.Add(request.AudienceGroups, rules), PartialErrors = rules.Errors.List };
    }

    private static UpdateAudienceGroupsResponse Update(CallContext call, UpdateAudienceGroupsRequest request)
    {
        var rules = new AudienceGroupsOfAccount(call, new ItemErrors());
        Family.Update(request.AudienceGroups, rules);
        return new() { PartialErrors = rules.Errors.List };
    }

    private static DeleteAudienceGroupsResponse Delete(CallContext call, DeleteAudienceGroupsRequest request)
    {
        var rules = new AudienceGroupsOfAccount(call, new ItemErrors());
        Family.Delete(request.AudienceGroupIds, rules);
        return new() { PartialErrors = rules.Errors.List };
    }

    private static GetAudienceGroupsByIdsResponse GetByIds(CallContext call, GetAudienceGroupsByIdsRequest request)
    {
        var errors = new ItemErrors();
        var groups = request.AudienceGroupIds is null
            ? Family.Children(call, call.Account.Id)
            : Family.Get(call, call.Account.Id, request.AudienceGroupIds, errors);
        foreach (var group in groups)
        {
            if (group is null)
                continue;
            group.AssociationCount = call.Session.Links.From(Family.Name, FamilyNames.AssetGroup, group.Id!.Value).Count;
            foreach (var dimension in group.Dimensions!.OfType<AudienceDimension>())
            {
                dimension.Audiences!.RemoveAll(a => AudienceFamilies.Audiences.FindOwn(call, a.Id) is null);
            }
        }

        return new() { AudienceGroups = groups, PartialErrors = errors.List };
    }
}
