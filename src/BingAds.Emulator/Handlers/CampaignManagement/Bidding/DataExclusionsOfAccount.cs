using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement.Bidding;

/// <summary>Data exclusions of one account.</summary>
internal sealed class DataExclusionsOfAccount(CallContext call, long account, ItemErrors errors) : EntityRules<DataExclusion>(call, account, errors)
{
    public override void PrepareNew(DataExclusion item)
    {
        item.DeviceTypeFilter ??= DeviceType.All;
        Check(item);
    }

    public override void BeforeUpdate(DataExclusion before, DataExclusion given) => Errors.Require(given.Name is not "", GeneralCodes.ValueMissing, nameof(given.Name));

    public override void CheckUpdate(EntityChange<DataExclusion> change) => Check(change.After);

    private void Check(DataExclusion item)
    {
        BiddingPeriods.CheckTexts(item.Name, item.Description, Errors);
        BiddingPeriods.CheckTimes(item.StartDate, item.EndDate, Errors);
        BiddingPeriods.CheckAims(Call, item.CampaignAssociations, item.CampaignTypeFilter, item.DeviceTypeFilter, Errors);
    }
}
