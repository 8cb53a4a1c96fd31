using BingAds.Contract;
using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.Emulator.Store;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement.Experiments;

/// <summary>The copies of campaigns that experiments try their changes on: with ad groups, ads and keywords.</summary>
internal static class ExperimentCampaigns
{
    /// <summary>Copies a campaign for an experiment, whose name the copy gets; gives its id.</summary>
    public static long Create(CallContext call, Campaign campaign, Experiment experiment)
    {
        var original = campaign.Id!.Value;
        campaign.Name = experiment.Name;
        campaign.ExperimentId = experiment.Id;
        var copy = Insert(call, CampaignFamilies.Campaigns, campaign, call.Account.Id);
        foreach (var row in call.Session.Entities.Children(FamilyNames.AdGroup, original))
        {
            var group = Insert(call, CampaignFamilies.AdGroups, CampaignFamilies.AdGroups.Read(row), copy);
            CopyChildren(call, CampaignFamilies.Ads, row.Id, group);
            CopyChildren(call, CampaignFamilies.Keywords, row.Id, group);
        }

        if (campaign.BudgetId is { } budget)
            call.Session.Links.Set(FamilyNames.Budget, FamilyNames.Campaign, budget, copy, call.Account.Id);
        return copy;
    }

    public static void Rename(CallContext call, Experiment experiment)
    {
        if (CampaignFamilies.Campaigns.FindOwn(call, experiment.ExperimentCampaignId) is not { } row)
            return;
        var copy = CampaignFamilies.Campaigns.Read(row);
        copy.Name = experiment.Name;
        CampaignFamilies.Campaigns.Save(call.Session, row, copy);
    }

    /// <summary>Ends what hangs on a campaign that is gone: its experiments, or the experiment that it was the copy of.</summary>
    public static void Forget(CallContext call, EntityRow campaign)
    {
        var family = BiddingFamilies.Experiments;
        foreach (var row in call.Session.Entities.Children(family.Name, call.Account.Id))
        {
            var experiment = family.Read(row);
            if (experiment.BaseCampaignId == campaign.Id && experiment.ExperimentCampaignId is { } copy)
                EntityCascade.Delete(call.Session, FamilyNames.Campaign, copy);
            if (experiment.BaseCampaignId == campaign.Id || experiment.ExperimentCampaignId == campaign.Id)
                EntityCascade.Delete(call.Session, family.Name, row.Id);
        }
    }

    private static void CopyChildren<T>(CallContext call, EntityFamily<T> family, long from, long to)
        where T : ApiObject, new()
    {
        foreach (var row in call.Session.Entities.Children(family.Name, from))
        {
            Insert(call, family, family.Read(row), to);
        }
    }

    private static long Insert<T>(CallContext call, EntityFamily<T> family, T item, long parent)
        where T : ApiObject, new()
    {
        var id = family.NextId(call.Session);
        family.SetId(item, id);
        family.Insert(call.Session, item, parent, call.Account.Id, call.Account.Customer);
        return id;
    }
}
