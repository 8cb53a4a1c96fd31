using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.Emulator.Store;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement;

/// <summary>Ads of all kinds: children of an ad group.</summary>
internal static class AdHandlers
{
    private static EntityFamily<Ad> Family => CampaignFamilies.Ads;

    public static void Register(HandlerTable table)
    {
        table.Add<AddAdsRequest, AddAdsResponse>(Add);
        table.Add<UpdateAdsRequest, UpdateAdsResponse>(Update);
        table.Add<DeleteAdsRequest, DeleteAdsResponse>(Delete);
        table.Add<GetAdsByIdsRequest, GetAdsByIdsResponse>(GetByIds);
        table.Add<GetAdsByAdGroupIdRequest, GetAdsByAdGroupIdResponse>(GetByAdGroup);
        table.Add<GetAdsByEditorialStatusRequest, GetAdsByEditorialStatusResponse>(GetByEditorialStatus);
    }

    private static AddAdsResponse Add(CallContext call, AddAdsRequest request)
    {
        var rules = new AdsOfAdGroup(call, GroupOf(call, request.AdGroupId), new ItemErrors());
        return new() { AdIds = Family.Add(request.Ads, rules), PartialErrors = rules.Errors.List };
    }

    private static UpdateAdsResponse Update(CallContext call, UpdateAdsRequest request)
    {
        var rules = new AdsOfAdGroup(call, GroupOf(call, request.AdGroupId), new ItemErrors());
        Family.Update(request.Ads, rules);
        return new() { PartialErrors = rules.Errors.List };
    }

    private static DeleteAdsResponse Delete(CallContext call, DeleteAdsRequest request)
    {
        var rules = new AdsOfAdGroup(call, GroupOf(call, request.AdGroupId), new ItemErrors());
        Family.Delete(request.AdIds, rules);
        return new() { PartialErrors = rules.Errors.List };
    }

    private static GetAdsByIdsResponse GetByIds(CallContext call, GetAdsByIdsRequest request)
    {
        var group = GroupOf(call, request.AdGroupId);
        var errors = new ItemErrors();
        var wanted = Wanted(request.AdTypes);
        return new() { Ads = Family.Get(call, group.Id, request.AdIds, errors, row => IsWanted(row, wanted), CampaignRules.EntityIdFilterMismatch), PartialErrors = errors.List };
    }

    private static GetAdsByAdGroupIdResponse GetByAdGroup(CallContext call, GetAdsByAdGroupIdRequest request)
    {
        var wanted = Wanted(request.AdTypes);
        return new() { Ads = Family.Children(call, GroupOf(call, request.AdGroupId).Id, row => IsWanted(row, wanted)) };
    }

    private static GetAdsByEditorialStatusResponse GetByEditorialStatus(CallContext call, GetAdsByEditorialStatusRequest request)
    {
        var wanted = Wanted(request.AdTypes);
        var ads = Family.Children(call, GroupOf(call, request.AdGroupId).Id, row => IsWanted(row, wanted));
        return new() { Ads = [.. ads.Where(ad => ad!.EditorialStatus == request.EditorialStatus)] };
    }

    private static EntityRow GroupOf(CallContext call, long? adGroupId)
        => CampaignFamilies.AdGroups.FindOwn(call, adGroupId) ?? throw ApiFaultException.Operation(CampaignFamilies.AdGroups.Codes.UnknownId);

    /// <summary>The types have to be named; a call that names none gets none.</summary>
    private static HashSet<string> Wanted(List<AdType>? types) => types is { Count: > 0 }
        ? [.. types.Select(static t => t.ToString())]
        : throw ApiFaultException.Operation(ErrorNumber.ApiInputValidationError, "AdTypes must name at least one type.");

    private static bool IsWanted(EntityRow row, HashSet<string> wanted) => wanted.Contains(row.Kind!);
}
