using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.Emulator.Handlers.CampaignManagement.Bidding;
using BingAds.Emulator.Handlers.CampaignManagement.Conversions;
using BingAds.Emulator.Handlers.CampaignManagement.Experiments;
using BingAds.Emulator.Store;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement;

/// <summary>Campaigns below one account.</summary>
internal sealed class CampaignsOfAccount(CallContext call, long account, ItemErrors errors) : EntityRules<Campaign>(call, account, errors)
{
    private List<long>? _goals;

    public override void PrepareNew(Campaign item)
    {
        _goals = CampaignGoals.Take(Call, item, Errors);
        CampaignRules.PrepareNew(Call, item, Errors);
    }

    public override void Added(Campaign item) => Link(item, before: null);

    public override void BeforeUpdate(Campaign before, Campaign given)
    {
        _goals = CampaignGoals.Take(Call, given, Errors);
        CampaignRules.BeforeUpdate(before, given, Errors);
    }

    public override void CheckUpdate(EntityChange<Campaign> change) => CampaignRules.CheckUpdate(Call, change, Errors);

    public override void Changed(EntityChange<Campaign> change) => Link(change.After, change.Before);

    public override void Deleted(EntityRow row) => ExperimentCampaigns.Forget(Call, row);

    private void Link(Campaign campaign, Campaign? before)
    {
        LinkBudget(campaign, before);
        BidStrategies.Link(Call, campaign, before);
        CampaignGoals.Replace(Call, campaign.Id!.Value, _goals);
    }

    private void LinkBudget(Campaign campaign, Campaign? before)
    {
        if (campaign.BudgetId == before?.BudgetId)
            return;
        if (before?.BudgetId is { } old)
            Call.Session.Links.Delete(FamilyNames.Budget, FamilyNames.Campaign, old, campaign.Id!.Value);
        if (campaign.BudgetId is { } budget)
            Call.Session.Links.Set(FamilyNames.Budget, FamilyNames.Campaign, budget, campaign.Id!.Value, Call.Account.Id);
    }
}
