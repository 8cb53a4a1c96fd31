using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.Emulator.Store;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement;

/// <summary>Web sites on which a campaign or ad group does not want to be. Each call replaces the whole list of an entity.</summary>
internal static class NegativeSiteHandlers
{
    private const int MaxEntities = 5000;
    private const int CampaignIdsNotPassed = 4347;
    private const int AdGroupIdsNotPassed = 4348;
    private const int EntityBatchLimit = 4350;
    private const int NotPassed = 1245;

    public static void Register(HandlerTable table)
    {
        table.Add<SetNegativeSitesToCampaignsRequest, SetNegativeSitesToCampaignsResponse>(static (call, request) =>
        {
            var account = call.AccountOf(request.AccountId).Id;
            return new() { PartialErrors = Set(call, FamilyNames.Campaign, account, request.CampaignNegativeSites?.ConvertAll(static s => (s?.CampaignId, s?.NegativeSites)), CampaignIdsNotPassed) };
        });
        table.Add<SetNegativeSitesToAdGroupsRequest, SetNegativeSitesToAdGroupsResponse>(static (call, request) =>
        {
            var campaign = Campaign(call, request.CampaignId);
            return new() { PartialErrors = Set(call, FamilyNames.AdGroup, campaign, request.AdGroupNegativeSites?.ConvertAll(static s => (s?.AdGroupId, s?.NegativeSites)), AdGroupIdsNotPassed) };
        });
        table.Add<GetNegativeSitesByCampaignIdsRequest, GetNegativeSitesByCampaignIdsResponse>(static (call, request) =>
        {
            var account = call.AccountOf(request.AccountId).Id;
            var found = Get(call, FamilyNames.Campaign, account, request.CampaignIds, CampaignFamilies.Campaigns.Codes.IdsEmpty, out var errors);
            return new() { CampaignNegativeSites = found.ConvertAll(static f => f is null ? null : new CampaignNegativeSites { CampaignId = f.Value.Id, NegativeSites = f.Value.Sites }), PartialErrors = errors };
        });
        table.Add<GetNegativeSitesByAdGroupIdsRequest, GetNegativeSitesByAdGroupIdsResponse>(static (call, request) =>
        {
            var campaign = Campaign(call, request.CampaignId);
            var found = Get(call, FamilyNames.AdGroup, campaign, request.AdGroupIds, CampaignFamilies.AdGroups.Codes.IdsEmpty, out var errors);
            return new() { AdGroupNegativeSites = found.ConvertAll(static f => f is null ? null : new AdGroupNegativeSites { AdGroupId = f.Value.Id, NegativeSites = f.Value.Sites }), PartialErrors = errors };
        });
    }

    private static List<BatchError?> Set(CallContext call, string kind, long parent, List<(long? Id, List<string>? Sites)>? items, int notPassed)
    {
        CheckCount(items?.Count ?? 0, notPassed);
        var errors = new ItemErrors();
        for (var i = 0; i < items!.Count; i++)
        {
            errors.Start(i);
            var (id, sites) = items[i];
            var entity = Own(call, kind, parent, id, errors);
            if (sites is null)
                errors.Fail(NotPassed);
            else
                NegativeSites.Check(sites, errors);
            if (errors.Ok)
                NegativeSites.Set(call, kind, entity!.Id, sites!);
        }

        return errors.List;
    }

    private static List<(long Id, List<string> Sites)?> Get(CallContext call, string kind, long parent, List<long>? ids, int notPassed, out List<BatchError?> partialErrors)
    {
        CheckCount(ids?.Count ?? 0, notPassed);
        var errors = new ItemErrors();
        var found = new List<(long, List<string>)?>();
        for (var i = 0; i < ids!.Count; i++)
        {
            errors.Start(i);
            found.Add(Own(call, kind, parent, ids[i], errors) is { } row ? (row.Id, NegativeSites.Of(call.Session, kind, row.Id)) : null);
        }

        partialErrors = errors.List;
        return found;
    }

    private static EntityRow? Own(CallContext call, string kind, long parent, long? id, ItemErrors errors)
    {
        var row = call.Session.Entities.Find(kind, id ?? 0);
        if (row?.Parent == parent)
            return row;
        errors.Fail(kind == FamilyNames.Campaign ? CampaignFamilies.Campaigns.Codes.UnknownId : CampaignFamilies.AdGroups.Codes.UnknownId);
        return null;
    }

    private static long Campaign(CallContext call, long? id)
        => CampaignFamilies.Campaigns.FindOwn(call, id)?.Id ?? throw ApiFaultException.Operation(CampaignFamilies.Campaigns.Codes.UnknownId);

    private static void CheckCount(int count, int notPassed)
    {
        if (count == 0)
            throw ApiFaultException.Operation(notPassed);
        if (count > MaxEntities)
            throw ApiFaultException.Operation(EntityBatchLimit);
    }
}
