using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement.Bidding;

/// <summary>Seasonality adjustments of one account.</summary>
internal sealed class SeasonalityOfAccount(CallContext call, long account, ItemErrors errors) : EntityRules<SeasonalityAdjustment>(call, account, errors)
{
    private const double NothingAtAll = -100;

    public override void PrepareNew(SeasonalityAdjustment item)
    {
        item.DeviceTypeFilter ??= DeviceType.All;
        Check(item);
    }

    public override void BeforeUpdate(SeasonalityAdjustment before, SeasonalityAdjustment given) => Errors.Require(given.Name is not "", GeneralCodes.ValueMissing, nameof(given.Name));

    public override void CheckUpdate(EntityChange<SeasonalityAdjustment> change) => Check(change.After);

    private void Check(SeasonalityAdjustment item)
    {
        BiddingPeriods.CheckTexts(item.Name, item.Description, Errors);
        BiddingPeriods.CheckTimes(item.StartDate, item.EndDate, Errors);
        BiddingPeriods.CheckAims(Call, item.CampaignAssociations, item.CampaignTypeFilter, item.DeviceTypeFilter, Errors);
        if (item.AdjustmentPercentage is not { } percentage)
            Errors.Fail(GeneralCodes.ValueMissing, nameof(item.AdjustmentPercentage));
        else
            Errors.Require(double.IsFinite(percentage) && percentage >= NothingAtAll, GeneralCodes.ValueOutOfRange, nameof(item.AdjustmentPercentage));
    }
}
