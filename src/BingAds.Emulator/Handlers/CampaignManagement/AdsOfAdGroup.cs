using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.Emulator.Store;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement;

/// <summary>Ads below one ad group.</summary>
internal sealed class AdsOfAdGroup : EntityRules<Ad>
{
    private const int MaxActiveResponsiveSearchAds = 3;
    private const int AdTypeDoesNotMatch = 1360;
    private const int UpdateEmpty = 1385;
    private const int TooManyActive = 6226;

    private readonly EntityRow _group;
    private readonly string _campaignType;
    private readonly AdRules _rules;
    private readonly TextAssetStore _assets;

    public AdsOfAdGroup(CallContext call, EntityRow group, ItemErrors errors)
        : base(call, group.Id, errors)
    {
        _group = group;
        _campaignType = call.Session.Entities.Find(FamilyNames.Campaign, group.Parent)?.Kind ?? "Search";
        _rules = new AdRules(errors);
        _assets = new TextAssetStore(call);
    }

    public override void PrepareNew(Ad item)
    {
        _rules.PrepareNew(item, _campaignType, _group.Kind);
        CheckActive(item);
        if (Errors.Ok)
            _assets.Fill(item);
    }

    public override void BeforeUpdate(Ad before, Ad given)
    {
        Errors.Require(given.GetType() == before.GetType() && (given.Type is null || given.Type.Value.ToString() == AdKinds.Of(before)), AdTypeDoesNotMatch);
        Errors.Require(!EntityMerge.IsEmpty(given), UpdateEmpty);
        _rules.BeforeUpdate(given);
    }

    public override void CheckUpdate(EntityChange<Ad> change)
    {
        _rules.Check(change.After);
        if (change.Before.Status != AdStatus.Active)
            CheckActive(change.After);
        if (Errors.Ok)
            _assets.Fill(change.After);
    }

    private void CheckActive(Ad ad)
    {
        if (!Errors.Ok || ad is not ResponsiveSearchAd || ad.Status != AdStatus.Active)
            return;
        var active = Call.Session.Entities.Count(FamilyNames.Ad, Parent, "ResponsiveSearch", "Active");
        Errors.Require(active < MaxActiveResponsiveSearchAds, TooManyActive);
    }
}
