using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.Emulator.Rules.Criterions;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement.Criterions;

/// <summary>The criterions of one campaign.</summary>
internal sealed class CriterionsOfCampaign(CallContext call, CriterionParent parent, ItemErrors errors)
    : CriterionsOf<CampaignCriterion>(call, parent, CriterionFamilies.OfCampaigns, CriterionCodes.OfCampaigns, errors)
{
    protected override (Criterion? Criterion, CriterionBid? Bid, bool IsNegative) Parts(CampaignCriterion item)
        => (item.Criterion, (item as BiddableCampaignCriterion)?.CriterionBid, item is NegativeCampaignCriterion);

    protected override void SetParts(CampaignCriterion item, Criterion criterion, CriterionBid? bid)
    {
        item.Criterion = criterion;
        if (item is BiddableCampaignCriterion biddable)
            biddable.CriterionBid = bid;
    }

    protected override void CheckReadOnly(CampaignCriterion item)
    {
        Errors.Require(item.Status is null || item.Status == CampaignCriterionStatus.Active, CriterionCodes.OfCampaigns.StatusInvalid);
        item.Status = CampaignCriterionStatus.Active;
        item.ForwardCompatibilityMap = null;
        item.CampaignId = Parent;
    }
}
