using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.Emulator.Rules;
using BingAds.Emulator.Store;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement;

/// <summary>Shared budgets of one account.</summary>
internal sealed class BudgetsOfAccount(CallContext call, ItemErrors errors) : EntityRules<Budget>(call, call.Account.Id, errors)
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

    public override void PrepareNew(Budget item) => Check(item);

    public override void BeforeUpdate(Budget before, Budget given) => Errors.Require(given.Name is null || !string.IsNullOrWhiteSpace(given.Name), NameInvalid);

    public override void CheckUpdate(EntityChange<Budget> change) => Check(change.After);

    public override void CheckDelete(EntityRow row) => Errors.Require(BudgetHandlers.CampaignsOf(Call, row.Id).Count == 0, IsShared);

    private void Check(Budget budget)
    {
        budget.AssociationCount = null;
        if (string.IsNullOrWhiteSpace(budget.Name))
            Errors.Fail(NameMissing);
        else if (budget.Name.Length > MaxName)
            Errors.Fail(NameTooLong);
        else
            Errors.Require(!TextRules.HasControl(budget.Name), NameInvalid);

        if (budget.Amount is null)
            Errors.Fail(AmountMissing);
        else if (budget.Amount < (decimal)MoneyRules.MinBudget)
            Errors.Fail(AmountBelowLimit);
        else
            Errors.Require(budget.Amount <= (decimal)MoneyRules.MaxBudget, AmountAboveLimit);

        if (budget.BudgetType is null)
            Errors.Fail(TypeMissing);
        else if (budget.BudgetType != BudgetLimitType.DailyBudgetStandard)
            Errors.Fail(budget.BudgetType.ToString()!.StartsWith("Monthly", StringComparison.Ordinal) ? MonthlyNotAllowed : TypeMissing);
    }
}
