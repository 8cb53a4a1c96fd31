using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement;

/// <summary>Budgets that campaigns of one account share.</summary>
internal static class BudgetHandlers
{
    private static EntityFamily<Budget> Family => CampaignFamilies.Budgets;

    public static void Register(HandlerTable table)
    {
        table.Add<AddBudgetsRequest, AddBudgetsResponse>(Add);
        table.Add<UpdateBudgetsRequest, UpdateBudgetsResponse>(Update);
        table.Add<DeleteBudgetsRequest, DeleteBudgetsResponse>(Delete);
        table.Add<GetBudgetsByIdsRequest, GetBudgetsByIdsResponse>(GetByIds);
        table.Add<GetCampaignIdsByBudgetIdsRequest, GetCampaignIdsByBudgetIdsResponse>(GetCampaignIds);
    }

    private static AddBudgetsResponse Add(CallContext call, AddBudgetsRequest request)
    {
        var rules = new BudgetsOfAccount(call, new ItemErrors());
        return new() { BudgetIds = Family.Add(request.Budgets, rules), PartialErrors = rules.Errors.List };
    }

    private static UpdateBudgetsResponse Update(CallContext call, UpdateBudgetsRequest request)
    {
        var rules = new BudgetsOfAccount(call, new ItemErrors());
        Family.Update(request.Budgets, rules);
        return new() { PartialErrors = rules.Errors.List };
    }

    private static DeleteBudgetsResponse Delete(CallContext call, DeleteBudgetsRequest request)
    {
        var rules = new BudgetsOfAccount(call, new ItemErrors());
        Family.Delete(request.BudgetIds, rules);
        return new() { PartialErrors = rules.Errors.List };
    }

    private static GetBudgetsByIdsResponse GetByIds(CallContext call, GetBudgetsByIdsRequest request)
    {
        var errors = new ItemErrors();
        var budgets = request.BudgetIds is null
            ? Family.Children(call, call.Account.Id)
            : Family.Get(call, call.Account.Id, request.BudgetIds, errors);
        foreach (var budget in budgets)
        {
            if (budget is not null)
                budget.AssociationCount = CampaignsOf(call, budget.Id!.Value).Count;
        }

        return new() { Budgets = budgets, PartialErrors = errors.List };
    }

    private static GetCampaignIdsByBudgetIdsResponse GetCampaignIds(CallContext call, GetCampaignIdsByBudgetIdsRequest request)
    {
        var errors = new ItemErrors();
        var collections = Family.Get(call, call.Account.Id, request.BudgetIds, errors)
            .Select(budget => budget is null ? null : new IdCollection { Ids = CampaignsOf(call, budget.Id!.Value) })
            .ToList();
        return new() { CampaignIdCollection = collections, PartialErrors = errors.List };
    }

    internal static List<long?> CampaignsOf(CallContext call, long budget)
        => [.. call.Session.Links.From(FamilyNames.Budget, FamilyNames.Campaign, budget).Select(static l => (long?)l.Target)];
}
