using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement;

/// <summary>Ad groups below one campaign.</summary>
internal sealed class AdGroupsOfCampaign(CallContext call, Campaign campaign, ItemErrors errors) : EntityRules<AdGroup>(call, campaign.Id!.Value, errors)
{
    /// <summary>A switch of the service's call, because an older kind of client sent this member without knowing it.</summary>
    public bool TakesAudienceAdsBidAdjustment { get; init; } = true;

    public override void PrepareNew(AdGroup item) => AdGroupRules.PrepareNew(Call, item, campaign, Errors);

    public override void BeforeUpdate(AdGroup before, AdGroup given)
    {
        if (!TakesAudienceAdsBidAdjustment)
            given.AudienceAdsBidAdjustment = null;
        AdGroupRules.BeforeUpdate(Call, before, given, Errors);
    }

    public override void CheckUpdate(EntityChange<AdGroup> change) => AdGroupRules.CheckUpdate(change, campaign, Errors);
}
