using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement;

/// <summary>Campaigns below one account.</summary>
internal sealed class CampaignsOfAccount(CallContext call, long account, ItemErrors errors) : EntityRules<Campaign>(call, account, errors)
{
    public override void PrepareNew(Campaign item) => CampaignRules.PrepareNew(Call, item, Errors);

    public override void Added(Campaign item) => LinkBudget(item, before: null);

    public override void BeforeUpdate(Campaign before, Campaign given) => CampaignRules.BeforeUpdate(before, given, Errors);

    public override void CheckUpdate(EntityChange<Campaign> change) => CampaignRules.CheckUpdate(Call, change, Errors);

    public override void Changed(EntityChange<Campaign> change) => LinkBudget(change.After, change.Before);

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
