using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.Emulator.Rules;
using BingAds.Emulator.Rules.Criterions;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement.Criterions;

/// <summary>The criterions of one ad group.</summary>
internal sealed class CriterionsOfAdGroup(CallContext call, CriterionParent parent, ItemErrors errors)
    : CriterionsOf<AdGroupCriterion>(call, parent, CriterionFamilies.OfAdGroups, CriterionCodes.OfAdGroups, errors)
{
    private const int EditorialStatusGiven = 4118;
    private const int NegativeImmutable = 4125;

    public override void BeforeUpdate(AdGroupCriterion before, AdGroupCriterion given)
    {
        base.BeforeUpdate(before, given);
        Errors.Require(before is not NegativeAdGroupCriterion || given is not NegativeAdGroupCriterion, NegativeImmutable);
    }

    protected override (Criterion? Criterion, CriterionBid? Bid, bool IsNegative) Parts(AdGroupCriterion item)
        => (item.Criterion, (item as BiddableAdGroupCriterion)?.CriterionBid, item is NegativeAdGroupCriterion);

    protected override void SetParts(AdGroupCriterion item, Criterion criterion, CriterionBid? bid)
    {
        item.Criterion = criterion;
        if (item is BiddableAdGroupCriterion biddable)
            biddable.CriterionBid = bid;
    }

    protected override void CheckReadOnly(AdGroupCriterion item)
    {
        Errors.Require(item.Status is null || item.Status == AdGroupCriterionStatus.Active, CriterionCodes.OfAdGroups.StatusInvalid);
        item.Status = AdGroupCriterionStatus.Active;
        item.AdGroupId = Parent;
        if (item is not BiddableAdGroupCriterion biddable)
            return;
        Errors.Require(biddable.EditorialStatus is null, EditorialStatusGiven);
        UrlRules.CheckTracking(Errors, biddable.TrackingUrlTemplate, biddable.FinalUrlSuffix, biddable.UrlCustomParameters);
        biddable.UrlCustomParameters = UrlRules.Normalize(biddable.UrlCustomParameters);
    }
}
