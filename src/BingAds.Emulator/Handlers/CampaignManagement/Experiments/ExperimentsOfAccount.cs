using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.Emulator.Store;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement.Experiments;

/// <summary>Experiments of one account.</summary>
internal sealed class ExperimentsOfAccount(CallContext call, ItemErrors errors) : EntityRules<Experiment>(call, call.Account.Id, errors)
{
    private Campaign? _base;

    public override void PrepareNew(Experiment item) => _base = ExperimentRules.PrepareNew(Call, item, Errors);

    public override void Added(Experiment item)
    {
        item.ExperimentCampaignId = ExperimentCampaigns.Create(Call, _base!, item);
        BiddingFamilies.Experiments.Save(Call.Session, BiddingFamilies.Experiments.Find(Call, item.Id)!, item);
    }

    public override void BeforeUpdate(Experiment before, Experiment given) => ExperimentRules.BeforeUpdate(Call, before, given, Errors);

    public override void CheckUpdate(EntityChange<Experiment> change) => ExperimentRules.CheckUpdate(Call, change, Errors);

    public override void Changed(EntityChange<Experiment> change)
    {
        if (change.After.Name != change.Before.Name)
            ExperimentCampaigns.Rename(Call, change.After);
    }

    /// <summary>The copy goes with the experiment, unless it has become a campaign of its own.</summary>
    public override void Deleted(EntityRow row)
    {
        var experiment = BiddingFamilies.Experiments.Read(row);
        if (experiment is { ExperimentCampaignId: { } copy } && !ExperimentRules.Is(experiment, ExperimentRules.Graduated))
            EntityCascade.Delete(Call.Session, FamilyNames.Campaign, copy);
    }
}
