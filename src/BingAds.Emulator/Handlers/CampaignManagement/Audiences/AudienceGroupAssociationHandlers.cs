using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.Emulator.Store;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement.Audiences;

/// <summary>Which asset group has which audience group: one at most.</summary>
internal static class AudienceGroupAssociationHandlers
{
    private const int Max = 100;

    private static EntityFamily<AudienceGroup> Family => AudienceFamilies.Groups;

    public static void Register(HandlerTable table)
    {
        table.Add<SetAudienceGroupAssetGroupAssociationsRequest, SetAudienceGroupAssetGroupAssociationsResponse>(static (call, request) => new()
        {
            PartialErrors = ForEach(call, request.AudienceGroupAssetGroupAssociations, Set),
        });
        table.Add<DeleteAudienceGroupAssetGroupAssociationsRequest, DeleteAudienceGroupAssetGroupAssociationsResponse>(static (call, request) => new()
        {
            PartialErrors = ForEach(call, request.AudienceGroupAssetGroupAssociations, Delete),
        });
        table.Add<GetAudienceGroupAssetGroupAssociationsByAssetGroupIdsRequest, GetAudienceGroupAssetGroupAssociationsByAssetGroupIdsResponse>(static (call, request) =>
        {
            var found = Get(request.AssetGroupIds, id => IsAssetGroup(call, id) ? call.Session.Links.To(Family.Name, FamilyNames.AssetGroup, id) : null, out var errors);
            return new() { AudienceGroupAssetGroupAssociations = found, PartialErrors = errors };
        });
        table.Add<GetAudienceGroupAssetGroupAssociationsByAudienceGroupIdsRequest, GetAudienceGroupAssetGroupAssociationsByAudienceGroupIdsResponse>(static (call, request) =>
        {
            var found = Get(
                request.AudienceGroupIds, id => Family.FindOwn(call, id) is null ? null : call.Session.Links.From(Family.Name, FamilyNames.AssetGroup, id), out var errors);
            return new() { AudienceGroupAssetGroupAssociations = found, PartialErrors = errors };
        });
    }

    private static void Set(CallContext call, long audienceGroup, long assetGroup, ItemErrors errors)
    {
        var links = call.Session.Links;
        foreach (var old in links.To(Family.Name, FamilyNames.AssetGroup, assetGroup).Where(l => l.Source != audienceGroup))
        {
            links.Delete(Family.Name, FamilyNames.AssetGroup, old.Source, assetGroup);
        }

        links.Set(Family.Name, FamilyNames.AssetGroup, audienceGroup, assetGroup, call.Account.Id);
    }

    private static void Delete(CallContext call, long audienceGroup, long assetGroup, ItemErrors errors)
        => errors.Require(call.Session.Links.Delete(Family.Name, FamilyNames.AssetGroup, audienceGroup, assetGroup), GeneralCodes.DoesNotExist);

    private static List<BatchError?> ForEach(CallContext call, List<AudienceGroupAssetGroupAssociation>? items, Action<CallContext, long, long, ItemErrors> change)
    {
        CheckCount(items?.Count ?? 0, GeneralCodes.ListMissing, GeneralCodes.TooManyItems);
        var errors = new ItemErrors();
        var seen = new HashSet<(long?, long?)>();
        for (var i = 0; i < items!.Count; i++)
        {
            errors.Start(i);
            if (items[i] is not { } item)
            {
                errors.Fail(GeneralCodes.ItemMissing);
                continue;
            }

            errors.Require(seen.Add((item.AudienceGroupId, item.AssetGroupId)), GeneralCodes.DuplicateId);
            errors.Require(Family.FindOwn(call, item.AudienceGroupId) is not null, GeneralCodes.UnknownId, nameof(item.AudienceGroupId));
            errors.Require(IsAssetGroup(call, item.AssetGroupId), GeneralCodes.UnknownId, nameof(item.AssetGroupId));
            if (errors.Ok)
                change(call, item.AudienceGroupId!.Value, item.AssetGroupId!.Value, errors);
        }

        return errors.List;
    }

    private static List<AudienceGroupAssetGroupAssociation?> Get(List<long>? ids, Func<long, List<LinkRow>?> find, out List<BatchError?> partialErrors)
    {
        CheckCount(ids?.Count ?? 0, GeneralCodes.IdsMissing, GeneralCodes.TooManyIds);
        var errors = new ItemErrors();
        var found = new List<AudienceGroupAssetGroupAssociation?>();
        for (var i = 0; i < ids!.Count; i++)
        {
            errors.Start(i);
            if (find(ids[i]) is { } links)
                found.AddRange(links.Select(static l => new AudienceGroupAssetGroupAssociation { AudienceGroupId = l.Source, AssetGroupId = l.Target }));
            else
                errors.Fail(GeneralCodes.UnknownId);
        }

        partialErrors = errors.List;
        return found;
    }

    private static bool IsAssetGroup(CallContext call, long? id)
        => id is { } known && call.Session.Entities.Find(FamilyNames.AssetGroup, known)?.Account == call.Account.Id;

    private static void CheckCount(int count, int empty, int tooMany)
    {
        if (count == 0)
            throw ApiFaultException.Operation(empty);
        if (count > Max)
            throw ApiFaultException.Operation(tooMany);
    }
}
