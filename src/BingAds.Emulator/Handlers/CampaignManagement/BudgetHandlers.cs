using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.Emulator.Rules;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement;

/// <summary>Budgets that campaigns of one account share.</summary>
internal static class BudgetHandlers
{
    private const int MaxName = 255;
    private const int NameMissing = 4904;
    private const int NameTooLong = 4905;
    private const int NameInvalid = 4906;
    private const int TypeMissing = 4908;
    private const int MonthlyNotAllowed = 4909;
    private const int AmountMissing = 4910;
    private const int AmountAboveLimit = 4911;
    private const int AmountBelowLimit = 4912;
    private const int IsShared = 4918;

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
        var errors = new ItemErrors();
        var ids = Family.Add(call, call.Account.Id, request.Budgets, errors, budget => Check(budget, errors));
        return new() { BudgetIds = ids, PartialErrors = errors.List };
    }

    private static UpdateBudgetsResponse Update(CallContext call, UpdateBudgetsRequest request)
    {
        var errors = new ItemErrors();
        Family.Update(
            call,
            call.Account.Id,
            request.Budgets,
            errors,
            (_, given) => errors.Require(given.Name is null || !string.IsNullOrWhiteSpace(given.Name), NameInvalid),
            change => Check(change.After, errors));
        return new() { PartialErrors = errors.List };
    }

    private static DeleteBudgetsResponse Delete(CallContext call, DeleteBudgetsRequest request)
    {
        var errors = new ItemErrors();
        Family.Delete(call, call.Account.Id, request.BudgetIds, errors, row => errors.Require(CampaignsOf(call, row.Id).Count == 0, IsShared));
        return new() { PartialErrors = errors.List };
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

    private static List<long?> CampaignsOf(CallContext call, long budget)
        => [.. call.Session.Links.From(FamilyNames.Budget, FamilyNames.Campaign, budget).Select(static l => (long?)l.Target)];

    private static void Check(Budget budget, ItemErrors errors)
    {
        budget.AssociationCount = null;
        if (string.IsNullOrWhiteSpace(budget.Name))
            errors.Fail(NameMissing);
        else if (budget.Name.Length > MaxName)
            errors.Fail(NameTooLong);
        else
            errors.Require(!TextRules.HasControl(budget.Name), NameInvalid);

        if (budget.Amount is null)
            errors.Fail(AmountMissing);
        else if (budget.Amount < (decimal)MoneyRules.MinBudget)
            errors.Fail(AmountBelowLimit);
        else
            errors.Require(budget.Amount <= (decimal)MoneyRules.MaxBudget, AmountAboveLimit);

        if (budget.BudgetType is null)
            errors.Fail(TypeMissing);
        else if (budget.BudgetType != BudgetLimitType.DailyBudgetStandard)
            errors.Fail(budget.BudgetType.ToString()!.StartsWith("Monthly", StringComparison.Ordinal) ? MonthlyNotAllowed : TypeMissing);
    }
}
