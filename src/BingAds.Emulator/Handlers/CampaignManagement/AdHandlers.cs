using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.Emulator.Store;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement;

/// <summary>Ads of all kinds: children of an ad group.</summary>
internal static class AdHandlers
{
    private const int MaxActiveResponsiveSearchAds = 3;
    private const int AdTypeDoesNotMatch = 1360;
    private const int UpdateEmpty = 1385;
    private const int TooManyActive = 6226;

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
        var group = GroupOf(call, request.AdGroupId);
        var errors = new ItemErrors();
        var rules = new AdRules(errors);
        var assets = new TextAssetStore(call);
        var ids = Family.Add(call, group.Id, request.Ads, errors, ad =>
        {
            rules.PrepareNew(ad, CampaignTypeOf(call, group), group.Kind);
            CheckActive(call, group.Id, ad, errors);
            if (errors.Ok)
                assets.Fill(ad);
        });
        return new() { AdIds = ids, PartialErrors = errors.List };
    }

    private static UpdateAdsResponse Update(CallContext call, UpdateAdsRequest request)
    {
        var group = GroupOf(call, request.AdGroupId);
        var errors = new ItemErrors();
        var rules = new AdRules(errors);
        var assets = new TextAssetStore(call);
        Family.Update(
            call,
            group.Id,
            request.Ads,
            errors,
            (before, given) =>
            {
                errors.Require(given.GetType() == before.GetType() && (given.Type is null || given.Type.Value.ToString() == AdKinds.Of(before)), AdTypeDoesNotMatch);
                errors.Require(!EntityMerge.IsEmpty(given), UpdateEmpty);
                rules.BeforeUpdate(given);
            },
            change =>
            {
                rules.Check(change.After);
                if (change.Before.Status != AdStatus.Active)
                    CheckActive(call, group.Id, change.After, errors);
                if (errors.Ok)
                    assets.Fill(change.After);
            });
        return new() { PartialErrors = errors.List };
    }

    private static DeleteAdsResponse Delete(CallContext call, DeleteAdsRequest request)
    {
        var errors = new ItemErrors();
        Family.Delete(call, GroupOf(call, request.AdGroupId).Id, request.AdIds, errors);
        return new() { PartialErrors = errors.List };
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

    private static string CampaignTypeOf(CallContext call, EntityRow group) => call.Session.Entities.Find(FamilyNames.Campaign, group.Parent)?.Kind ?? "Search";

    /// <summary>The types have to be named; a call that names none gets none.</summary>
    private static HashSet<string> Wanted(List<AdType>? types) => types is { Count: > 0 }
        ? [.. types.Select(static t => t.ToString())]
        : throw ApiFaultException.Operation(ErrorNumber.ApiInputValidationError, "AdTypes must name at least one type.");

    private static bool IsWanted(EntityRow row, HashSet<string> wanted) => wanted.Contains(row.Kind!);

    private static void CheckActive(CallContext call, long group, Ad ad, ItemErrors errors)
    {
        if (!errors.Ok || ad is not ResponsiveSearchAd || ad.Status != AdStatus.Active)
            return;
        var active = call.Session.Entities.Children(FamilyNames.Ad, group).Count(static r => r is { Kind: "ResponsiveSearch", Status: "Active" });
        errors.Require(active < MaxActiveResponsiveSearchAds, TooManyActive);
    }
}
