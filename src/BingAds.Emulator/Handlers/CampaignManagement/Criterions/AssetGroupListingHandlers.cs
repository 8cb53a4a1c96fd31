using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement.Criterions;

/// <summary>Trees of listings, below asset groups.</summary>
internal static class AssetGroupListingHandlers
{
    private const int SeveralAssetGroups = 4137;

    private static EntityFamily<AssetGroupListingGroup> Family => ListingFamilies.OfAssetGroups;

    public static void Register(HandlerTable table)
    {
        table.Add<ApplyAssetGroupListingGroupActionsRequest, ApplyAssetGroupListingGroupActionsResponse>(Apply);
        table.Add<GetAssetGroupListingGroupsByIdsRequest, GetAssetGroupListingGroupsByIdsResponse>(Get);
    }

    private static ApplyAssetGroupListingGroupActionsResponse Apply(CallContext call, ApplyAssetGroupListingGroupActionsRequest request)
    {
        ListingActions<AssetGroupListingGroup>.CheckCount(request.ListingGroupActions?.Count ?? 0);
        var groups = request.ListingGroupActions!.Select(static a => a?.ListingGroup?.AssetGroupId).OfType<long>().Distinct().ToList();
        if (groups.Count > 1)
            throw ApiFaultException.Operation(SeveralAssetGroups);
        var errors = new ItemErrors();
        var tree = new AssetGroupListing(call, AssetGroup(call, groups.Count == 0 ? null : groups[0]), errors);
        var ids = tree.Apply(request.ListingGroupActions!.ConvertAll(static a => (a?.Action, a?.ListingGroup)));
        return new() { AssetGroupListingGroupIds = ids, PartialErrors = errors.List };
    }

    private static GetAssetGroupListingGroupsByIdsResponse Get(CallContext call, GetAssetGroupListingGroupsByIdsRequest request)
    {
        var group = AssetGroup(call, request.AssetGroupId);
        return new()
        {
            AssetGroupListingGroups = request.AssetGroupListingGroupIds is null
                ? Family.Children(call, group)
                : Family.Get(call, group, request.AssetGroupListingGroupIds, new ItemErrors()),
        };
    }

    private static long AssetGroup(CallContext call, long? id)
        => id is { } known && call.Session.Entities.Find(FamilyNames.AssetGroup, known) is { } row && row.Account == call.Account.Id
            ? row.Id
            : throw ApiFaultException.Operation(GeneralCodes.UnknownId);
}
